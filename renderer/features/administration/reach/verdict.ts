import type { ReachState } from '#core/admin/reach-state.ts';

/** An uploaded certificate is spoken of so long before its end: ordering a new one takes weeks at some municipalities. */
const SPEAK_OF_END = 30 * 86_400_000;

/** The one thing to know about the ways to the server, the most urgent first. */
export type Verdict =
  | { readonly kind: 'held' | 'only-here' | 'started-here' | 'ended' | 'good' }
  | { readonly kind: 'ends'; readonly until: number }
  | { readonly kind: 'uncovered'; readonly addresses: readonly string[] };

export const toVerdict = (state: ReachState): Verdict => {
  const { certificate, proxy, addresses, now } = state;
  const { way, until = now } = certificate;
  if (state.isHeld) return { kind: 'held' };
  if (way === 'none' && proxy === undefined) return { kind: 'only-here' };
  if (state.isLocal) return { kind: 'started-here' };
  if (way !== 'none' && until <= now) return { kind: 'ended' };
  if (way === 'uploaded' && until - now < SPEAK_OF_END) return { kind: 'ends', until };
  const missing = addresses.filter(({ standing }) => standing === 'missing');
  return missing.length === 0
    ? { kind: 'good' }
    : { kind: 'uncovered', addresses: missing.map(({ address }) => address) };
};

/** Names for a certificate of the own authority: those it has, or else where the school says that the server is. */
export const proposeNames = ({ certificate, addresses, found }: ReachState): readonly string[] => {
  if (certificate.way === 'own') return certificate.names;
  const hosts = addresses
    .filter(({ standing }) => standing !== 'proxied')
    .map(({ address }) => toHost(address));
  return [...new Set(hosts.length === 0 ? found : hosts)];
};

/** The names the certificate has, and those of these addresses. */
export const joinNames = ({ certificate }: ReachState, addresses: readonly string[]): string[] => [
  ...new Set([...certificate.names, ...addresses.map(toHost)]),
];

const toHost = (address: string): string => new URL(address).hostname;
