import { X509Certificate } from 'node:crypto';
import type { Clock, Instant } from '#core/kernel/clock.ts';
import { toCertificateFingerprint, toKeyFingerprint } from './authority.ts';
import { readChoice, type ReachChoice } from './choice.ts';
import { toServerNames } from './names.ts';
import { keepOwnCertificates, readPair } from './own-authority.ts';
import type { KeyAndChain } from './pem.ts';
import { toPkiFolder, type PkiFolder } from './pki-folder.ts';
import { KeyFileError } from './private-file.ts';
import { toProxyTest, type IsProxy } from './proxies.ts';

/** How the server is reached at the moment. */
export interface Reach {
  /** Where the certificate comes from; `none` means plain HTTP. */
  readonly certificate: 'none' | 'own' | 'uploaded';
  /** What TLS is served with. */
  readonly tls: KeyAndChain | undefined;
  /** When that certificate runs out. */
  readonly until: Instant | undefined;
  /** Whether browsers know the certificate's authority by themselves. */
  readonly isPubliclyTrusted: boolean;
  /** The own authority, for whoever has to know the server by it. */
  readonly authority: AuthorityMarks | undefined;
  /** The proxy through which it is reached beside. */
  readonly proxy: ProxyMarks | undefined;
  /** Whether a connection comes from that proxy. */
  readonly isProxy: IsProxy;
}

/** What the own authority is known by; see `OwnAuthority`. */
export interface AuthorityMarks {
  readonly certificate: string;
  readonly fingerprint: string;
  readonly certificateFingerprint: string;
}

export interface ProxyMarks {
  readonly address: string;
  /** The path under which it offers the client, `/` or `/umlauf/`. */
  readonly prefix: string;
  readonly proxies: readonly string[];
}

/** Keeps the server's certificate fresh and tells when it has changed. */
export interface ReachKeeper {
  current(): Reach;
  /** Reads the choice anew and renews what is due. Rejects with KeyFileError; then what was goes on. */
  refresh(): Promise<void>;
  onChange(listener: (reach: Reach) => void): void;
  stop(): void;
}

export interface KeeperOptions {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}

/** Looks so often whether a certificate is due, in milliseconds. */
const LOOK_EVERY = 3_600_000;

/** Serves plain HTTP whatever was chosen: for whoever has to mend what was. */
export const openIdleKeeper = (): ReachKeeper => {
  const nothing: Reach = {
    certificate: 'none',
    tls: undefined,
    until: undefined,
    isPubliclyTrusted: false,
    authority: undefined,
    proxy: undefined,
    isProxy: () => false,
  };
  return {
    current: () => nothing,
    refresh: () => Promise.resolve(),
    onChange: () => undefined,
    stop: () => undefined,
  };
};

/** Opens what was chosen. Rejects with KeyFileError where keys are damaged or readable for others. */
export const openReachKeeper = async ({ dataDir, clock, onError }: KeeperOptions): Promise<ReachKeeper> => {
  const folder = toPkiFolder(dataDir);
  const listeners: ((reach: Reach) => void)[] = [];
  let current = await readReach(folder, clock.now());
  let last: Promise<void> = Promise.resolve();

  const read = async (): Promise<void> => {
    const next = await readReach(folder, clock.now());
    if (toMark(next) === toMark(current)) return;
    current = next;
    for (const listener of listeners) listener(next);
  };
  const refresh = (): Promise<void> => {
    // One after the other: two that renew at once would each write a key.
    last = last.then(read, read);
    return last;
  };
  const timer = setInterval(() => void refresh().catch(onError), LOOK_EVERY);
  timer.unref();

  return {
    current: () => current,
    refresh,
    onChange: (listener) => {
      listeners.push(listener);
    },
    stop: () => {
      clearInterval(timer);
    },
  };
};

const readReach = async (folder: PkiFolder, now: Instant): Promise<Reach> => {
  const { certificate, proxy } = readChoice(folder);
  return {
    ...(await readCertificate(folder, certificate, now)),
    proxy: proxy && { ...proxy, prefix: new URL(proxy.address).pathname },
    isProxy: toProxyTest(proxy?.proxies ?? []),
  };
};

type CertificatePart = Omit<Reach, 'proxy' | 'isProxy'>;

const readCertificate = async (
  folder: PkiFolder,
  choice: ReachChoice['certificate'],
  now: Instant,
): Promise<CertificatePart> => {
  const none = { tls: undefined, until: undefined, authority: undefined, isPubliclyTrusted: false };
  if (choice === undefined) return { certificate: 'none', ...none };
  if (choice.way === 'uploaded') {
    const tls = readPair(folder.uploaded);
    if (tls === undefined) throw new KeyFileError({ problem: 'key-lost', detail: folder.uploaded });
    const { isPubliclyTrusted } = choice;
    return { ...none, certificate: 'uploaded', tls, until: toEnd(tls), isPubliclyTrusted };
  }
  const names = toServerNames(choice.names);
  if (!names.ok) throw new KeyFileError({ problem: 'key-lost', detail: folder.choice });
  const { authority, issued } = await keepOwnCertificates(folder, choice.schoolName, names.value, now);
  return { ...none, certificate: 'own', tls: issued, until: toEnd(issued), authority: toMarks(authority) };
};

const toMarks = ({ chain: [certificate = ''] }: KeyAndChain): AuthorityMarks => ({
  certificate,
  fingerprint: toKeyFingerprint(certificate),
  certificateFingerprint: toCertificateFingerprint(certificate),
});

const toEnd = ({ chain }: KeyAndChain): Instant => new X509Certificate(chain[0] ?? '').validToDate.getTime();

/** Two states with the same mark serve the same. */
const toMark = ({ isProxy: _test, ...reach }: Reach): string => JSON.stringify(reach);
