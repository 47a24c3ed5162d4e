import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { findHosts } from './hosts.ts';

const at = (address: string, extra: { family?: 'IPv4' | 'IPv6'; internal?: boolean } = {}) =>
  ({ address, family: 'IPv4', internal: false, ...extra }) as NetworkInterfaceInfo;

describe('the addresses proposed for a server', () => {
  it('are its name and its addresses in private networks', () => {
    const interfaces = {
      lo: [at('127.0.0.1', { internal: true })],
      eth0: [at('192.168.10.5'), at('fe80::1', { family: 'IPv6' })],
      wlan0: [at('10.1.2.3'), at('192.168.10.5')],
      docker0: [at('172.17.0.1')],
      wan: [at('203.0.113.7')],
    };
    expect(findHosts('Schulserver', interfaces)).toEqual(['schulserver', '192.168.10.5', '10.1.2.3']);
  });

  it('are none where the machine has no name and no network of use', () => {
    expect(findHosts('localhost', {})).toEqual([]);
    expect(findHosts('name mit leerzeichen', { eth0: undefined })).toEqual([]);
  });
});
