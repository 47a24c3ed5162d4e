import { createPublicKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createRecoveryKey,
  judgeRecoveryKey,
  parseRecoveryKey,
  RECOVERY_KEY_BLOCKS,
  toFingerprint,
  toPrivateKey,
  toPublicKey,
  toRawPublicKey,
} from './recovery-key.ts';

const random = { bytes: (length: number) => new Uint8Array(randomBytes(length)) };
const key = createRecoveryKey(random);
const blocks = key.privatePrinted.split('-');

/** Whether the private half belongs to the public one. */
const opens = (secret: Uint8Array, publicKey: string): boolean =>
  toRawPublicKey(createPublicKey(toPrivateKey(secret))).toString('base64url') === publicKey;

const parsed = (typed: string): Uint8Array => {
  const result = parseRecoveryKey(typed);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

describe('[BAK1] the recovery key', () => {
  test('is printed in eleven blocks of six characters that hold no letter which looks like another', () => {
    expect(blocks).toHaveLength(RECOVERY_KEY_BLOCKS);
    for (const block of blocks) expect(block).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
  });

  test('is read back as it was printed, and opens what its public half has sealed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const pair = createRecoveryKey({ bytes: () => bytes });
        expect(parsed(pair.privatePrinted)).toEqual(bytes);
        expect(opens(parsed(pair.privateQrText), pair.publicKey)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  test('may be typed in small letters, with O for 0, I and L for 1, with any gaps or none', () => {
    const sloppy = key.privatePrinted.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
    for (const typed of [sloppy, sloppy.replaceAll('-', ''), sloppy.replaceAll('-', ' \n ')]) {
      expect(opens(parsed(typed), key.publicKey)).toBe(true);
    }
    const threes = key.privatePrinted.replaceAll('-', '').replaceAll(/(.{3})/g, '$1 ');
    expect(opens(parsed(threes), key.publicKey)).toBe(true);
  });

  test('names the block with a single wrong character', () => {
    const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    for (const [index, block] of blocks.entries()) {
      for (let place = 0; place < block.length; place += 1) {
        for (const character of alphabet) {
          if (character === block[place]) continue;
          const wrong = block.slice(0, place) + character + block.slice(place + 1);
          const verdicts = judgeRecoveryKey(blocks.with(index, wrong).join('-'));
          expect(verdicts).toEqual(blocks.map((_, other) => (other === index ? 'wrong' : 'right')));
        }
      }
    }
  });

  test('names the block in which two neighbours have changed places', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.nat(RECOVERY_KEY_BLOCKS - 1),
        fc.nat(4),
        (bytes, index, place) => {
          const printed = createRecoveryKey({ bytes: () => bytes }).privatePrinted.split('-');
          const characters = Array.from(printed[index] ?? '');
          const [left, right] = [characters[place] ?? '', characters[place + 1] ?? ''];
          fc.pre(left !== right);
          const swapped = characters
            .with(place, right)
            .with(place + 1, left)
            .join('');
          expect(judgeRecoveryKey(printed.with(index, swapped).join('-'))[index]).toBe('wrong');
        },
      ),
    );
  });

  test('notices two blocks that have changed places', () => {
    const [first = '', second = ''] = blocks;
    expect(judgeRecoveryKey(blocks.with(0, second).with(1, first).join(' ')).slice(0, 3)).toEqual([
      'wrong',
      'wrong',
      'right',
    ]);
  });

  test('keeps the other blocks in their places where one has a character too few or too many', () => {
    for (const wrong of [blocks[3]?.slice(1) ?? '', `${blocks[3] ?? ''}7`]) {
      const verdicts = judgeRecoveryKey(blocks.with(3, wrong).join('-'));
      expect(verdicts.filter((verdict) => verdict === 'right')).toHaveLength(RECOVERY_KEY_BLOCKS - 1);
    }
  });

  test('says how many blocks are missing of a half-typed one', () => {
    expect(parseRecoveryKey(blocks.slice(0, 5).join('-'))).toEqual({
      ok: false,
      refusal: { kind: 'incomplete', missing: 6 },
    });
    expect(parseRecoveryKey('')).toEqual({ ok: false, refusal: { kind: 'incomplete', missing: 11 } });
    expect(judgeRecoveryKey(key.privatePrinted.slice(0, 9))).toEqual(['right', 'incomplete']);
  });

  test('refuses more blocks than a key has, and signs that are no letters of it', () => {
    expect(parseRecoveryKey(`${key.privatePrinted}-${blocks[0] ?? ''}`).ok).toBe(false);
    expect(judgeRecoveryKey(`${key.privatePrinted}-${blocks[0] ?? ''}`).at(-1)).toBe('wrong');
    expect(judgeRecoveryKey('UUUUUU')).toEqual(['wrong']);
  });

  test('notices blocks of two sheets, each right by itself', () => {
    const other = createRecoveryKey(random).privatePrinted.split('-');
    const mixed = parseRecoveryKey([...blocks.slice(0, 6), ...other.slice(6)].join('-'));
    expect(mixed).toEqual({ ok: false, refusal: { kind: 'mixed' } });
  });

  test('has a short mark by which sheets are told apart', () => {
    expect(key.fingerprint).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(toFingerprint(Buffer.from(key.publicKey, 'base64url'))).toBe(key.fingerprint);
    expect(createRecoveryKey(random).fingerprint).not.toBe(key.fingerprint);
  });

  test('takes only 32 bytes for a public half', () => {
    expect(() => toPublicKey(new Uint8Array(31))).toThrow(RangeError);
    expect(toRawPublicKey(toPublicKey(Buffer.from(key.publicKey, 'base64url'))).length).toBe(32);
  });
});
