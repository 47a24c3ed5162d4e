import { expect, it } from 'vitest';
import { derivePasswordKeys } from '#renderer/replica/keys.ts';
import { deriveAuth } from './derive.ts';

it('[AUTH2] derives from a password what a client derives, in any spelling of its umlauts', async () => {
  const salt = 'AAECAwQFBgcICQoLDA0ODw';
  const { auth } = await derivePasswordKeys('Über den Wölken 7', salt);
  expect(deriveAuth('U\u0308ber den Wo\u0308lken 7', salt)).toBe(auth);
  expect(auth).toMatch(/^[\w-]{43}$/);
});
