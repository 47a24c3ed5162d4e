import { isIPv4, SocketAddress } from 'node:net';
import type { ServerName } from './names.ts';

/** The object identifier of the extension (RFC 5280, 4.2.1.10). */
export const NAME_CONSTRAINTS = '2.5.29.30';

const SEQUENCE = 0x30;
/** permittedSubtrees [0], constructed. */
const PERMITTED = 0xa0;
/** dNSName [2] and iPAddress [7] of GeneralName. */
const DNS_NAME = 0x82;
const IP_ADDRESS = 0x87;

/** Networks in which schools number their own machines, and this machine itself. */
const PRIVATE_NETWORKS: readonly (readonly [string, number])[] = [
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['127.0.0.0', 8],
  ['fc00::', 7],
  ['fe80::', 10],
  ['::1', 128],
];

/**
 * For which names and addresses an authority may vouch, in DER: these names with what lies below them, private
 * networks, and exactly the public addresses among these. Whoever steals its key can play this school and nobody else.
 */
export const toNameConstraints = (names: readonly ServerName[]): Uint8Array<ArrayBuffer> => {
  const networks = [
    ...PRIVATE_NETWORKS,
    ...names
      .filter(({ type }) => type === 'ip')
      .map(({ value }) => [value, isIPv4(value) ? 32 : 128] as const),
  ];
  const subtrees = [
    ...names.filter(({ type }) => type === 'dns').map(({ value }) => [DNS_NAME, Buffer.from(value)] as const),
    ...networks.map(([address, prefix]) => [IP_ADDRESS, toNetwork(address, prefix)] as const),
  ].map(([tag, content]) => encode(SEQUENCE, encode(tag, content)));
  return new Uint8Array(encode(SEQUENCE, encode(PERMITTED, Buffer.concat(subtrees))));
};

/** The address followed by its mask, as RFC 5280 writes networks. */
const toNetwork = (address: string, prefix: number): Buffer => {
  const bytes = toAddressBytes(address);
  const mask = bytes.map((_byte, index) => {
    const bits = Math.min(8, Math.max(0, prefix - index * 8));
    return (0xff << (8 - bits)) & 0xff;
  });
  return Buffer.from([...bytes, ...mask]);
};

/** The 4 or 16 bytes of an address. */
const toAddressBytes = (address: string): number[] => {
  if (isIPv4(address)) return address.split('.').map(Number);
  // The engine writes every notation, also one that ends in an IPv4 address, in groups.
  const plain = new SocketAddress({ address, family: 'ipv6' }).address;
  const [head = '', tail] = new URL(`http://[${plain}]/`).hostname.slice(1, -1).split('::');
  const toGroups = (text: string): string[] => text.split(':').filter((group) => group !== '');
  const after = toGroups(tail ?? '');
  const before = toGroups(head);
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
};

const encode = (tag: number, content: Buffer): Buffer => {
  const { length } = content;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content]);
  const size = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};
