import type { NetworkInterfaceInfo } from 'node:os';
import { hostSchema } from '#core/admin/reach.ts';

/** The networks of a machine, as `os.networkInterfaces` gives them. */
type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** Private networks (RFC 1918); what lies in a public one is no proposal for a school's network. */
const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/u;
/** Bridges and tunnels of programs: right in form, and of no use to another device. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet)/u;

/** Under which names and addresses other devices of the school's network may find this machine; the name first. */
export const findHosts = (hostname: string, interfaces: Interfaces): readonly string[] => {
  const addresses = Object.entries(interfaces)
    .filter(([name]) => !VIRTUAL.test(name))
    .flatMap(([, infos]) => infos ?? [])
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && PRIVATE.test(address))
    .map(({ address }) => address);
  const name = hostSchema.safeParse(hostname);
  const isUseful = name.success && name.data !== 'localhost';
  return [...new Set([...(isUseful ? [name.data] : []), ...addresses])];
};
