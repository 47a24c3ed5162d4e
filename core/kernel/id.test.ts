import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combineIds, createId, encodeBase32, isId, type Id } from './id.ts';

const ids = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => encodeBase32(bytes) as Id);

describe('ids', () => {
  test('an id is 26 characters of base32 and nothing else passes for one', () => {
    const id = createId({ bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) });
    expect(id).toMatch(/^[a-z2-7]{26}$/);
    expect(isId(id)).toBe(true);
    for (const bad of ['', 'x', id.toUpperCase(), `${id}a`, id.slice(1), `../${id.slice(3)}`])
      expect(isId(bad)).toBe(false);
  });

  test('combined ids are ids, and each pair in its order has its own', () => {
    fc.assert(
      fc.property(ids, ids, (left, right) => {
        const both = combineIds(left, right);
        expect(isId(both)).toBe(true);
        expect(combineIds(left, right)).toBe(both);
        expect(combineIds(right, left) === both).toBe(left === right);
      }),
    );
  });

  test('nobody finds an id whose combination is that of a given document', () => {
    const [first, second, third] = fc.sample(ids, 3);
    if (first === undefined || second === undefined || third === undefined) throw new Error('no sample');
    const document = combineIds(first, second);
    expect(combineIds(combineIds(document, third), third)).not.toBe(document);
  });
});
