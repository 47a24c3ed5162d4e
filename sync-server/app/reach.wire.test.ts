import { mkdtempSync, rmSync } from 'node:fs';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { SYNC_SUBPROTOCOL, TICKET_PREFIX } from '#core/protocol/version.ts';
import { useOwnAuthority, useReverseProxy } from '#server/pki/choose.ts';
import { startTestSchool, type TestSchool } from '#tests/support/server/test-school.ts';
import { toInsistence } from './http/headers.ts';

const DAY = 86_400_000;
let dataDir: string;
let school: TestSchool;
beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'umlauf-reach-'));
});
afterEach(async () => {
  await school.close();
  rmSync(dataDir, { recursive: true, force: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}
const read = async (response: IncomingMessage): Promise<Answer> => {
  let body = '';
  for await (const piece of response) body += String(piece);
  return { status: response.statusCode, headers: response.headers, body };
};
/** One request on a connection of its own; `127.0.0.2` stands for another machine where only loopback is free. */
const ask = (
  address: string,
  options: https.RequestOptions & { readonly body?: object } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { body, ...rest } = options;
    const { request } = address.startsWith('https') ? https : http;
    const asked = request(address, { agent: false, ...rest }, (response) => resolve(read(response)));
    asked.on('error', reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
const portOf = (url: string): string => new URL(url).port;

describe('a server with a certificate', () => {
  const open = async () => {
    const own = await useOwnAuthority(dataDir, {
      schoolName: 'Schule',
      names: ['schule.example'],
      now: Date.now(),
    });
    if (!own.ok) throw new Error(own.refusal.problem);
    school = await startTestSchool({
      people: ['Dre'],
      dataDir,
      host: '127.0.0.1',
      clock: { now: () => Date.now() },
    });
    return own.value;
  };

  it('[REACH1] speaks TLS and, for programs on the same machine, plain HTTP on one port', async () => {
    const { certificate } = await open();
    const safe = school.url.replace('http:', 'https:');
    expect(JSON.parse((await ask(`${safe}/api/school`, { ca: certificate })).body)).toMatchObject({
      protocol: 1,
    });
    expect((await ask(`${school.url}/api/school`)).status).toBe(200);
    await expect(ask(`${safe}/api/school`)).rejects.toMatchObject({ code: 'SELF_SIGNED_CERT_IN_CHAIN' });
    expect((await ask(`${safe}/api/authority`, { ca: certificate })).body).toBe(certificate);

    const token = await school.token('Dre');
    const ticket = JSON.parse(
      (
        await ask(`${safe}/api/ticket`, {
          method: 'POST',
          ca: certificate,
          headers: { authorization: `Bearer ${token}` },
        })
      ).body,
    ) as { ticket: string };
    const socket = new WebSocket(
      `${safe.replace('https', 'wss')}/sync`,
      [SYNC_SUBPROTOCOL, TICKET_PREFIX + ticket.ticket],
      { ca: certificate },
    );
    const first = await new Promise<string>((resolve, reject) => {
      socket.once('message', (data) => resolve(String(data)));
      socket.once('error', reject);
    });
    expect(JSON.parse(first)).toMatchObject({ op: 'hello' });
    socket.close();
  });

  it('[REACH9] lets a page speak with its own server alone, and never insists on TLS for an own authority', async () => {
    const { certificate } = await open();
    const { headers } = await ask(`${school.url.replace('http:', 'https:')}/api/school`, { ca: certificate });
    const host = new URL(school.url).host;
    expect(headers['content-security-policy']).toContain(`connect-src 'self' wss://${host};`);
    expect(headers['strict-transport-security']).toBeUndefined();
    const plain = await ask(`${school.url}/api/school`);
    expect(plain.headers['content-security-policy']).toContain(`connect-src 'self' ws://${host};`);
    const forged = await ask(`${school.url}/api/school`, {
      headers: { host: "x; script-src 'unsafe-inline'" },
    });
    expect(forged.headers['content-security-policy']).toContain("connect-src 'self';");
    expect(toInsistence({ isPubliclyTrusted: false, until: 90 * DAY }, 0)).toBeUndefined();
    expect(toInsistence({ isPubliclyTrusted: true, until: 90 * DAY }, 0)).toBe(30 * 86_400);
    expect(toInsistence({ isPubliclyTrusted: true, until: DAY }, 0)).toBe(86_400);
    expect(toInsistence({ isPubliclyTrusted: true, until: DAY }, DAY)).toBeUndefined();
  });

  it('[REACH4] shows the new certificate to the next connection, without a restart, and keeps the open ones', async () => {
    const { certificate } = await open();
    const connect = (): Promise<tls.TLSSocket> =>
      new Promise((resolve, reject) => {
        const socket = tls.connect({ port: Number(portOf(school.url)), host: '127.0.0.1', ca: certificate });
        socket.once('secureConnect', () => resolve(socket)).once('error', reject);
      });
    const before = await connect();
    await useOwnAuthority(dataDir, { schoolName: 'Schule', names: ['neu.example'], now: Date.now() });
    await school.server.reach.refresh();
    expect(before.getPeerCertificate().subjectaltname).toContain('schule.example');
    before.write('GET /api/school HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n');
    expect(
      await new Promise((resolve) => before.once('data', (data) => resolve(String(data).split('\r\n')[0]))),
    ).toBe('HTTP/1.1 200 OK');
    const ca = school.server.reach.current().authority?.certificate ?? '';
    const after = tls.connect({ port: Number(portOf(school.url)), host: '127.0.0.1', ca });
    await new Promise((resolve, reject) => after.once('secureConnect', resolve).once('error', reject));
    expect(after.getPeerCertificate().subjectaltname).toContain('neu.example');
    after.destroy();
  });

  it('closes although somebody has connected and said nothing, or not finished a handshake', async () => {
    await open();
    const sockets = ['', '\x16\x03\x01'].map((word) => {
      const socket = net.connect(Number(portOf(school.url)), '127.0.0.1');
      socket.on('error', () => undefined);
      if (word !== '') socket.write(word);
      return socket;
    });
    await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
    expect((await ask(`${school.url}/api/school`)).status).toBe(200);
    const gone = Promise.all(
      sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve))),
    );
    await school.close();
    await gone;
  });

  it('refuses headers longer than any browser sends', async () => {
    await open();
    const { status } = await ask(`${school.url}/api/school`, {
      headers: { 'x-forwarded-for': '1.2.3.4, '.repeat(4_000) },
    });
    expect(status).toBe(431);
  });
});

/** An address of this machine in a network, if it has one: whoever uses it counts as another machine. */
const lan = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ internal, family }) => !internal && family === 'IPv4')?.address;

describe.runIf(lan !== undefined)('a server reached from the network', () => {
  const address = (place: string) => `http://${lan ?? ''}:${portOf(school.url)}${place}`;

  it('[REACH7] sends pages on to TLS and refuses the rest', async () => {
    await useOwnAuthority(dataDir, { schoolName: 'Schule', names: ['schule.example'], now: Date.now() });
    school = await startTestSchool({ people: [], dataDir });
    const page = await ask(address('/gruppen?x=1'));
    expect([page.status, page.headers.location]).toEqual([
      308,
      address('/gruppen?x=1').replace('http:', 'https:'),
    ]);
    const request = await ask(address('/api/school'));
    expect([request.status, JSON.parse(request.body)]).toEqual([403, { reason: 'forbidden' }]);
    await expect(
      new Promise((_resolve, reject) =>
        new WebSocket(address('/sync').replace('http', 'ws')).once('error', reject),
      ),
    ).rejects.toThrow('403');
  });

  it('[REACH7] answers only its proxy where TLS ends there', async () => {
    useReverseProxy(dataDir, { proxies: ['127.0.0.3'], address: 'https://schule.de/' });
    school = await startTestSchool({ people: [], dataDir });
    const page = await ask(address('/'), {
      headers: { 'x-forwarded-for': '127.0.0.3', 'x-forwarded-proto': 'https' },
    });
    expect([page.status, page.body]).toEqual([403, expect.stringContaining('https://schule.de/')]);
    expect((await ask(address('/api/school'))).status).toBe(403);
  });

  it('[REACH4] is reached there as soon as a certificate is chosen, without a restart', async () => {
    school = await startTestSchool({ people: [], dataDir });
    await expect(ask(address('/api/school'))).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    const own = await useOwnAuthority(dataDir, { schoolName: 'Schule', names: [lan ?? ''], now: Date.now() });
    await school.server.reach.refresh();
    const ca = own.ok ? own.value.certificate : '';
    expect((await ask(address('/api/school').replace('http:', 'https:'), { ca })).status).toBe(200);
    expect((await ask(`${school.url}/api/school`)).status).toBe(200);
  });
});

describe('a server behind a proxy', () => {
  const PROXY = '127.0.0.3';
  const open = async (address = 'https://schule.de/umlauf/') => {
    const chosen = useReverseProxy(dataDir, { proxies: [PROXY], address });
    if (!chosen.ok) throw new Error(chosen.refusal.problem);
    school = await startTestSchool({ people: ['Dre'], dataDir, host: '0.0.0.0' });
  };
  const guess = (from: string, localAddress: string, shortCode: string) =>
    ask(`${school.url}/api/redeem`, {
      method: 'POST',
      localAddress,
      headers: { 'content-type': 'application/json', 'x-forwarded-for': from, 'x-forwarded-proto': 'https' },
      body: { shortCode, code: 'ABCD2345', salt: 'A'.repeat(22), auth: 'A'.repeat(43) },
    });

  /** How many failures each sender has; every one is by another short code, so that only senders are counted here. */
  const countSenders = async (): Promise<readonly number[]> => {
    const rows = await school.server.store.read.all<{ failures: number }>(
      'select failures from attempt where failures > 1 order by failures',
    );
    return rows.map(({ failures }) => failures);
  };

  it.runIf(process.platform === 'linux')(
    '[REACH6] counts attempts by the address the proxy names, and by no address a client names itself',
    async () => {
      await open();
      for (const shortCode of ['a', 'b', 'c']) await guess('203.0.113.9', PROXY, shortCode);
      await guess('203.0.113.10', PROXY, 'd');
      expect(await countSenders()).toEqual([3]);
      // What the sender itself put in front of the list is not the sender.
      await guess('198.51.100.1, 203.0.113.9', PROXY, 'e');
      expect(await countSenders()).toEqual([4]);
      // Not through the proxy: whatever they claim, they are one and the same.
      for (const [index, shortCode] of ['f', 'g'].entries())
        await guess(`198.51.100.${index + 1}`, '127.0.0.1', shortCode);
      expect(await countSenders()).toEqual([2, 4]);
    },
  );

  it('[REACH8] understands a proxy that takes the path off, and one that does not', async () => {
    await open();
    const headers = { 'x-forwarded-for': '203.0.113.9', host: 'schule.de' };
    for (const place of ['/api/school', '/umlauf/api/school']) {
      const answer = await ask(school.url + place, { localAddress: PROXY, headers });
      expect([place, answer.status]).toEqual([place, 200]);
      expect(answer.headers['content-security-policy']).toContain("connect-src 'self' wss://schule.de");
      expect(answer.headers['strict-transport-security']).toBeUndefined();
    }
    const own = await ask(`${school.url}/umlauf/api/school`, {
      localAddress: PROXY,
      headers: { ...headers, origin: 'https://schule.de' },
    });
    expect(own.status).toBe(200);
    const foreign = await ask(`${school.url}/umlauf/api/school`, {
      localAddress: PROXY,
      headers: { ...headers, origin: 'https://boese.example' },
    });
    expect(foreign.status).toBe(403);
  });

  it('survives forwarded headers that are nonsense', async () => {
    await open();
    for (const from of [
      '',
      ',,,',
      'unknown',
      '999.1.1.1',
      '10.0.0.1:443',
      '\t',
      '<script>',
      '1.2.3.4, '.repeat(1_000),
    ]) {
      const { status } = await ask(`${school.url}/api/school`, {
        localAddress: PROXY,
        headers: { 'x-forwarded-for': from },
      });
      expect(status, from).toBe(200);
    }
  });
});
