import type { IncomingHttpHeaders } from 'node:http';
import { isIPv4 } from 'node:net';
import type { Reach } from '#server/pki/keeper.ts';

/** What is looked at of a request. */
export interface Incoming {
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
  /** A TLS socket is `encrypted`. */
  readonly socket: { readonly remoteAddress?: string | undefined; readonly encrypted?: boolean };
}

/** By which way a request came. */
export interface Arrival {
  /** Its path and query, without the prefix of the proxy. */
  readonly url: string;
  /** The hosts under which whoever asks may know the server. */
  readonly hosts: readonly string[];
  /** Whether it was safe all the way up to the proxy, or up to here. */
  readonly isSecure: boolean;
  /** Whether a trusted proxy brought it. */
  readonly isProxied: boolean;
  /** The path under which the client lies for whoever asks, `/` or `/umlauf/`. */
  readonly prefix: string;
  /** `plain`: it came without TLS although the server has some, or should have come by the proxy. */
  readonly fault: 'plain' | undefined;
}

/** Reads from connection and headers how a request came. Headers about the way count only from a trusted proxy. */
export const toArrival = (request: Incoming, reach: Reach): Arrival => {
  const { remoteAddress } = request.socket;
  const isSecure = request.socket.encrypted === true;
  const url = request.url ?? '/';
  const { host } = request.headers;
  const hosts = host === undefined ? [] : [host];
  const { proxy } = reach;
  if (proxy !== undefined && reach.isProxy(remoteAddress) && isForwarded(request)) {
    return {
      url: withoutPrefix(url, proxy.prefix),
      hosts: [new URL(proxy.address).host, ...hosts],
      isSecure: true,
      isProxied: true,
      prefix: proxy.prefix,
      fault: undefined,
    };
  }
  const isSafe = isSecure || isLoopback(remoteAddress) || (reach.tls ?? reach.proxy) === undefined;
  const fault = isSafe ? undefined : 'plain';
  return { url, hosts, isSecure, isProxied: false, prefix: '/', fault };
};

/** Where the proxy runs on this machine, its requests differ from those of a browser here only by their headers. */
const isForwarded = ({ socket, headers }: Incoming): boolean =>
  !isLoopback(socket.remoteAddress) ||
  headers['x-forwarded-for'] !== undefined ||
  headers['x-forwarded-proto'] !== undefined;

/** Whether an address is this machine itself. */
export const isLoopback = (address: string | undefined): boolean => {
  const plain = address?.replace(/^::ffff:/u, '') ?? '';
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'));
};

/** Some proxies take the prefix off, others do not: both are understood. */
const withoutPrefix = (url: string, prefix: string): string => {
  if (prefix === '/') return url;
  const bare = prefix.slice(0, -1);
  if (url.startsWith(prefix)) return url.slice(bare.length);
  return url === bare || url.startsWith(`${bare}?`) ? `/${url.slice(bare.length)}` : url;
};
