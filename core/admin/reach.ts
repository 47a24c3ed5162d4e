import { z } from 'zod';
import { ADDRESSES_MAX, toAddress } from '../directory/address.ts';
import { isDottedName, isHost } from '../kernel/host.ts';

/** As far as the form goes; whether it is one says the server. */
const PROXY = /^[0-9a-fA-F.:]+(\/\d{1,3})?$/u;

/** A host in the school's network: a name or an IPv4 address, without port and path. */
export const hostSchema = z
  .string()
  .max(253)
  .transform((typed) => typed.trim().toLowerCase())
  .refine(isHost);

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

/**
 * The addresses people use then, the public one first. `port` is where the server listens itself; behind a proxy nobody
 * but the proxy reaches it there.
 */
export const toAddresses = (
  { hosts, publicAddress, certificate }: Reach,
  port: number,
): readonly string[] => {
  const own = certificate === 'proxy' ? [] : hosts.map((host) => `https://${host}:${port}`);
  const all = [...(publicAddress === undefined ? [] : [publicAddress]), ...own]
    .map(toAddress)
    .filter((address) => address !== undefined);
  return [...new Set(all)].slice(0, ADDRESSES_MAX);
};

/** What somebody typed as the address of a page; without a scheme https is meant. */
function toPublicAddress(typed: string): string | undefined {
  const text = typed.trim().replace(/^https:\/\//iu, '');
  const [, name = '', port = '', path = ''] = /^([^/:]+)(:\d{1,5})?(\/[\w.~/-]*)?$/u.exec(text) ?? [];
  const host = name.toLowerCase();
  const isName = isDottedName(host);
  const isPort = port === '' || Number(port.slice(1)) <= 65_535;
  const isPath = !path.split('/').includes('..');
  return isName && isPort && isPath ? `https://${host}${port}${path.replace(/\/+$/u, '')}` : undefined;
}
