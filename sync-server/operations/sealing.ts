import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import type { Random } from '#core/kernel/clock.ts';
import { BackupFault } from './backup-fault.ts';
import { KEY_BYTES, toFingerprint, toPrivateKey, toPublicKey, toRawPublicKey } from './recovery-key.ts';

/**
 * The content of a backup is sealed in chunks with AES-256-GCM under a key that exists for this file alone. The nonce of a
 * chunk is its number and whether it is the last one, so chunks that were left out, put elsewhere, repeated, taken from
 * another file or cut off at the end open no more than changed ones do (the STREAM construction of Hoang, Reyhanitabar,
 * Rogaway and Vizár, 2015). The key comes from an X25519 exchange with the school's recovery key and is bound to the
 * prefix of the file by HKDF (RFC 5869).
 */

/** A sealed chunk is so many bytes longer. */
export const TAG_BYTES = 16;
const NONCE_BYTES = 12;
const CONTEXT = 'umlauf backup 1';

/** The key of one file's content, while the file is being written or read. */
export type ContentKey = Buffer;

/** One half of the exchange for a new file. */
export interface Exchange {
  /** Goes into the header, in base64url. */
  readonly publicHalf: string;
  /** The key of the content, once the prefix with that header is known. */
  toContentKey(prefix: Uint8Array): ContentKey;
}

/** Begins an exchange with the public half of a recovery key. */
export const beginExchange = (recoveryPublicKey: Uint8Array, random: Random): Exchange => {
  const own = toPrivateKey(random.bytes(KEY_BYTES));
  const publicHalf = toRawPublicKey(createPublicKey(own));
  const theirs = toPublicKey(recoveryPublicKey);
  return {
    publicHalf: publicHalf.toString('base64url'),
    toContentKey: (prefix) => derive(own, theirs, Buffer.concat([publicHalf, recoveryPublicKey]), prefix),
  };
};

/**
 * The key of a file's content from the private half of the recovery key. Throws `BackupFault` with `wrong-key` if another
 * key was meant.
 */
export const openExchange = (
  secret: Uint8Array,
  header: { readonly exchange: string; readonly keyFingerprint: string },
  prefix: Uint8Array,
): ContentKey => {
  const own = toPrivateKey(secret);
  const ownPublic = toRawPublicKey(createPublicKey(own));
  if (toFingerprint(ownPublic) !== header.keyFingerprint) throw new BackupFault('wrong-key');
  const publicHalf = Buffer.from(header.exchange, 'base64url');
  return derive(own, toPublicKey(publicHalf), Buffer.concat([publicHalf, ownPublic]), prefix);
};

/** Seals the chunk of this number. */
export const sealChunk = (key: ContentKey, number: number, isLast: boolean, plain: Uint8Array): Buffer => {
  const cipher = createCipheriv('aes-256-gcm', key, toNonce(number, isLast));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

/** Opens the chunk of this number. Throws `BackupFault` with `damaged` if it is not exactly that one. */
export const openChunk = (key: ContentKey, number: number, isLast: boolean, sealed: Uint8Array): Buffer => {
  if (sealed.length < TAG_BYTES) throw new BackupFault('damaged');
  const decipher = createDecipheriv('aes-256-gcm', key, toNonce(number, isLast), {
    authTagLength: TAG_BYTES,
  });
  const end = sealed.length - TAG_BYTES;
  decipher.setAuthTag(sealed.subarray(end));
  const plain = decipher.update(sealed.subarray(0, end));
  try {
    decipher.final();
  } catch (error) {
    throw new BackupFault('damaged', { cause: error });
  }
  return plain;
};

const derive = (own: KeyObject, theirs: KeyObject, salt: Uint8Array, prefix: Uint8Array): ContentKey => {
  const shared = diffieHellman({ privateKey: own, publicKey: theirs });
  const info = Buffer.concat([Buffer.from(CONTEXT), createHash('sha256').update(prefix).digest()]);
  return Buffer.from(hkdfSync('sha256', shared, salt, info, 32));
};

const toNonce = (number: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUInt32BE(number, NONCE_BYTES - 5);
  nonce[NONCE_BYTES - 1] = isLast ? 1 : 0;
  return nonce;
};
