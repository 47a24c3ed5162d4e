import { z } from 'zod';
import { isHost } from '../kernel/host.ts';

/** Longest address, in characters; it has to fit on a slip. */
const LENGTH_MAX = 200;
/** Ways to one server: outside, inside, by number; more are a mistake. */
export const ADDRESSES_MAX = 8;

const FORM = /^(?:(https?):\/\/)?([^/:?#@\s]+)(?::(\d{1,5}))?(\/[\w.~/-]*)?$/iu;
const DEFAULT_PORTS = { http: 80, https: 443 } as const;
/** Leads every device to itself. */
const OWN = /^(?:localhost|.*\.localhost|127\..*|0\..*)$/u;

/** What somebody typed as an address of the server, in its one form; without a scheme https is meant. */
export const toAddress = (typed: string): string | undefined => {
  const text = typed.trim();
  const [matched, given = 'https', name = '', portText, path = ''] = FORM.exec(text) ?? [];
  if (matched === undefined || text.length > LENGTH_MAX) return undefined;
  const scheme = given.toLowerCase() === 'http' ? 'http' : 'https';
  const host = name.toLowerCase();
  const port = portText === undefined ? DEFAULT_PORTS[scheme] : Number(portText);
  if (!isHost(host) || OWN.test(host) || port < 1 || port > 65_535) return undefined;
  if (path.split('/').some((part) => part === '..' || part === '.')) return undefined;
  const shownPort = port === DEFAULT_PORTS[scheme] ? '' : `:${port}`;
  return `${scheme}://${host}${shownPort}${path.replace(/\/+$/u, '')}`;
};

/** An address of the server in its one form: scheme, host, port unless it is the usual one, and perhaps a path. */
export const addressSchema = z
  .string()
  .max(LENGTH_MAX + 10)
  .refine((text) => toAddress(text) === text);

/** The addresses of a school's server, the one for everybody first, each once. */
export const addressesSchema = z
  .array(addressSchema)
  .max(ADDRESSES_MAX)
  .refine((all) => new Set(all).size === all.length);
