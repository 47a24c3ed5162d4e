import { createHash, createHmac, scrypt, timingSafeEqual } from 'node:crypto';

/** Scrypt's cost: 16 MiB and about 40 ms. What is hashed is already behind argon2id or has 40 bits and ten attempts. */
const COST = { N: 16_384, r: 8, p: 1 } as const;
const HASH_BYTES = 32;

/** Hashes that may run or wait at once; beyond, the server says "unavailable" instead of burning its memory. */
const QUEUE_MAX = 64;
const PARALLEL_MAX = 4;

let running = 0;
const waiting: (() => void)[] = [];

/** The queue of hashes is full. */
export class HashQueueFullError extends Error {
  override readonly name = 'HashQueueFullError';
}

/** A slow hash of a secret, in base64url. Rejects with `HashQueueFullError` when too many wait. */
export const toSlowHash = async (secret: string, salt: string): Promise<string> => {
  if (running >= PARALLEL_MAX) {
    if (waiting.length >= QUEUE_MAX) throw new HashQueueFullError();
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await new Promise<string>((resolve, reject) => {
      scrypt(secret, salt, HASH_BYTES, COST, (error, key) => {
        if (error === null) resolve(key.toString('base64url'));
        else reject(error);
      });
    });
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
};

/** The hash under which a token of 256 random bits is stored: what is drawn at random needs no slow hash. */
export const toTokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** A keyed hash: what it says about its input is known to this server alone. */
export const toKeyedHash = (secret: string, purpose: string, value: string): Buffer =>
  createHmac('sha256', Buffer.from(secret, 'base64url')).update(`${purpose}\0${value}`).digest();

/** Whether two hashes are equal, in a time that does not tell where they differ. */
export const isSameHash = (left: string, right: string): boolean => {
  const [first, second] = [Buffer.from(left), Buffer.from(right)];
  return first.length === second.length && timingSafeEqual(first, second);
};
