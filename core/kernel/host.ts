/** A name of the domain system in lower case: letters, digits, hyphens; at most 253 characters (RFC 1123, 2.1). */
const DNS_NAME =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/u;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/u;
const NUMBERS_ONLY = /^[\d.]+$/u;

/** A name or an IPv4 address, in lower case, without port and path. */
export const isHost = (host: string): boolean =>
  NUMBERS_ONLY.test(host) ? IPV4.test(host) : DNS_NAME.test(host);

/** A name that may be known outside the own network: one with a dot. */
export const isDottedName = (host: string): boolean =>
  host.includes('.') && !NUMBERS_ONLY.test(host) && DNS_NAME.test(host);
