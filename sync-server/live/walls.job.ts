import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Job, JobTable } from '#server/storage/contract/storage.ts';

export interface HangWallArgs {
  readonly tokenHash: string;
  /** Stands in the place of a session's id; no session has it. */
  readonly id: Id;
  readonly conferenceId: Id;
  readonly now: Instant;
}

/** Lets a device show the conference. */
const hang: Job<HangWallArgs, undefined> = async (transaction, { tokenHash, id, conferenceId, now }) => {
  await transaction.run(
    'insert into wall (token_hash, id, conference, at) values (?, ?, ?, ?)',
    tokenHash,
    id,
    conferenceId,
    now,
  );
};

export const jobs: JobTable = { 'hang-wall': hang };
