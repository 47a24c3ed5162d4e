import { expect, test } from 'vitest';
import { toAddressPath, toAppPath } from './base-path.ts';

test('[REACH8] the app names its places alike wherever it lies', () => {
  expect(toAddressPath('/gruppen/abc', '/')).toBe('/gruppen/abc');
  expect(toAddressPath('/gruppen/abc', '/umlauf/')).toBe('/umlauf/gruppen/abc');
  expect(toAddressPath('/', '/umlauf/')).toBe('/umlauf/');
  expect(toAppPath('/umlauf/gruppen/abc', '/umlauf/')).toBe('/gruppen/abc');
  expect(toAppPath('/umlauf/', '/umlauf/')).toBe('/');
  expect(toAppPath('/gruppen/abc', '/')).toBe('/gruppen/abc');
  // Outside of where it lies there is nothing of it.
  expect(toAppPath('/anderes', '/umlauf/')).toBe('/');
});
