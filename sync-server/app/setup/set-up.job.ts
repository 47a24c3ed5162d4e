import { reachSchema, type Reach } from '#core/admin/reach.ts';
import { ALL_STAFF_NAME, type Administrator, type SetUpPlan } from '#core/admin/set-up.ts';
import { toPersonName, toShortCodeKey, type Person } from '#core/directory/person.ts';
import { sortMembers, type Group, type GroupMember } from '#core/groups/group.ts';
import { toInverseTime, type Instant } from '#core/kernel/clock.ts';
import { createId, type Id } from '#core/kernel/id.ts';
import { isSameHash } from '#server/auth/hash.ts';
import type { Committed } from '#server/commands/door.job.ts';
import { raiseMembershipVersion } from '#server/commands/membership-version.ts';
import { createStage, type RecordedStage } from '#server/commands/stage.ts';
import { note } from '#server/audit/note.ts';
import { BACKUP_PUBLIC_KEY } from '#server/operations/recovery-key.ts';
import { noteAccess } from '#server/features/admin/slips/note-access.ts';
import { createSchool } from '#server/features/directory/create-school.ts';
import { placePerson } from '#server/features/directory/placement.ts';
import { storeMembership } from '#server/features/groups/membership.ts';
import { placeGroup } from '#server/features/groups/placement.ts';
import type { Job, JobTable, Reader, Transaction } from '#server/storage/contract/storage.ts';

/** Where the founding is remembered, so that a repeated request gets its first answer. */
const FOUNDING = 'founding';
/** Where it stands how the server is to be reached, until an administrator chooses anew. */
export const SET_UP_REACH = 'reach';

/** Which request founded the school. Only hashes: who knows its id can work out the second administrator's code. */
export interface Founding {
  readonly idHash: string;
  readonly contentHash: string;
  readonly at: Instant;
}

export interface FoundSchoolArgs {
  readonly plan: SetUpPlan;
  readonly idHash: string;
  readonly contentHash: string;
  /** Of the first administrator: the salt the browser chose, and the slow hash of the auth branch with a salt of its own. */
  readonly credential: { readonly salt: string; readonly authHash: string; readonly authSalt: string };
  /** Of the second. */
  readonly accessCodeHash: string;
  readonly codeExpiresAt: Instant;
  /** The public half, in base64url. */
  readonly recoveryKey: string;
  /** Under which people will reach the server. */
  readonly addresses: readonly string[];
  readonly now: Instant;
}

export type FoundSchoolResult =
  | (Committed & { readonly status: 'founded' })
  /** Somebody else has founded a school meanwhile. */
  | { readonly status: 'taken' };

/** The founding of this store's school by the assistant, or undefined. */
export const readFounding = async (reader: Reader): Promise<Founding | undefined> => {
  const row = await reader.get<{ value: string }>('select value from meta where key = ?', FOUNDING);
  return row && (JSON.parse(row.value) as Founding);
};

/** How the assistant was told that the server is to be reached, or undefined. */
export const readReach = async (reader: Reader): Promise<Reach | undefined> => {
  const row = await reader.get<{ value: string }>('select value from meta where key = ?', SET_UP_REACH);
  return row && reachSchema.parse(JSON.parse(row.value));
};

/** Whether this is the request that founded the school. */
export const isFoundedBy = (founding: Founding, idHash: string): boolean =>
  isSameHash(founding.idHash, idHash);

/** Everything the assistant has collected, in one transaction: all of it or nothing. */
const foundSchool: Job<FoundSchoolArgs, FoundSchoolResult> = async (transaction, args, context) => {
  const { plan, addresses, now } = args;
  const stage = createStage(transaction, context, now);
  const random = { bytes: (length: number) => context.randomBytes(length) };
  const newId = (): Id => createId(random);
  const { name, land, holidays } = plan;
  if (!(await createSchool(stage, { id: newId(), name, land, holidays, addresses })))
    return { status: 'taken' };
  const first = await storeAdministrator(stage, plan.first, newId());
  const second = await storeAdministrator(stage, plan.second, newId());
  await storeGroup(stage, { id: newId(), name: ALL_STAFF_NAME, type: 'staff', members: [first, second] });
  for (const { name: bodyName, ruleSet } of plan.bodies) {
    const rules = ruleSet === undefined ? {} : { ruleSet };
    await storeGroup(stage, { id: newId(), name: bodyName, type: 'body', members: [], ...rules });
  }
  await storeSecrets(transaction, first.id, second.id, args);
  await remember(transaction, SET_UP_REACH, JSON.stringify(plan.reach));
  await remember(transaction, BACKUP_PUBLIC_KEY, args.recoveryKey);
  await noteAccess(stage, first, undefined);
  const founding: Founding = { idHash: args.idHash, contentHash: args.contentHash, at: now };
  await remember(transaction, FOUNDING, JSON.stringify(founding));
  await raiseMembershipVersion(transaction);
  await note(transaction, now, null, 'set-up', null);
  await note(transaction, now, null, 'set-recovery-key', null);
  for (const { id } of [first, second]) await note(transaction, now, null, 'set-flags', id);
  return {
    status: 'founded',
    changes: stage.changes,
    membershipChanged: [first.id, second.id],
  };
};

/** A person who administers the school. */
const storeAdministrator = async (stage: RecordedStage, given: Administrator, id: Id): Promise<Person> => {
  const person: Person = {
    id,
    kind: 'person',
    rev: 0,
    inv: toInverseTime(stage.now),
    ...given,
    administrator: true,
    staffCouncil: false,
  };
  await stage.transaction.run(
    `insert into person (id, short_code_key, role, administrator, staff_council, active) values (?, ?, ?, 1, 0, 1)`,
    id,
    toShortCodeKey(given.shortCode),
    given.role,
  );
  await stage.put(person, placePerson(person));
  return person;
};

/** A group and its members' places. */
const storeGroup = async (
  stage: RecordedStage,
  given: Pick<Group, 'id' | 'name' | 'type' | 'ruleSet'> & { readonly members: readonly Person[] },
): Promise<void> => {
  const members = sortMembers(given.members.map(toMember));
  for (const member of members) await storeMembership(stage, given.id, member.person.id, member);
  const group: Group = { ...given, kind: 'group', rev: 0, inv: toInverseTime(stage.now), members };
  await stage.put(group, placeGroup(group));
};

const toMember = (person: Person): GroupMember => ({
  person: toPersonName(person),
  function: 'member',
  votingStatus: person.role === 'office' ? 'advisory' : 'entitled',
});

/** The first has a password, the second a one-time code. */
const storeSecrets = async (
  transaction: Transaction,
  first: Id,
  second: Id,
  { credential, accessCodeHash, codeExpiresAt, now }: FoundSchoolArgs,
): Promise<void> => {
  await transaction.run(
    'insert into credential (person_id, salt, auth_hash, auth_salt, changed_at) values (?, ?, ?, ?, ?)',
    first,
    credential.salt,
    credential.authHash,
    credential.authSalt,
    now,
  );
  await transaction.run(
    'insert into access_code (person_id, code_hash, created_at, expires_at, used_at) values (?, ?, ?, ?, null)',
    second,
    accessCodeHash,
    now,
    codeExpiresAt,
  );
};

const remember = async (transaction: Transaction, key: string, value: string): Promise<void> => {
  await transaction.run('insert into meta (key, value) values (?, ?)', key, value);
};

export const jobs: JobTable = { 'found-school': foundSchool };
