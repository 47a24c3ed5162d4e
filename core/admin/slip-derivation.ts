import { encodeBase32, type Id } from '../kernel/id.ts';
import { toShortSha256 } from '../kernel/sha256.ts';
import { BLOCK_LENGTH, SHORT_LENGTH, toLocator } from './slip-code.ts';

/**
 * What the server knows of a slip's code: hashes, made where the code was drawn. The short form goes through scrypt, since
 * its 30 bits could be searched; the whole code is bound to that hash by SHA-256.
 */
export const SLIP_DERIVATION = {
  /** Scrypt (RFC 7914): cost, block size, lanes: 16 MiB. */
  cost: 16_384,
  blockSize: 8,
  parallelism: 1,
  hashBytes: 32,
} as const;

/** The salt of a short form: its hash works for this person alone. */
export const toSlipSalt = (personId: Id): string => `umlauf/slip|${personId}`;

/** The hash of the whole code, bound to its locator; `shortHash` is the slow hash of its short form, 43 characters of base64url. */
export const toLongHash = (code: string, shortHash: string): string =>
  encodeBase32(toShortSha256(toLocator(code) + code.slice(BLOCK_LENGTH, -SHORT_LENGTH) + shortHash));
