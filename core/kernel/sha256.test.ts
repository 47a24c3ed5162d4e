import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toShortSha256 } from './sha256.ts';

const ascii = fc.string({ unit: 'binary-ascii', maxLength: 55 });

test('gives what everybody else’s SHA-256 gives', () => {
  fc.assert(
    fc.property(ascii, (text) => {
      const expected = createHash('sha256').update(text, 'latin1').digest('hex');
      expect(Buffer.from(toShortSha256(text)).toString('hex')).toBe(expected);
    }),
  );
});

test('refuses what does not fit into one block', () => {
  expect(() => toShortSha256('x'.repeat(56))).toThrow(RangeError);
});
