import { z } from 'zod';
import type { Random } from './clock.ts';
import { toShortSha256 } from './sha256.ts';

/** 128 random bits as 26 characters of base32 (RFC 4648 alphabet in lower case); never ordered by time (D5). */
export type Id = string & { readonly __brand: 'Id' };

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const ID_BYTES = 16;

export const idSchema = z
  .string()
  .regex(/^[a-z2-7]{25}[aeimquy4]$/)
  .transform((value) => value as Id);

/** A new random id. */
export const createId = (random: Random): Id => encodeBase32(random.bytes(ID_BYTES)) as Id;

/** Whether a text has the shape of an id. */
export const isId = (text: string): text is Id => idSchema.safeParse(text).success;

/**
 * The id of the document that belongs to both: the same on every device without asking anybody
 * (a receipt belongs to one announcement and one person). One-way, because clients choose the ids of what they create:
 * nobody may find one whose combination is the id of another document, which would then be overwritten.
 */
export const combineIds = (first: Id, second: Id): Id =>
  encodeBase32(toShortSha256(first + second).subarray(0, ID_BYTES)) as Id;

/** Bytes to base32 without padding, lower case (RFC 4648, section 6). */
export const encodeBase32 = (bytes: Uint8Array): string => {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      text += ALPHABET[(value >>> (bits - 5)) & 31];
      bits -= 5;
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31] : text;
};
