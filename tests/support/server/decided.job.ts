import { createStage } from '#server/commands/stage.ts';
import type { Committed } from '#server/commands/door.job.ts';
import { enterResolution, repealResolution, type Entry } from '#server/features/meetings/enter-resolution.ts';
import { placeResolution } from '#server/features/meetings/resolution-placement.ts';
import type { Resolution } from '#core/meetings/outcome.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Job, JobTable } from '#server/storage/contract/storage.ts';

/** What the handler of a vote does in its transaction. */
const enterDecided: Job<Entry & { readonly now: Instant }, Committed> = async (
  transaction,
  args,
  context,
) => {
  const stage = createStage(transaction, context, args.now);
  await enterResolution(stage, args);
  return { changes: stage.changes, membershipChanged: [] };
};

/** What the handler of `annul-vote` does in its transaction. */
const repealDecided: Job<
  { readonly voteId: Id; readonly reason: string; readonly now: Instant },
  Committed
> = async (transaction, { voteId, reason, now }, context) => {
  const stage = createStage(transaction, context, now);
  await repealResolution(stage, voteId, reason);
  return { changes: stage.changes, membershipChanged: [] };
};

/** A resolution as it stood on another day. */
const storeResolution: Job<{ readonly resolution: Resolution; readonly now: Instant }, Committed> = async (
  transaction,
  { resolution, now },
  context,
) => {
  const stage = createStage(transaction, context, now);
  await stage.put(resolution, placeResolution(resolution));
  return { changes: stage.changes, membershipChanged: [] };
};

export const jobs: JobTable = {
  'enter-decided': enterDecided,
  'repeal-decided': repealDecided,
  'store-resolution': storeResolution,
};
