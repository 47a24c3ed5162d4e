import type { Instant } from '#core/kernel/clock.ts';
import { reviewVotes } from '#server/features/meetings/votes/due.ts';
import type { Job, JobTable } from '#server/storage/contract/storage.ts';
import { createStage } from './stage.ts';

/** Looks after votes that were open when the server ended; before anybody is served. */
const review: Job<{ readonly now: Instant }, undefined> = async (transaction, { now }, context) => {
  await reviewVotes(createStage(transaction, context, now));
};

export const jobs: JobTable = { 'review-votes': review };
