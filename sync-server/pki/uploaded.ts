import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { createSecureContext, rootCertificates } from 'node:tls';
import type { CertificateProblem } from '#core/admin/certificate.ts';
import type { Instant } from '#core/kernel/clock.ts';
import { accept, refuse, type Result } from '#core/kernel/result.ts';
import type { ServerName } from './names.ts';
import { findCertificates, findKey, type KeyAndChain } from './pem.ts';

/** What somebody uploads: PEM texts. The key may stand in the same text as the certificates. */
export interface Upload {
  /** The server's own certificate first, then those that vouch for it, in their order. */
  readonly certificates: string;
  readonly key?: string;
}

/** An uploaded certificate that was found good. */
export interface CheckedUpload {
  readonly pem: KeyAndChain;
  /** Whether browsers know the authority by themselves. */
  readonly isPubliclyTrusted: boolean;
  /** Names of the school that do not stand in it: under these, browsers will warn. */
  readonly missing: readonly string[];
}

/** Longer texts are no certificates. */
const LONGEST_TEXT = 128 * 1024;
const LONGEST_CHAIN = 10;
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
const SHORTEST_RSA = 2_048;

/** Checks key, order, dates and names. The first thing that is wrong is told. */
export const checkUpload = (
  upload: Upload,
  names: readonly ServerName[],
  now: Instant,
): Result<CheckedUpload, CertificateProblem> => {
  const parsed = parse(upload);
  if (!parsed.ok) return parsed;
  const { chain, key } = parsed.value;
  const [own] = chain;
  if (own === undefined) return refuse({ problem: 'no-certificate' });
  const problem =
    findKeyProblem(chain, own, key) ??
    findUseProblem(own) ??
    findOrderProblem(chain) ??
    findDateProblem(chain, now) ??
    findNameProblem(own, names);
  if (problem !== undefined) return refuse(problem);
  const pem = {
    key: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    chain: chain.map((certificate) => certificate.toString()),
  };
  try {
    createSecureContext({ key: pem.key, cert: pem.chain.join('') });
  } catch {
    return refuse({ problem: 'unusable' });
  }
  return accept({
    pem,
    isPubliclyTrusted: endsPublicly(chain),
    missing: names.filter((name) => !covers(own, name)).map(({ value }) => value),
  });
};

interface Parsed {
  readonly chain: readonly X509Certificate[];
  readonly key: KeyObject;
}

const parse = ({ certificates, key = certificates }: Upload): Result<Parsed, CertificateProblem> => {
  if (certificates.length > LONGEST_TEXT) return refuse({ problem: 'no-certificate' });
  const found = findCertificates(certificates);
  if (found.length === 0 || found.length > LONGEST_CHAIN) return refuse({ problem: 'no-certificate' });
  const keyPem = key.length > LONGEST_TEXT ? undefined : findKey(key);
  if (keyPem === undefined) return refuse({ problem: 'no-key' });
  if (keyPem.includes('ENCRYPTED')) return refuse({ problem: 'key-encrypted' });
  let chain;
  try {
    chain = found.map((certificate) => new X509Certificate(certificate));
  } catch {
    return refuse({ problem: 'no-certificate' });
  }
  try {
    return accept({ chain, key: createPrivateKey(keyPem) });
  } catch {
    return refuse({ problem: 'no-key' });
  }
};

const findKeyProblem = (
  chain: readonly X509Certificate[],
  own: X509Certificate,
  key: KeyObject,
): CertificateProblem | undefined => {
  if (!own.checkPrivateKey(key)) {
    const isFurtherDown = chain.some((certificate) => certificate.checkPrivateKey(key));
    return { problem: isFurtherDown ? 'chain-order' : 'key-mismatch' };
  }
  const bits = key.asymmetricKeyDetails?.modulusLength;
  return bits !== undefined && bits < SHORTEST_RSA ? { problem: 'weak-key' } : undefined;
};

const findUseProblem = (own: X509Certificate): CertificateProblem | undefined => {
  // A school's own program may have made one that vouches for itself; that is not an authority.
  if (own.ca && !isSelfIssued(own)) return { problem: 'is-authority' };
  // Undefined where the certificate does not say what it is for.
  const uses: readonly string[] | undefined = own.keyUsage;
  return uses !== undefined && !uses.includes(SERVER_AUTH) ? { problem: 'not-for-servers' } : undefined;
};

const findOrderProblem = (chain: readonly X509Certificate[]): CertificateProblem | undefined => {
  const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate): boolean =>
    certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
  for (const [index, certificate] of chain.entries()) {
    const issuer = chain[index + 1];
    if (issuer === undefined || isIssuedBy(certificate, issuer)) continue;
    const isElsewhere = chain.some((other) => other !== certificate && isIssuedBy(certificate, other));
    return { problem: isElsewhere || isSelfIssued(certificate) ? 'chain-order' : 'chain-broken' };
  }
  return undefined;
};

const findDateProblem = (chain: readonly X509Certificate[], now: Instant): CertificateProblem | undefined => {
  for (const { validFromDate, validToDate } of chain) {
    if (validToDate.getTime() <= now) return { problem: 'expired', at: validToDate.getTime() };
    if (validFromDate.getTime() > now) return { problem: 'not-yet-valid', at: validFromDate.getTime() };
  }
  return undefined;
};

const findNameProblem = (
  own: X509Certificate,
  names: readonly ServerName[],
): CertificateProblem | undefined => {
  if (names.length === 0 || names.some((name) => covers(own, name))) return undefined;
  const held = (own.subjectAltName ?? '').replaceAll(/(DNS|IP Address):/gu, '').slice(0, 300);
  return { problem: 'names-missing', detail: held };
};

const covers = (certificate: X509Certificate, { type, value }: ServerName): boolean =>
  (type === 'ip' ? certificate.checkIP(value) : certificate.checkHost(value, { subject: 'never' })) !==
  undefined;

const isSelfIssued = (certificate: X509Certificate): boolean => certificate.checkIssued(certificate);

const publicRoots = (): readonly X509Certificate[] =>
  rootCertificates.map((certificate) => new X509Certificate(certificate));

const endsPublicly = (chain: readonly X509Certificate[]): boolean => {
  const last = chain.at(-1);
  return (
    last !== undefined &&
    publicRoots().some(
      (root) =>
        root.fingerprint256 === last.fingerprint256 ||
        (last.checkIssued(root) && last.verify(root.publicKey)),
    )
  );
};
