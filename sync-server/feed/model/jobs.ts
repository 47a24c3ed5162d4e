/** Jobs of the model's world: what features do to documents, people and groups, without their rules. */
import type { Bucket } from '#core/access/bucket.ts';
import type { Role } from '#core/access/roles.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Job, JobTable } from '#server/storage/contract/storage.ts';
import { deleteDocument, putDocument, type Stored } from '../documents.ts';
import { removeFromBucket, renewEpoch, type Change } from '../numbering.ts';

export interface PutArgs {
  readonly id: Id;
  readonly title: string;
  readonly inv?: number;
  readonly buckets: readonly Bucket[];
}

const put: Job<PutArgs, Stored> = (transaction, { id, title, inv = 1, buckets }, context) =>
  putDocument(transaction, { id, kind: 'announcement', rev: 0, inv, title }, buckets, context);

const remove: Job<{ readonly documentId: Id; readonly bucket: Bucket }, readonly Change[]> = (
  transaction,
  args,
  context,
) => removeFromBucket(transaction, args, context);

const erase: Job<{ readonly id: Id }, readonly Change[]> = (transaction, { id }, context) =>
  deleteDocument(transaction, id, context);

interface PersonArgs {
  readonly personId: Id;
  readonly role: Role;
  readonly administrator?: boolean;
}

const addPerson: Job<PersonArgs, void> = async (transaction, { personId, role, administrator = false }) => {
  await transaction.run(
    `insert into person (id, short_code_key, role, administrator, staff_council, active) values (?, ?, ?, ?, 0, 1)
     on conflict (id) do update set role = excluded.role, administrator = excluded.administrator`,
    personId,
    personId,
    role,
    administrator ? 1 : 0,
  );
};

const join: Job<{ readonly personId: Id; readonly groupId: Id }, void> = async (
  transaction,
  { personId, groupId },
) => {
  await transaction.run(
    `insert into membership (group_id, person_id, function, voting_status) values (?, ?, 'member', 'entitled')
     on conflict (group_id, person_id) do nothing`,
    groupId,
    personId,
  );
};

const leave: Job<{ readonly personId: Id; readonly groupId: Id }, void> = async (
  transaction,
  { personId, groupId },
) => {
  await transaction.run('delete from membership where group_id = ? and person_id = ?', groupId, personId);
};

/** Keeps a group off private devices, or lets it there again. */
const keepOff: Job<{ readonly groupId: Id; readonly isKept: boolean }, void> = async (
  transaction,
  { groupId, isKept },
) => {
  await transaction.run(
    isKept
      ? 'insert into official_only (group_id) values (?) on conflict (group_id) do nothing'
      : 'delete from official_only where group_id = ?',
    groupId,
  );
};

const renew: Job<null, void> = (transaction, _args, context) => renewEpoch(transaction, context);

export const jobs: JobTable = { put, remove, erase, addPerson, join, leave, keepOff, renew };
