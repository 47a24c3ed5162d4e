import { createPrivateKey, X509Certificate } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  reachAnswerSchema,
  reachStateSchema,
  type ReachAct,
  type ReachState,
} from '#core/admin/reach-state.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import { readDocumentsOfKind } from '#server/feed/documents.ts';
import { createAuthority, issueCertificate } from '#server/pki/authority.ts';
import { toPkiFolder } from '#server/pki/pki-folder.ts';
import type { ServerOptions } from '../server.ts';
import { startEmptyServer, createFinishRequest } from '#tests/support/server/empty-server.ts';
import { startTestSchool, type TestSchool } from '#tests/support/server/test-school.ts';
import { connectWith, post } from '#tests/support/server/wire-client.ts';

const DAY = 86_400_000;
const NAME = 'umlauf.schule.example';
let dataDir: string;
let school: TestSchool;
/** Signing in takes its time on purpose: once for each person is enough. */
const tokens = new Map<string, Promise<string>>();

const open = async (options: Partial<ServerOptions> = {}, addresses = [`https://${NAME}`]): Promise<void> => {
  const isNew = !existsSync(path.join(dataDir, 'umlauf.db'));
  school = await startTestSchool({
    people: isNew ? ['Kuh', 'Hau', 'Dre'] : [],
    administrators: ['Hau', 'Dre'],
    dataDir,
    host: '127.0.0.1',
    clock: { now: () => Date.now() },
    ...options,
  });
  const [stored] = await readDocumentsOfKind(school.server.store.read, 'school', 1);
  if (stored === undefined) throw new Error('there is no school');
  const { authorization } = await bearer('Hau');
  const client = await connectWith(school.url, authorization.replace('Bearer ', ''));
  expect(
    await client.command('set-school', { id: stored.id, addresses }, { baseRev: stored.rev }),
  ).toMatchObject({ status: 'stored' });
  client.close();
};
const bearer = async (shortCode: string) => {
  const token = tokens.get(shortCode) ?? school.token(shortCode);
  tokens.set(shortCode, token);
  return { authorization: `Bearer ${await token}` };
};
const look = async (shortCode = 'Hau'): Promise<ReachState> => {
  const response = await fetch(`${school.url}/api/reach`, { headers: await bearer(shortCode) });
  return reachStateSchema.parse(await response.json());
};
const change = async (act: ReachAct, shortCode = 'Hau', mark?: string) => {
  const body = { mark: mark ?? (await look()).mark, act };
  const answer = await post(school.url, '/api/reach', body, await bearer(shortCode));
  return { ...answer, parsed: reachAnswerSchema.safeParse(answer.body).data };
};
/** A certificate that an authority elsewhere has issued. */
const issue = async (name = NAME, now = Date.now()) => {
  const names = [{ type: 'dns', value: name }] as const;
  const { key, chain } = await issueCertificate(await createAuthority('Stadt', names, now), names, now);
  return { key, certificates: chain.join('\n'), issuer: chain[1] ?? '' };
};
const own = (names: readonly string[], anew = false): ReachAct => ({ way: 'own', names: [...names], anew });
const upload = ({ key, certificates }: { key: string; certificates: string }): ReachAct => ({
  way: 'uploaded',
  key,
  certificates,
});
/** What the next connection is shown; undefined where there is no TLS. */
const shown = (): Promise<X509Certificate | undefined> =>
  new Promise((resolve) => {
    // Which certificate is shown is the question here, not whether it is trusted.
    const socket = tls.connect({
      host: '127.0.0.1',
      port: Number(new URL(school.url).port),
      rejectUnauthorized: false,
    });
    socket.once('error', () => resolve(undefined));
    socket.once('secureConnect', () => {
      resolve(socket.getPeerX509Certificate());
      socket.destroy();
    });
  });
const readAudit = () =>
  school.server.store.read.all<{ actor: string; detail: string }>(
    "select actor, detail from audit where act = 'set-reach' order by at",
  );
/** Every file of the keys, as it is. */
const readKeys = (): Record<string, string> => {
  const folder = path.dirname(toPkiFolder(dataDir).choice);
  if (!existsSync(folder)) return {};
  return Object.fromEntries(
    readdirSync(folder).map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]),
  );
};

describe('how the server is reached', () => {
  beforeEach(() => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'umlauf-reach-desk-'));
  });
  afterEach(async () => {
    await school.close();
    tokens.clear();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('[REACH13] is told to administrators alone, and changed by nobody else', async () => {
    await open();
    const before = readKeys();
    expect((await fetch(`${school.url}/api/reach`)).status).toBe(401);
    const body = { mark: (await look()).mark, act: own([NAME]) };
    expect((await post(school.url, '/api/reach', body)).status).toBe(401);
    // The head of the school has no right to it without the flag.
    expect((await fetch(`${school.url}/api/reach`, { headers: await bearer('Kuh') })).status).toBe(403);
    expect((await change(own([NAME]), 'Kuh')).status).toBe(403);
    const foreign = { ...(await bearer('Hau')), origin: 'https://boese.example' };
    expect((await post(school.url, '/api/reach', body, foreign)).status).toBe(403);
    expect(readKeys()).toEqual(before);
    expect(await readAudit()).toEqual([]);
    const state = await look();
    expect(state).toMatchObject({
      certificate: { way: 'none', names: [] },
      addresses: [{ address: `https://${NAME}`, standing: 'missing' }],
      port: Number(new URL(school.url).port),
      isHeld: false,
      isLocal: true,
    });
  });

  it('[REACH14] changes to the own authority and to an uploaded certificate without a restart, each noted', async () => {
    await open({}, [`https://${NAME}`, 'https://192.168.7.20:4400']);
    expect(await shown()).toBeUndefined();
    const first = await change(own([NAME]));
    expect(first.parsed).toMatchObject({
      state: {
        certificate: { way: 'own', names: [NAME], isPubliclyTrusted: false },
        addresses: [{ standing: 'certified' }, { standing: 'missing' }],
      },
    });
    expect((await shown())?.issuer).toContain('Umlauf');
    const city = await issue();
    const second = await change(upload(city), 'Dre');
    expect(second.parsed).toMatchObject({
      state: { certificate: { way: 'uploaded', issuer: 'Umlauf Stadt' } },
    });
    expect((await shown())?.issuer).toContain('Umlauf Stadt');
    expect(JSON.stringify(second.body)).not.toContain('PRIVATE KEY');
    expect(await readAudit()).toEqual([
      { actor: school.person('Hau').id, detail: 'own' },
      { actor: school.person('Dre').id, detail: 'uploaded' },
    ]);
    // A new one in the place of the old, as every year.
    const next = await issue();
    await change(upload(next));
    expect((await shown())?.serialNumber).toBe(new X509Certificate(next.certificates).serialNumber);
  });

  it('[REACH13] keeps a private key out of the database and everything a client pulls', async () => {
    await open();
    const city = await issue();
    await change(upload(city));
    const client = await connectWith(school.url, (await bearer('Hau')).authorization.replace('Bearer ', ''));
    const { documents } = await client.pullAll();
    client.close();
    const secret = city.key.split('\n')[1] ?? '';
    expect(secret.length).toBeGreaterThan(40);
    expect(JSON.stringify(documents)).not.toContain(secret);
    await school.close();
    const files = readdirSync(dataDir).filter((file) => file.startsWith('umlauf.db'));
    expect(files).not.toEqual([]);
    for (const file of files) expect(readFileSync(path.join(dataDir, file)).includes(secret)).toBe(false);
  });

  it('[REACH14] refuses what is wrong with a reason, and changes nothing', async () => {
    await open();
    await change(own([NAME]));
    const before = readKeys();
    const good = await issue();
    const old = await issue(NAME, Date.now() - 500 * DAY);
    const locked = createPrivateKey(good.key)
      .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'geheim' })
      .toString();
    const cases: readonly (readonly [string, ReachAct])[] = [
      ['expired', upload(old)],
      ['key-mismatch', upload({ ...good, key: (await issue()).key })],
      ['names-missing', upload(await issue('bank.example'))],
      ['key-encrypted', upload({ ...good, key: locked })],
      ['no-key', upload({ ...good, key: good.certificates })],
      ['no-certificate', upload({ ...good, certificates: '\0'.repeat(1_000) })],
      ['no-certificate', upload({ ...good, certificates: '-----BEGIN CERTIFICATE-----'.repeat(4_000) })],
      ['no-certificate', upload({ ...good, certificates: good.issuer.repeat(60) })],
      ['chain-order', upload({ ...good, certificates: good.issuer + good.certificates })],
      ['no-names', own([])],
      ['bad-name', own(['../../etc/passwd'])],
      ['bad-name', own(['schule.example\nDNS:bank.example'])],
      ['wide-proxy', { way: 'proxy', address: 'https://schule.example/', proxies: ['0.0.0.0/0'] }],
      ['bad-proxy', { way: 'proxy', address: 'https://schule.example/', proxies: ['proxy; rm -rf /'] }],
      ['bad-address', { way: 'proxy', address: 'http://schule.example/', proxies: ['10.1.2.3'] }],
      ['no-proxy', { way: 'proxy', address: 'https://schule.example/', proxies: [] }],
    ];
    for (const [problem, act] of cases) {
      expect((await change(act)).parsed, problem).toMatchObject({ refused: { problem } });
    }
    expect(readKeys()).toEqual(before);
    expect(await readAudit()).toHaveLength(1);
  });

  it('[REACH13] refuses more than a certificate can be, and what is no request, before anything else', async () => {
    await open();
    const headers = await bearer('Hau');
    const mark = (await look()).mark;
    const huge = JSON.stringify({ mark, act: { way: 'uploaded', key: 'x'.repeat(LIMITS.certificateBytes) } });
    expect((await post(school.url, '/api/reach', huge, headers)).status).toBe(413);
    // Who may not change it does not even make the server read it.
    expect((await post(school.url, '/api/reach', huge, await bearer('Kuh'))).status).toBe(403);
    for (const body of [
      '{',
      {},
      { mark },
      { mark, act: { way: 'none' } },
      { mark, act: { way: 'own', names: NAME, anew: false } },
      { mark, act: { way: 'own', names: Array.from({ length: 41 }, () => NAME), anew: false } },
      { mark, act: { way: 'uploaded', certificates: 'x'.repeat(120_001), key: '' } },
      { mark: 'x'.repeat(65), act: own([NAME]) },
    ]) {
      expect((await post(school.url, '/api/reach', body, headers)).status, JSON.stringify(body)).toBe(400);
    }
    expect(await readAudit()).toEqual([]);
  });

  it('[REACH14] tells the second of two administrators who change at once', async () => {
    await open();
    const { mark } = await look();
    const answers = await Promise.all([
      change(own([NAME]), 'Hau', mark),
      change({ way: 'proxy', address: 'https://schule.example/umlauf', proxies: ['10.1.2.3'] }, 'Dre', mark),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await readAudit()).toHaveLength(1);
  });

  it('[REACH14] adds a proxy beside a certificate, and takes it away again', async () => {
    await open({}, [`https://${NAME}`, 'https://schule.example/umlauf']);
    await change(own([NAME]));
    const added = await change({
      way: 'proxy',
      address: 'https://schule.example/umlauf',
      proxies: [' 10.1.2.3', '10.1.2.3'],
    });
    expect(added.parsed).toMatchObject({
      state: {
        certificate: { way: 'own' },
        proxy: { address: 'https://schule.example/umlauf/', proxies: ['10.1.2.3'] },
        addresses: [{ standing: 'certified' }, { standing: 'proxied' }],
      },
    });
    expect(school.server.reach.current().isProxy('10.1.2.3')).toBe(true);
    await change({ way: 'no-proxy' });
    expect(school.server.reach.current().isProxy('10.1.2.3')).toBe(false);
    expect((await look()).certificate.way).toBe('own');
  });

  it('[REACH14] says of a server started without TLS that the choice counts from the next start', async () => {
    await open();
    await change(own([NAME]));
    const { authority, choice } = toPkiFolder(dataDir);
    await school.close();
    writeFileSync(authority, 'kein Schlüssel');
    writeFileSync(choice, '{');
    await open({ withoutTls: true });
    expect(await look()).toMatchObject({ isHeld: true, certificate: { way: 'none' } });
    // A key that devices know the server by is never replaced unless somebody says so.
    expect((await change(own([NAME]))).parsed).toEqual({
      refused: { problem: 'key-lost', detail: authority },
    });
    if (process.platform !== 'win32') {
      chmodSync(authority, 0o644);
      expect((await change(own([NAME]))).parsed).toMatchObject({ refused: { problem: 'key-readable' } });
    }
    expect((await change(own([NAME], true))).parsed).toMatchObject({ state: { isHeld: true } });
    expect(await shown()).toBeUndefined();
    await school.close();
    await open();
    expect(await look()).toMatchObject({ isHeld: false, certificate: { way: 'own', names: [NAME] } });
    expect(await shown()).toBeDefined();
  });
});

it('[REACH14] what the assistant was told does not come back once an administrator has chosen', async () => {
  const empty = await startEmptyServer({ clock: { now: () => Date.now() } });
  const reach = {
    hosts: [],
    publicAddress: 'https://schule.example',
    certificate: 'proxy' as const,
    proxies: ['10.1.2.3'],
  };
  expect((await post(empty.url, '/api/setup/finish', createFinishRequest({ reach }))).status).toBe(200);
  expect(empty.server.reach.current().proxy).toBeDefined();
  const [person] = await readDocumentsOfKind(empty.server.store.read, 'person', 1);
  await empty.server.store.write('note-reach', { actor: person?.id, way: 'no-proxy', now: Date.now() });
  await empty.server.setUp.resume();
  const row = await empty.server.store.read.get('select value from meta where key = ?', 'reach');
  expect(row).toBeUndefined();
  await empty.close();
});
