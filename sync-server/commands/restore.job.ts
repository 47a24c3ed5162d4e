import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import { note } from '#server/audit/note.ts';
import { voidOpenSlips } from '#server/features/admin/slips/void-open-slips.ts';
import { takeBack } from '#server/features/announcements/withdraw-announcement.ts';
import { placeSchool } from '#server/features/directory/placement.ts';
import { voidRestoredVotes } from '#server/features/meetings/votes/due.ts';
import { deleteDocument } from '#server/feed/documents.ts';
import { renewEpoch } from '#server/feed/numbering.ts';
import type { Job, JobContext, JobTable, Transaction } from '#server/storage/contract/storage.ts';
import { raiseMembershipVersion } from './membership-version.ts';
import { createStage } from './stage.ts';

export interface AfterRestoreArgs {
  /** When the snapshot of the backup was taken. */
  readonly madeAt: Instant;
  readonly now: Instant;
  /** What the deletion journals say, the newest act of each document. */
  readonly deletions: readonly { readonly document: Id; readonly act: 'deleted' | 'emptied' | 'returned' }[];
}

export interface AfterRestoreResult {
  readonly deleted: number;
}

/** What opened doors when the backup was made must not open them again: revoked devices and used codes would be back. */
const VOIDED = [
  'update session set revoked_at = ? where revoked_at is null',
  'update access_code set used_at = ? where used_at is null',
] as const;

/**
 * What a restored store does before it is served (D4): another epoch, so that every replica starts anew and offers what
 * the store lost; no session and no unused code lives on; what was deleted since is deleted again.
 */
const afterRestore: Job<AfterRestoreArgs, AfterRestoreResult> = async (transaction, args, context) => {
  const { now, madeAt } = args;
  await renewEpoch(transaction, context);
  for (const sql of VOIDED) await transaction.run(sql, now);
  await raiseMembershipVersion(transaction);
  let deleted = 0;
  for (const deletion of args.deletions) {
    if (await deleteAgain(transaction, context, deletion, now)) deleted += 1;
  }
  const stage = createStage(transaction, context, now);
  await voidOpenSlips(stage);
  await voidRestoredVotes(stage);
  await stage.put({ ...(await stage.school()), restored: { madeAt, at: now } }, placeSchool());
  await note(transaction, now, null, 'restore', null);
  return { deleted };
};

const deleteAgain = async (
  transaction: Transaction,
  context: JobContext,
  { document, act }: AfterRestoreArgs['deletions'][number],
  now: Instant,
): Promise<boolean> => {
  const stage = createStage(transaction, context, now);
  const row = await transaction.get<{ deleted: number }>(
    'select deleted from document where id = ?',
    document,
  );
  switch (act) {
    case 'returned':
      return false;
    case 'emptied': {
      const announcement = row?.deleted === 0 ? await stage.load('announcement', document) : undefined;
      if (announcement === undefined || announcement.state === 'withdrawn') return false;
      await takeBack(stage, announcement);
      return true;
    }
    case 'deleted':
      if (row?.deleted === 1) return false;
      if (row !== undefined) {
        await deleteDocument(transaction, document, context);
        return true;
      }
      await keepGone(transaction, document, now);
      return false;
  }
};

/** It was made and deleted after the backup: whoever offers it again is told that its id is taken. */
const keepGone = async (transaction: Transaction, document: Id, now: Instant): Promise<void> => {
  await transaction.run(
    "insert into document (id, kind, rev, inv, body, deleted, at) values (?, '', 1, 0, '{}', 1, ?)",
    document,
    now,
  );
  await transaction.run("insert into deletion (document, act, at) values (?, 'deleted', ?)", document, now);
};

export const jobs: JobTable = { 'after-restore': afterRestore };
