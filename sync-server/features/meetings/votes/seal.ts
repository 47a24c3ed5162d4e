import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto';
import type { Id } from '#core/kernel/id.ts';

/**
 * Ballots without names: AES-256-GCM under the key of their vote (NIST SP 800-38D). The nonce is made from the random id of
 * the ballot, which is used once; the vote is bound to it, so that no ballot counts in another one.
 */

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

interface Place {
  readonly voteId: Id;
  readonly ballotId: Id;
}

export const seal = (key: Uint8Array, plain: Uint8Array, { voteId, ballotId }: Place): Uint8Array => {
  const cipher = createCipheriv(CIPHER, key, toNonce(ballotId), { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(voteId));
  return new Uint8Array(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
};

/** Undefined for what was not sealed under this key for this place. */
export const open = (
  key: Uint8Array,
  sealed: Uint8Array,
  { voteId, ballotId }: Place,
): Uint8Array | undefined => {
  try {
    const decipher = createDecipheriv(CIPHER, key, toNonce(ballotId), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(voteId));
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
    const plain = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
    return new Uint8Array(Buffer.concat([plain, decipher.final()]));
  } catch {
    return undefined;
  }
};

const toNonce = (ballotId: Id): Uint8Array =>
  createHash('sha256').update(ballotId).digest().subarray(0, NONCE_BYTES);

/** What stands for a person among those who demand secrecy; without the key nobody can tell for whom. */
export const toMark = (key: Uint8Array, personId: Id): string =>
  createHmac('sha256', key).update(personId).digest('base64url');
