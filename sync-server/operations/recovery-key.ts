import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { Random } from '#core/kernel/clock.ts';
import { accept, refuse, type Result } from '#core/kernel/result.ts';
import {
  BLOCK_LENGTH,
  countBlocks,
  fromBlocks,
  judgeBlock,
  splitBlocks,
  toBlocks,
  type BlockVerdict,
} from './checked-blocks.ts';

/**
 * The key pair of a school's backups (X25519, RFC 7748). The server keeps the public half and seals with it; the private
 * half exists on paper alone, in the emergency envelope.
 */
export interface RecoveryKey {
  /** 32 bytes in base64url: what the server stores under `BACKUP_PUBLIC_KEY`. */
  readonly publicKey: string;
  /** The private half as it is printed and typed: eleven blocks of six characters with hyphens. Never stored. */
  readonly privatePrinted: string;
  /** The private half as a QR code holds it, in the characters of its alphanumeric mode. Never stored. */
  readonly privateQrText: string;
  /** Tells the sheets of two keys apart; printed on the sheet, shown with every backup. */
  readonly fingerprint: string;
}

/** Why what somebody typed is no recovery key. Places of blocks are counted from 0. */
export type RecoveryKeyFault =
  | { readonly kind: 'blocks'; readonly verdicts: readonly BlockVerdict[] }
  | { readonly kind: 'incomplete'; readonly missing: number }
  /** Each block is right by itself, but together they are no key: blocks of two sheets were mixed. */
  | { readonly kind: 'mixed' };

/** The key in the store's table `meta` under which the public half lies. */
export const BACKUP_PUBLIC_KEY = 'backup-public-key';

export const KEY_BYTES = 32;
const SUM_BYTES = 2;
export const RECOVERY_KEY_BLOCKS = countBlocks(KEY_BYTES + SUM_BYTES);
/** Typed along by a scanner; whatever stands before the last colon is not part of the key. */
const QR_PREFIX = 'UMLAUF-SCHLUESSEL:';
/** The DER that stands before the 32 bytes of a private X25519 key (RFC 8410, section 7) and of a public one (section 4). */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b656e04220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b656e032100', 'hex');

/** A new pair. Whoever calls it prints the private half and forgets it. */
export const createRecoveryKey = (random: Random): RecoveryKey => {
  const secret = random.bytes(KEY_BYTES);
  const publicKey = toRawPublicKey(createPublicKey(toPrivateKey(secret)));
  const blocks = toBlocks(Buffer.concat([secret, toSum(secret)])).join('-');
  return {
    publicKey: publicKey.toString('base64url'),
    privatePrinted: blocks,
    privateQrText: QR_PREFIX + blocks,
    fingerprint: toFingerprint(publicKey),
  };
};

/** The 32 bytes of the private half that somebody typed or scanned. */
export const parseRecoveryKey = (typed: string): Result<Uint8Array, RecoveryKeyFault> => {
  const blocks = splitRecoveryKey(typed);
  const verdicts = blocks.map(judgeBlock);
  const missing = RECOVERY_KEY_BLOCKS - blocks.length;
  if (missing < 0 || verdicts.some((verdict) => verdict !== 'right')) {
    return refuse({ kind: 'blocks', verdicts });
  }
  if (missing > 0) return refuse({ kind: 'incomplete', missing });
  const bytes = fromBlocks(blocks, KEY_BYTES + SUM_BYTES);
  const secret = bytes.slice(0, KEY_BYTES);
  const isWhole = toSum(secret).equals(bytes.subarray(KEY_BYTES));
  return isWhole ? accept(secret) : refuse({ kind: 'mixed' });
};

/** How each block typed so far stands, for whoever is still typing. Blocks beyond the last are wrong. */
export const judgeRecoveryKey = (typed: string): readonly BlockVerdict[] =>
  splitRecoveryKey(typed).map((block, index) =>
    index < RECOVERY_KEY_BLOCKS ? judgeBlock(block, index) : 'wrong',
  );

/** The first 40 bits of the public half's SHA-256 as two groups: `7K3M-Q2XD`. */
export const toFingerprint = (publicKey: Uint8Array): string => {
  const text = toBlocks(createHash('sha256').update(publicKey).digest().subarray(0, 5))
    .map((block) => block.slice(0, BLOCK_LENGTH - 1))
    .join('')
    .slice(0, 8);
  return `${text.slice(0, 4)}-${text.slice(4)}`;
};

/** The private half for Node's cryptography. */
export const toPrivateKey = (secret: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, secret]), format: 'der', type: 'pkcs8' });

/** A public half for Node's cryptography; throws if it is not 32 bytes. */
export const toPublicKey = (bytes: Uint8Array): KeyObject => {
  if (bytes.length !== KEY_BYTES) throw new RangeError('a public X25519 key has 32 bytes');
  return createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, bytes]), format: 'der', type: 'spki' });
};

/** The 32 bytes of a public half. */
export const toRawPublicKey = (key: KeyObject): Buffer =>
  key.export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES);

const splitRecoveryKey = (typed: string): readonly string[] =>
  splitBlocks(typed.slice(typed.lastIndexOf(':') + 1), RECOVERY_KEY_BLOCKS);

/** Says nothing about the key: 16 bits of a hash of 256 random ones. */
const toSum = (secret: Uint8Array): Buffer =>
  createHash('sha256').update('umlauf recovery key').update(secret).digest().subarray(0, SUM_BYTES);
