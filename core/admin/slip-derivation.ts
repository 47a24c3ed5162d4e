import type { Id } from '../kernel/id.ts';
import { BLOCK_LENGTH } from './slip-code.ts';

/**
 * What the server knows of a slip's code: two slow hashes, made where the code was drawn. That of the short form alone works
 * for its person; that of the whole code finds the slip by its locator, and proves that a server knows it (D19).
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

/** The salt of a whole code: whoever holds the code can make its hash without asking anybody. */
export const toLocatorSalt = (locator: string): string => `umlauf/slip-locator|${locator}`;

/** What of a whole code is secret: 60 random bits with their checks. */
export const toSecret = (code: string): string => code.slice(BLOCK_LENGTH);

/**
 * What a server proves its knowledge of a slip over, by HMAC-SHA-256 (RFC 2104) under the hash of the whole code: the
 * fingerprint of its authority's public key, empty where it has none of its own.
 */
export const toProofText = (locator: string, fingerprint: string): string =>
  `umlauf/slip-proof|${locator}|${fingerprint}`;
