import { BlockList, isIP } from 'node:net';
import type { CertificateProblem } from '#core/admin/certificate.ts';
import { accept, refuse, type Result } from '#core/kernel/result.ts';

/** Whether a connection from this address comes from a trusted proxy. */
export type IsProxy = (address: string | undefined) => boolean;

/** More proxies than any school has. */
const MOST = 8;
/** Networks wider than these hold clients, who could then forge where they come from. */
const WIDEST = { ipv4: 24, ipv6: 64 } as const;

/** Checks the addresses of proxies as people write them: single ones, or small networks such as 10.1.2.0/28. */
export const toProxies = (written: readonly string[]): Result<readonly string[], CertificateProblem> => {
  const proxies: string[] = [];
  for (const text of written.map((one) => one.trim()).filter((one) => one !== '')) {
    const network = toNetwork(text);
    if (network === undefined) return refuse({ problem: 'bad-proxy', detail: text.slice(0, 120) });
    if (network.prefix < WIDEST[network.family]) return refuse({ problem: 'wide-proxy', detail: text });
    if (!proxies.includes(text)) proxies.push(text);
  }
  const extra = proxies[MOST];
  if (extra !== undefined) return refuse({ problem: 'bad-proxy', detail: extra });
  return proxies.length === 0 ? refuse({ problem: 'no-proxy' }) : accept(proxies);
};

/** Recognises the connections of these proxies, also where IPv4 is written within IPv6. */
export const toProxyTest = (proxies: readonly string[]): IsProxy => {
  const list = new BlockList();
  for (const proxy of proxies) {
    const network = toNetwork(proxy);
    if (network !== undefined) list.addSubnet(network.address, network.prefix, network.family);
  }
  return (address) => {
    const family = isIP(address ?? '');
    return address !== undefined && family !== 0 && list.check(address, family === 4 ? 'ipv4' : 'ipv6');
  };
};

interface Network {
  readonly address: string;
  readonly prefix: number;
  readonly family: 'ipv4' | 'ipv6';
}

const toNetwork = (text: string): Network | undefined => {
  const [address = '', written, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return undefined;
  const most = version === 4 ? 32 : 128;
  if (written !== undefined && !/^\d{1,3}$/u.test(written)) return undefined;
  const prefix = written === undefined ? most : Number(written);
  return prefix > most ? undefined : { address, prefix, family: version === 4 ? 'ipv4' : 'ipv6' };
};
