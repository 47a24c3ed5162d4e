import { z } from 'zod';

/** A name of the domain system in lower case: letters, digits, hyphens; at most 253 characters (RFC 1123, 2.1). */
const DNS_NAME =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/u;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)$/u;
/** As far as the form goes; whether it is one says the server. */
const PROXY = /^[0-9a-fA-F.:]+(\/\d{1,3})?$/u;
const NUMBERS_ONLY = /^[\d.]+$/u;

/** A host in the school's network: a name or an IPv4 address, without port and path. */
export const hostSchema = z
  .string()
  .max(253)
  .transform((typed) => typed.trim().toLowerCase())
  .refine((host) => (NUMBERS_ONLY.test(host) ? IPV4.test(host) : DNS_NAME.test(host)));

/** Where the server is reached from outside: https, perhaps with a path, without user, query and fragment. */
export const publicAddressSchema = z
  .string()
  .max(300)
  .transform((typed, context) => {
    const address = toPublicAddress(typed);
    if (address !== undefined) return address;
    context.addIssue({ code: 'custom', message: 'no public address' });
    return z.NEVER;
  });

/** How the certificate comes about: from the school's own authority, as a file, or at the reverse proxy. */
export const certificateWaySchema = z.enum(['own', 'uploaded', 'proxy']);
export type CertificateWay = z.infer<typeof certificateWaySchema>;

/** Where a proxy connects from, as somebody types it. */
export const proxySchema = z.string().trim().max(60).regex(PROXY);

/** How the server is reached, as set-up leaves it. */
export const reachSchema = z.object({
  hosts: z.array(hostSchema).max(20),
  publicAddress: publicAddressSchema.optional(),
  certificate: certificateWaySchema,
  /** From where the proxy connects: addresses or small networks; absent for one on the same machine. */
  proxies: z.array(proxySchema).max(10).optional(),
});
export type Reach = z.infer<typeof reachSchema>;

/** What somebody typed as the address of a page; without a scheme https is meant. */
function toPublicAddress(typed: string): string | undefined {
  const text = typed.trim().replace(/^https:\/\//iu, '');
  const [, name = '', port = '', path = ''] = /^([^/:]+)(:\d{1,5})?(\/[\w.~/-]*)?$/u.exec(text) ?? [];
  const host = name.toLowerCase();
  const isName = DNS_NAME.test(host) && host.includes('.') && !NUMBERS_ONLY.test(host);
  const isPort = port === '' || Number(port.slice(1)) <= 65_535;
  const isPath = !path.split('/').includes('..');
  return isName && isPort && isPath ? `https://${host}${port}${path.replace(/\/+$/u, '')}` : undefined;
}
