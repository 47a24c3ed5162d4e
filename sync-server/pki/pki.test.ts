import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import './metadata.ts';
import { BasicConstraintsExtension, X509CertificateGenerator } from '@peculiar/x509';
import { createAuthority, issueCertificate, toKeyFingerprint } from './authority.ts';
import { useNoReverseProxy, useOwnAuthority, useReverseProxy, useUploadedCertificate } from './choose.ts';
import { openReachKeeper } from './keeper.ts';
import type { ServerName } from './names.ts';
import { toServerNames } from './names.ts';
import { toPkiFolder } from './pki-folder.ts';
import { toProxyTest } from './proxies.ts';

const NOW = Date.UTC(2026, 10, 23, 9);
const DAY = 86_400_000;
const YEAR = 365 * DAY;
const NAMES = ['umlauf.schule.example', '192.168.7.20'];

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'umlauf-pki-'));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

const dns = (value: string): ServerName => ({ type: 'dns', value });
const useOwn = (names: readonly string[] = NAMES, now = NOW) =>
  useOwnAuthority(dataDir, { schoolName: 'Gymnasium am Lindenhof', names, now });
const accepted = <Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: unknown },
): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};
const openKeeper = (clock: { value: number }) =>
  openReachKeeper({ dataDir, clock: { now: () => clock.value }, onError: () => undefined });

/** Whether a client that trusts this authority alone takes the server under this name. */
const shakeHands = (
  pair: { key: string; chain: readonly string[] },
  ca: string,
  host: string,
): Promise<string> =>
  new Promise((resolve) => {
    const server = tls.createServer({ key: pair.key, cert: pair.chain.join('\n') }, (socket) => socket.end());
    server.on('tlsClientError', () => undefined);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      const client = tls.connect({
        port,
        host: '127.0.0.1',
        ca,
        checkServerIdentity: (_host, certificate) => tls.checkServerIdentity(host, certificate),
      });
      const done = (outcome: string): void => {
        client.destroy();
        server.close(() => resolve(outcome));
      };
      client.on('secureConnect', () => done('trusted'));
      client.on('error', (error: Error & { readonly code?: string }) =>
        done(error.code === 'ERR_TLS_CERT_ALTNAME_INVALID' ? error.code : error.message),
      );
    });
  });

describe('the own authority', () => {
  it('[REACH1] issues a certificate that its clients trust under every name of the school and no other', async () => {
    const own = accepted(await useOwn());
    const { tls: pair } = (await openKeeper({ value: Date.now() })).current();
    if (pair === undefined) throw new Error('no certificate');
    for (const name of [...NAMES, 'localhost', '127.0.0.1']) {
      expect(await shakeHands(pair, own.certificate, name), name).toBe('trusted');
    }
    expect(await shakeHands(pair, own.certificate, 'bank.example')).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
    const other = await createAuthority('Andere Schule', [dns('umlauf.schule.example')], Date.now());
    expect(await shakeHands(pair, other.chain[0] ?? '', NAMES[0] ?? '')).toBe(
      'self-signed certificate in certificate chain',
    );
  });

  it('[REACH2] can vouch for the school’s names and private addresses only, whoever holds its key', async () => {
    const authority = await createAuthority('Schule', [dns('schule.example')], Date.now());
    const [ca = ''] = authority.chain;
    const tryFor = async (...names: ServerName[]) =>
      shakeHands(await issueCertificate(authority, names, Date.now()), ca, names[0]?.value ?? '');
    expect(await tryFor(dns('umlauf.schule.example'))).toBe('trusted');
    expect(await tryFor({ type: 'ip', value: '10.20.30.40' })).toBe('trusted');
    expect(await tryFor({ type: 'ip', value: 'fd12::7' })).toBe('trusted');
    expect(await tryFor(dns('bank.example'))).toBe('permitted subtree violation');
    expect(await tryFor({ type: 'ip', value: '8.8.8.8' })).toBe('permitted subtree violation');
    expect(await tryFor({ type: 'ip', value: '2001:db8::1' })).toBe('permitted subtree violation');
  });

  it('[REACH3] is dated 48 hours back, and its keys are for the server’s account alone', async () => {
    await useOwn();
    const folder = toPkiFolder(dataDir);
    for (const file of [folder.authority, folder.issued, folder.choice]) {
      expect(statSync(file).mode & 0o777, file).toBe(0o600);
      if (file === folder.choice) continue;
      expect(new X509Certificate(readFileSync(file)).validFromDate.getTime()).toBe(NOW - 2 * DAY);
    }
  });

  it('[REACH4] renews the server’s certificate 30 days before it runs out, and is known by the same key all the while', async () => {
    const own = accepted(await useOwn());
    const clock = { value: NOW };
    const keeper = await openKeeper(clock);
    const seen: (number | undefined)[] = [];
    keeper.onChange(({ until }) => seen.push(until));
    clock.value = own.until - 31 * DAY;
    await keeper.refresh();
    expect(seen).toEqual([]);
    clock.value = own.until - 29 * DAY;
    await keeper.refresh();
    expect(seen).toEqual([clock.value + 397 * DAY]);
    // Ten years on the authority itself gets a new certificate.
    clock.value = NOW + 9 * YEAR + 200 * DAY;
    await keeper.refresh();
    expect(keeper.current().authority?.fingerprint).toBe(own.fingerprint);
    expect(keeper.current().authority?.certificateFingerprint).not.toBe(own.certificateFingerprint);
    keeper.stop();
  });

  it('[REACH4] keeps its key when the school gets another name, and vouches for that one from then on', async () => {
    const before = accepted(await useOwn());
    const after = accepted(await useOwn(['https://schule.neu.example/umlauf/', 'Büro']));
    expect(after.names).toEqual(['schule.neu.example', 'xn--bro-hoa']);
    expect(after.fingerprint).toBe(before.fingerprint);
    const certificate = new X509Certificate(readFileSync(toPkiFolder(dataDir).issued));
    expect(certificate.checkHost('schule.neu.example')).toBe('schule.neu.example');
    expect(certificate.checkHost('umlauf.schule.example')).toBeUndefined();
  });

  it('[REACH4] mends what a clock that was a year off has made', async () => {
    const clock = { value: NOW };
    const ahead = accepted(await useOwn(NAMES, NOW + YEAR));
    const keeper = await openKeeper(clock);
    expect(keeper.current().until).toBe(NOW + 397 * DAY);
    expect(keeper.current().authority?.fingerprint).toBe(ahead.fingerprint);
    keeper.stop();
    await useOwn(NAMES, NOW - YEAR);
    clock.value = NOW + 3 * DAY;
    const again = await openKeeper(clock);
    expect(again.current().until).toBe(NOW + 400 * DAY);
    again.stop();
  });

  it.runIf(process.platform !== 'win32')(
    '[REACH3] refuses a key that other accounts can read, and one that is damaged',
    async () => {
      await useOwn();
      const { authority } = toPkiFolder(dataDir);
      chmodSync(authority, 0o640);
      expect(await useOwn()).toEqual({ ok: false, refusal: { problem: 'key-readable', detail: authority } });
      await expect(openKeeper({ value: NOW })).rejects.toMatchObject({
        problem: { problem: 'key-readable' },
      });
      chmodSync(authority, 0o600);
      writeFileSync(authority, 'kein Schlüssel');
      expect(await useOwn()).toEqual({ ok: false, refusal: { problem: 'key-lost', detail: authority } });
    },
  );

  it('refuses what no certificate can carry', async () => {
    expect(await useOwn([])).toEqual({ ok: false, refusal: { problem: 'no-names' } });
    for (const name of [
      '',
      '*.schule.example',
      'schule example',
      '192.168.7.300',
      'a'.repeat(64),
      'ftp://x',
      '-a.de',
      'https://',
    ]) {
      expect(await useOwn([name]), name).toEqual({
        ok: false,
        refusal: { problem: 'bad-name', detail: name },
      });
    }
    expect(toServerNames(Array.from({ length: 30 }, (_, index) => `pc${index}`))).toMatchObject({
      ok: false,
    });
    expect(accepted(toServerNames(['[::1]', 'http://[fd00::1]:4400/', 'Schule.Example.']))).toEqual([
      { type: 'ip', value: '::1' },
      { type: 'ip', value: 'fd00::1' },
      dns('schule.example'),
    ]);
  });
});

/** An authority below another: what somebody uploads who took the wrong file. */
const createIntermediate = async () => {
  const keys = () =>
    crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const [above, own] = [await keys(), await keys()];
  const certificate = await X509CertificateGenerator.create({
    subject: 'CN=Zwischenstelle',
    issuer: 'CN=Stelle',
    notBefore: new Date(NOW - DAY),
    notAfter: new Date(NOW + DAY),
    publicKey: own.publicKey,
    signingKey: above.privateKey,
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    extensions: [new BasicConstraintsExtension(true, 0, true)],
  });
  const key = Buffer.from(await crypto.subtle.exportKey('pkcs8', own.privateKey)).toString('base64');
  return {
    certificate: certificate.toString('pem'),
    key: `-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----`,
  };
};

describe('an uploaded certificate', () => {
  const makeUpload = async (now = NOW, names: readonly ServerName[] = [dns('umlauf.schule.example')]) => {
    const authority = await createAuthority('Stadt', names, now);
    const { key, chain } = await issueCertificate(authority, names, now);
    const [own = '', issuer = ''] = chain;
    return { key, own, issuer, authorityKey: authority.key };
  };
  const upload = (certificates: string, key: string, now = NOW, names = NAMES) =>
    useUploadedCertificate(dataDir, { certificates, key, names, now });

  it('[REACH5] is taken with its chain and key, and says which names it lacks', async () => {
    const { own, issuer, key } = await makeUpload();
    const taken = accepted(upload(own + issuer, key));
    expect(taken).toEqual({
      until: NOW + 397 * DAY,
      issuer: 'Umlauf Stadt',
      isPubliclyTrusted: false,
      missing: ['192.168.7.20'],
    });
    const keeper = await openKeeper({ value: NOW });
    expect([keeper.current().certificate, keeper.current().tls?.chain.length]).toEqual(['uploaded', 2]);
    keeper.stop();
    expect(statSync(toPkiFolder(dataDir).uploaded).mode & 0o777).toBe(0o600);
  });

  it('[REACH5] is refused with the one thing that is wrong, and what was chosen before stays', async () => {
    await useOwn();
    const { own, issuer, key, authorityKey } = await makeUpload();
    const other = await makeUpload();
    const locked = createPrivateKey(key)
      .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'geheim' })
      .toString();
    const small = generateKeyPairSync('ed25519')
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString();
    const between = await createIntermediate();
    const cases: readonly (readonly [string, ReturnType<typeof upload>])[] = [
      ['no-certificate', upload('', key)],
      ['no-certificate', upload('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', key)],
      ['no-certificate', upload(own.repeat(20), key)],
      ['no-certificate', upload('x'.repeat(1_000_000), key)],
      ['no-key', upload(own + issuer, '')],
      ['no-key', upload(own + issuer, '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----')],
      ['key-encrypted', upload(own + issuer, locked)],
      ['key-mismatch', upload(own + issuer, other.key)],
      ['key-mismatch', upload(own + issuer, small)],
      ['chain-order', upload(issuer + own, key)],
      ['chain-broken', upload(own + other.issuer, key)],
      ['is-authority', upload(between.certificate, between.key)],
      ['expired', upload(own + issuer, key, NOW + 398 * DAY)],
      ['not-yet-valid', upload(own + issuer, key, NOW - YEAR)],
      ['names-missing', upload(own + issuer, key, NOW, ['andere.example'])],
    ];
    for (const [problem, result] of cases) expect(result).toMatchObject({ ok: false, refusal: { problem } });
    expect(authorityKey).not.toBe(key);
    const keeper = await openKeeper({ value: NOW });
    expect(keeper.current().certificate).toBe('own');
    keeper.stop();
  });
});

describe('a reverse proxy', () => {
  it('[REACH6] is taken with its addresses and the address people use', () => {
    expect(
      useReverseProxy(dataDir, {
        proxies: ['10.1.2.3', ' 10.1.4.0/28 '],
        address: 'https://schule.de/umlauf',
      }),
    ).toEqual({
      ok: true,
      value: {
        proxies: ['10.1.2.3', '10.1.4.0/28'],
        address: 'https://schule.de/umlauf/',
        prefix: '/umlauf/',
      },
    });
  });

  it('[REACH6] stands beside a certificate for whoever comes directly', async () => {
    await useOwn();
    useReverseProxy(dataDir, { proxies: ['10.1.2.3'], address: 'https://schule.de/umlauf/' });
    const keeper = await openKeeper({ value: NOW });
    expect(keeper.current()).toMatchObject({ certificate: 'own', proxy: { prefix: '/umlauf/' } });
    expect(keeper.current().isProxy('10.1.2.3')).toBe(true);
    useNoReverseProxy(dataDir);
    await keeper.refresh();
    expect(keeper.current()).toMatchObject({ certificate: 'own', proxy: undefined });
    expect(keeper.current().isProxy('10.1.2.3')).toBe(false);
    keeper.stop();
  });

  it('[REACH6] is refused where anybody could forge an address', () => {
    const problemOf = (proxies: string[], address = 'https://schule.de/') => {
      const result = useReverseProxy(dataDir, { proxies, address });
      return result.ok ? undefined : result.refusal.problem;
    };
    expect(problemOf([])).toBe('no-proxy');
    for (const bad of ['proxy.schule.de', '10.1.2.3/33', '10.1.2.3/x', '10.1.2.3/24/24', '::/200']) {
      expect(problemOf([bad]), bad).toBe('bad-proxy');
    }
    for (const wide of ['0.0.0.0/0', '10.0.0.0/8', '::/0', 'fd00::/48'])
      expect(problemOf([wide]), wide).toBe('wide-proxy');
    for (const bad of [
      'http://schule.de',
      'schule.de',
      'https://a:b@schule.de',
      'https://schule.de/?x',
      'https://schule.de/um"lauf',
      'https://schule.de/%22/',
    ]) {
      expect(problemOf(['10.1.2.3'], bad), bad).toBe('bad-address');
    }
  });

  it('recognises its connections, also IPv4 within IPv6, and no others', () => {
    const isProxy = toProxyTest(['10.1.2.3', 'fd00::7', '192.168.1.0/24']);
    for (const address of ['10.1.2.3', '::ffff:10.1.2.3', 'fd00::7', '192.168.1.200'])
      expect(isProxy(address), address).toBe(true);
    for (const address of ['10.1.2.4', 'fd00::8', '192.168.2.1', '', 'nonsense', '10.1.2.3:80', undefined]) {
      expect(isProxy(address), String(address)).toBe(false);
    }
  });
});

it('tells an authority by its key', async () => {
  const authority = await createAuthority('Schule', [dns('schule.example')], NOW);
  const again = await createAuthority('Schule neu', [dns('neu.example')], NOW, authority.key);
  expect(toKeyFingerprint(again.chain[0] ?? '')).toBe(toKeyFingerprint(authority.chain[0] ?? ''));
  expect(toKeyFingerprint(authority.chain[0] ?? '')).toMatch(/^[0-9a-f]{64}$/);
});
