import { X509Certificate } from 'node:crypto';
import type { CertificateProblem } from '#core/admin/certificate.ts';
import type { Instant } from '#core/kernel/clock.ts';
import { accept, refuse, type Result } from '#core/kernel/result.ts';
import { toCertificateFingerprint, toKeyFingerprint } from './authority.ts';
import { changeChoice } from './choice.ts';
import { toServerNames } from './names.ts';
import { keepOwnCertificates } from './own-authority.ts';
import { joinPem } from './pem.ts';
import { toPkiFolder } from './pki-folder.ts';
import { KeyFileError, writePrivate } from './private-file.ts';
import { toProxies } from './proxies.ts';
import { checkUpload, type Upload } from './uploaded.ts';

/**
 * The ways to a safe connection, one function each. Each checks first, then stores; a refusal changes nothing.
 * A running server takes a new choice over with `server.reach.refresh()`, without a restart.
 */

/** What the own authority is known by, to be shown and printed. */
export interface OwnAuthority {
  /** SHA-256 of its public key, hexadecimal: what devices pin and slips carry. It stays for as long as the key does. */
  readonly fingerprint: string;
  /** SHA-256 of its certificate, hexadecimal: what browsers show. */
  readonly certificateFingerprint: string;
  /** Its certificate in PEM, to be installed on devices; no secret. */
  readonly certificate: string;
  /** When the server's certificate runs out; it is renewed 30 days before. */
  readonly until: Instant;
  /** Names and addresses as they stand in the certificate. */
  readonly names: readonly string[];
}

/** What the own authority is to issue, and for whom. */
export interface OwnRequest {
  readonly schoolName: string;
  readonly names: readonly string[];
  readonly now: Instant;
  /** With a new key: every device has to learn to know the server anew. */
  readonly anew?: boolean;
}

/**
 * The school's own authority issues the server's certificate for these names and addresses (host names, addresses or
 * whole web addresses). Called again with other names it keeps its key: devices that know the server still do.
 */
export const useOwnAuthority = async (
  dataDir: string,
  request: OwnRequest,
): Promise<Result<OwnAuthority, CertificateProblem>> => {
  const names = toServerNames(request.names);
  if (!names.ok) return names;
  const folder = toPkiFolder(dataDir);
  try {
    const { authority, issued } = await keepOwnCertificates(
      folder,
      request.schoolName,
      names.value,
      request.now,
      request.anew,
    );
    const values = names.value.map(({ value }) => value);
    changeChoice(folder, { certificate: { way: 'own', schoolName: request.schoolName, names: values } });
    const [certificate = ''] = authority.chain;
    return accept({
      fingerprint: toKeyFingerprint(certificate),
      certificateFingerprint: toCertificateFingerprint(certificate),
      certificate,
      until: new X509Certificate(issued.chain[0] ?? '').validToDate.getTime(),
      names: values,
    });
  } catch (error) {
    return refuseKeyFile(error);
  }
};

/** What an uploaded certificate is good for. */
export interface UploadedCertificate {
  readonly until: Instant;
  /** Who issued it, for people. */
  readonly issuer: string;
  /** Whether browsers know that authority by themselves; if not, its certificate has to be installed on every device. */
  readonly isPubliclyTrusted: boolean;
  /** Names of the school that do not stand in it: under these, browsers warn. */
  readonly missing: readonly string[];
}

/**
 * A certificate from elsewhere, with its chain and key in PEM. `names` are the school's addresses; at least one has to
 * stand in it. It is not renewed by itself.
 */
export const useUploadedCertificate = (
  dataDir: string,
  request: Upload & { readonly names: readonly string[]; readonly now: Instant },
): Result<UploadedCertificate, CertificateProblem> => {
  const names = toServerNames(request.names);
  if (!names.ok) return names;
  const checked = checkUpload(request, names.value, request.now);
  if (!checked.ok) return checked;
  const { pem, isPubliclyTrusted, missing } = checked.value;
  const folder = toPkiFolder(dataDir);
  writePrivate(folder.uploaded, joinPem(pem));
  changeChoice(folder, { certificate: { way: 'uploaded', isPubliclyTrusted } });
  const own = new X509Certificate(pem.chain[0] ?? '');
  return accept({
    until: own.validToDate.getTime(),
    issuer: toIssuerName(own),
    isPubliclyTrusted,
    missing,
  });
};

/** What is trusted of a proxy. */
export interface ReverseProxy {
  readonly proxies: readonly string[];
  /** With a slash at its end, for example `https://schule.de/umlauf/`. */
  readonly address: string;
  /** The part of the path under which the client lies, `/` or `/umlauf/`. */
  readonly prefix: string;
}

/**
 * TLS ends at a proxy that is reached under this address and connects from one of these (single ones or small networks).
 * A certificate chosen before stays in use for whoever comes directly.
 */
export const useReverseProxy = (
  dataDir: string,
  request: { readonly proxies: readonly string[]; readonly address: string },
): Result<ReverseProxy, CertificateProblem> => {
  const checked = checkReverseProxy(request);
  if (!checked.ok) return checked;
  const { proxies, address } = checked.value;
  changeChoice(toPkiFolder(dataDir), { proxy: { proxies: [...proxies], address } });
  return checked;
};

/** Whether such a proxy can be trusted; stores nothing. */
export const checkReverseProxy = (request: {
  readonly proxies: readonly string[];
  readonly address: string;
}): Result<ReverseProxy, CertificateProblem> => {
  const proxies = toProxies(request.proxies);
  if (!proxies.ok) return proxies;
  const address = toProxyAddress(request.address);
  if (address === undefined) return refuse({ problem: 'bad-address', detail: request.address.slice(0, 200) });
  return accept({ proxies: proxies.value, address, prefix: new URL(address).pathname });
};

/** No proxy is trusted any more. */
export const useNoReverseProxy = (dataDir: string): void => {
  changeChoice(toPkiFolder(dataDir), { proxy: undefined });
};

const toProxyAddress = (written: string): string | undefined => {
  const text = written.trim();
  if (!URL.canParse(text) || text.length > 200) return undefined;
  const url = new URL(text);
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  // Only what needs no escaping can stand in a page and in a rule of a proxy alike.
  if (url.protocol !== 'https:' || !isPlain || !/^(\/[\w.-]+)*\/?$/u.test(url.pathname)) return undefined;
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
};

/** Who issued a certificate, for people. */
export const toIssuerName = ({ issuer }: X509Certificate): string =>
  /^CN=(.*)$/mu.exec(issuer)?.[1] ?? /^O=(.*)$/mu.exec(issuer)?.[1] ?? issuer;

const refuseKeyFile = (error: unknown): Result<never, CertificateProblem> => {
  if (error instanceof KeyFileError) return refuse(error.problem);
  throw error;
};
