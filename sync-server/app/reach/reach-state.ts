import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import type { AddressStanding, ReachState } from '#core/admin/reach-state.ts';
import { toIssuerName } from '#server/pki/choose.ts';
import type { Reach } from '#server/pki/keeper.ts';
import { LOCAL_NAMES } from '#server/pki/names.ts';

/** The part of the state that follows from certificate, proxy and the school's addresses. */
export const describeReachState = (
  { certificate: way, tls, until, isPubliclyTrusted, authority, proxy }: Reach,
  addresses: readonly string[],
): Pick<ReachState, 'certificate' | 'proxy' | 'addresses'> => {
  const certificate = tls && new X509Certificate(tls.chain[0] ?? '');
  return {
    certificate: {
      way,
      isPubliclyTrusted,
      names: certificate === undefined ? [] : listNames(certificate),
      ...(until === undefined ? {} : { until }),
      ...(way === 'uploaded' && certificate !== undefined ? { issuer: toIssuerName(certificate) } : {}),
      ...(authority === undefined ? {} : { fingerprint: authority.certificateFingerprint }),
    },
    ...(proxy === undefined ? {} : { proxy: { address: proxy.address, proxies: [...proxy.proxies] } }),
    addresses: addresses.map((address) => ({
      address,
      standing: toStanding(new URL(address), certificate, proxy?.address),
    })),
  };
};

const listNames = ({ subjectAltName = '' }: X509Certificate): string[] =>
  subjectAltName
    .split(', ')
    .map((entry) => entry.replace(/^(DNS|IP Address):/u, '').toLowerCase())
    .filter((name) => name !== '' && !isLocalName(name));

const isLocalName = (name: string): boolean =>
  // OpenSSL writes `::1` out.
  name === '0:0:0:0:0:0:0:1' || LOCAL_NAMES.some(({ value }) => value === name);

const toStanding = (
  address: URL,
  certificate: X509Certificate | undefined,
  proxy: string | undefined,
): AddressStanding => {
  if (address.protocol === 'http:') return 'plain';
  if (proxy !== undefined && new URL(proxy).host === address.host) return 'proxied';
  const host = address.hostname;
  const match =
    isIP(host) === 0 ? certificate?.checkHost(host, { subject: 'never' }) : certificate?.checkIP(host);
  return match === undefined ? 'missing' : 'certified';
};
