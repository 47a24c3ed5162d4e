import { randomBytes } from 'node:crypto';
import type { JobContext } from '../contract/storage.ts';

/** The machine's clock and randomness. */
export const systemContext: Omit<JobContext, 'keys'> = {
  now: () => Date.now(),
  randomBytes: (length) => new Uint8Array(randomBytes(length)),
};
