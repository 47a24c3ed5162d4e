import type { Instant } from '#core/kernel/clock.ts';
import type { Job, JobTable, Transaction } from '#server/storage/contract/storage.ts';
import { countAttempt } from './attempts.job.ts';
import { PROOF_RULE } from './attempts.ts';

export interface CountProofArgs {
  /** A keyed hash of the address. */
  readonly scope: string;
  readonly now: Instant;
}

/** Until when the address gets no proofs; undefined if it gets this one. */
export type CountProofResult = Instant | undefined;

/** Counts a proof that was asked for: locators are guessed by asking for many. */
const countProof: Job<CountProofArgs, CountProofResult> = (transaction, { scope, now }) =>
  countAttempt(transaction, scope, PROOF_RULE, now);

/** Whoever then presents the right code was no guesser: a whole staff may join behind one address. */
export const takeProofBack = async (transaction: Transaction, scope: string): Promise<void> => {
  await transaction.run(
    'update attempt set failures = failures - 1 where scope = ? and failures > 0 and locked_until = 0',
    scope,
  );
};

export const jobs: JobTable = { 'count-proof': countProof };
