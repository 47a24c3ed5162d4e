import { describe, expect, it } from 'vitest';
import { toAddresses } from '../admin/reach.ts';
import { ADDRESSES_MAX, addressesSchema, toAddress } from './address.ts';

describe('[REACH12] an address of the school', () => {
  it.each([
    ['Umlauf.Lindenhof.example', 'https://umlauf.lindenhof.example'],
    [' https://umlauf.lindenhof.example:443/ ', 'https://umlauf.lindenhof.example'],
    ['HTTP://schulserver:80/umlauf/', 'http://schulserver/umlauf'],
    ['https://192.168.10.5:4400', 'https://192.168.10.5:4400'],
  ])('%s has one form', (typed, address) => {
    expect(toAddress(typed)).toBe(address);
    expect(toAddress(address)).toBe(address);
  });

  it.each([
    '',
    'ftp://umlauf.example',
    'javascript:alert(1)',
    'https://wer:geheim@umlauf.example',
    'https://umlauf.example/?a=1',
    'https://umlauf.example/#code',
    'https://umlauf.example/../etc',
    'https://umlauf.example/./',
    'https://umlauf.example:0',
    'https://umlauf.example:65536',
    'https://999.1.1.1',
    'https://localhost:4400',
    'http://127.0.0.1:4400',
    'https://0.0.0.0',
    'https://umläuf.example',
    'https://um lauf.example',
    `https://umlauf.example/${'a'.repeat(200)}`,
  ])('%s is none for other devices', (typed) => {
    expect(toAddress(typed)).toBeUndefined();
  });

  it('stands in a list of eight at most, once, and in its one form', () => {
    const many = Array.from({ length: ADDRESSES_MAX }, (_, index) => `https://u${index}.example`);
    expect(addressesSchema.safeParse(many).success).toBe(true);
    for (const list of [
      [...many, 'https://u.example'],
      ['https://u.example', 'https://u.example'],
      ['https://u.example/'],
      ['u.example'],
    ]) {
      expect(addressesSchema.safeParse(list).success).toBe(false);
    }
  });
});

describe('[REACH12] the addresses set-up leaves', () => {
  const hosts = ['schulserver', '192.168.10.5'];
  const publicAddress = 'https://umlauf.lindenhof.example';

  it('begin with the public one, then those in the school’s network', () => {
    expect(toAddresses({ hosts, publicAddress, certificate: 'own' }, 4400)).toEqual([
      publicAddress,
      'https://schulserver:4400',
      'https://192.168.10.5:4400',
    ]);
    expect(toAddresses({ hosts: ['localhost', 'schulserver'], certificate: 'uploaded' }, 443)).toEqual([
      'https://schulserver',
    ]);
  });

  it('are the proxy’s alone where there is one, and never more than fit', () => {
    expect(toAddresses({ hosts, publicAddress, certificate: 'proxy' }, 4400)).toEqual([publicAddress]);
    const many = Array.from({ length: 20 }, (_, index) => `server-${index}`);
    expect(toAddresses({ hosts: many, publicAddress, certificate: 'own' }, 4400)).toHaveLength(ADDRESSES_MAX);
  });
});
