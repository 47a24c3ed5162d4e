import type { IncomingHttpHeaders } from 'node:http';

/** A request as far as it tells where it comes from. */
export interface Visit {
  /** The address of whoever opened the connection; a proxy's, where one stands before the server. */
  readonly remoteAddress: string | undefined;
  readonly httpVersion: string;
  readonly headers: IncomingHttpHeaders;
}

const LOOPBACK = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/u;
const LOCAL_HOST = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/iu;
/** What proxies add. One of them is enough: nobody at the machine itself has a reason to send it. */
const FORWARDING = /^(forwarded|via|x-forwarded(-.*)?|x-real-ip|x-client-ip|true-client-ip|cf-.*)$/u;

/**
 * Whether somebody sits at the server itself (D25). A proxy on the same machine also connects from loopback, so whatever
 * was forwarded does not count: no header of a proxy, HTTP/1.1 (nginx speaks 1.0 to what stands behind it unless told
 * otherwise), and a host that names this machine, which also keeps a foreign name that was pointed at 127.0.0.1 away.
 */
export const isAtServer = ({ remoteAddress, httpVersion, headers }: Visit): boolean =>
  LOOPBACK.test(remoteAddress ?? '') &&
  httpVersion === '1.1' &&
  LOCAL_HOST.test(headers.host ?? '') &&
  !Object.keys(headers).some((name) => FORWARDING.test(name));
