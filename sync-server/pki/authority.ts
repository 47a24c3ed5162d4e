import './metadata.ts';
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  X509Certificate,
  type KeyObject,
} from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  Extension,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate as ReadableCertificate,
  X509CertificateGenerator,
} from '@peculiar/x509';
import type { Instant } from '#core/kernel/clock.ts';
import { NAME_CONSTRAINTS, toNameConstraints } from './name-constraints.ts';
import { LOCAL_NAMES, type ServerName } from './names.ts';
import type { KeyAndChain } from './pem.ts';

const DAY = 86_400_000;
/** Clocks of devices are wrong by a day more often than one thinks (D5). */
const BACKDATED = 2 * DAY;
const AUTHORITY_LIFETIME = 3_653 * DAY;
/** What browsers accept at most of a public authority; a private one need not ask for more. */
const SERVER_LIFETIME = 397 * DAY;
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

/**
 * An authority of the school's own. With `key` an existing one gets a new certificate: devices know it by its public
 * key and need nothing; only where its certificate was installed by hand the new one has to be.
 */
export const createAuthority = async (
  schoolName: string,
  names: readonly ServerName[],
  now: Instant,
  key?: string,
): Promise<KeyAndChain> => {
  const privateKey = key === undefined ? createKey() : createPrivateKey(key);
  const keys = await toKeyPair(privateKey);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: [{ CN: [`Umlauf ${schoolName}`.slice(0, 64)] }],
    serialNumber: createSerialNumber(),
    notBefore: new Date(now - BACKDATED),
    notAfter: new Date(now + AUTHORITY_LIFETIME),
    keys,
    signingAlgorithm: SIGNING,
    extensions: [
      // It vouches for servers only, never for another authority.
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      new Extension(NAME_CONSTRAINTS, true, toNameConstraints([...LOCAL_NAMES, ...names])),
    ],
  });
  return { key: toPem(privateKey), chain: [certificate.toString('pem')] };
};

/** A certificate of this authority for the server under these names, with a key of its own and the authority behind it. */
export const issueCertificate = async (
  authority: KeyAndChain,
  names: readonly ServerName[],
  now: Instant,
): Promise<KeyAndChain> => {
  const [issuer = ''] = authority.chain;
  const { subjectName, notAfter } = new ReadableCertificate(issuer);
  const authorityKeys = await toKeyPair(createPrivateKey(authority.key));
  const privateKey = createKey();
  const keys = await toKeyPair(privateKey);
  const all = new Map([...names, ...LOCAL_NAMES].map((name) => [name.value, name]));
  const certificate = await X509CertificateGenerator.create({
    subject: [{ CN: [(names[0]?.value ?? 'localhost').slice(0, 64)] }],
    issuer: subjectName,
    serialNumber: createSerialNumber(),
    notBefore: new Date(now - BACKDATED),
    notAfter: new Date(Math.min(now + SERVER_LIFETIME, notAfter.getTime())),
    publicKey: keys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm: SIGNING,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([SERVER_AUTH]),
      new SubjectAlternativeNameExtension([...all.values()]),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      await AuthorityKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });
  return { key: toPem(privateKey), chain: [certificate.toString('pem'), issuer] };
};

/** Whether an authority may still vouch for these names, and for longer than a new server certificate lasts. */
export const isAuthorityFit = (certificate: string, names: readonly ServerName[], now: Instant): boolean => {
  const { readable, notBefore, notAfter } = toDates(certificate);
  const constraints = readable.getExtension(NAME_CONSTRAINTS);
  const wanted = Buffer.from(toNameConstraints([...LOCAL_NAMES, ...names]));
  return (
    notBefore <= now &&
    notAfter > now + SERVER_LIFETIME &&
    constraints !== null &&
    wanted.equals(Buffer.from(constraints.value))
  );
};

/** A server certificate is replaced so long before it runs out, in milliseconds. */
const RENEWED_BEFORE = 30 * DAY;

/**
 * Whether a certificate this authority has issued will do for now: its time, its names, and that it is by this
 * authority. A clock that was once a year ahead has made one that does not hold yet.
 */
export const isIssuedFit = (
  issued: KeyAndChain,
  authority: KeyAndChain,
  names: readonly ServerName[],
  now: Instant,
): boolean => {
  const [own = '', issuer = ''] = issued.chain;
  const { notBefore, notAfter } = toDates(own);
  const certificate = new X509Certificate(own);
  return (
    issuer.trim() === authority.chain[0]?.trim() &&
    notBefore <= now &&
    now < notAfter - RENEWED_BEFORE &&
    certificate.verify(createPublicKey(authority.key)) &&
    names.every(
      ({ type, value }) =>
        (type === 'ip' ? certificate.checkIP(value) : certificate.checkHost(value)) !== undefined,
    )
  );
};

/**
 * What devices know an authority by: SHA-256 over its public key (SubjectPublicKeyInfo in DER), in lower-case
 * hexadecimal. It stays when the authority gets a new certificate.
 */
export const toKeyFingerprint = (certificate: string): string => {
  const { publicKey } = new X509Certificate(certificate);
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex');
};

/** What browsers show of a certificate: SHA-256 over all of it, in lower-case hexadecimal. */
export const toCertificateFingerprint = (certificate: string): string =>
  new X509Certificate(certificate).fingerprint256.replaceAll(':', '').toLowerCase();

/** A fingerprint as people compare it: in groups of four. */
export const toReadableFingerprint = (fingerprint: string): string =>
  fingerprint.toUpperCase().match(/.{4}/gu)?.join(' ') ?? '';

const toDates = (pem: string) => {
  const readable = new ReadableCertificate(pem);
  return { readable, notBefore: readable.notBefore.getTime(), notAfter: readable.notAfter.getTime() };
};

const createKey = (): KeyObject => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

/** The library wants the keys of the Web Crypto interface. */
const toKeyPair = async (key: KeyObject) => {
  const pkcs8 = new Uint8Array(key.export({ type: 'pkcs8', format: 'der' }));
  const spki = new Uint8Array(createPublicKey(key).export({ type: 'spki', format: 'der' }));
  return {
    privateKey: await crypto.subtle.importKey('pkcs8', pkcs8, CURVE, false, ['sign']),
    publicKey: await crypto.subtle.importKey('spki', spki, CURVE, true, ['verify']),
  };
};

const toPem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

/** 127 random bits: a serial number is positive. */
const createSerialNumber = (): string => {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x01;
  return bytes.toString('hex');
};
