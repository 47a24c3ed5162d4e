import type { ReachAct } from '#core/admin/reach-state.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import { note } from '#server/audit/note.ts';
import { loadActor } from '#server/commands/actor.ts';
import type { Job, JobTable } from '#server/storage/contract/storage.ts';
import { SET_UP_REACH } from '../setup/set-up.job.ts';

export interface NoteReachArgs {
  readonly actor: Id;
  readonly way: ReachAct['way'];
  readonly now: Instant;
}

/** Keeps that an administrator changes how the server is reached; what the assistant was told counts no longer. */
const noteReach: Job<NoteReachArgs, 'noted' | 'forbidden'> = async (transaction, { actor, way, now }) => {
  if ((await loadActor(transaction, actor))?.administrator !== true) return 'forbidden';
  await note(transaction, now, actor, 'set-reach', null, way);
  await transaction.run('delete from meta where key = ?', SET_UP_REACH);
  return 'noted';
};

export const jobs: JobTable = { 'note-reach': noteReach };
