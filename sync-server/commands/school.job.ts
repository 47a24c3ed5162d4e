import type { ImportReport } from '#core/directory/import/import-report.ts';
import type { StaffList } from '#core/directory/import/read-staff-list.ts';
import type { PrivateDevices, School } from '#core/directory/school.ts';
import type { Instant } from '#core/kernel/clock.ts';
import { createId, type Id } from '#core/kernel/id.ts';
import { note } from '#server/audit/note.ts';
import { createSchool } from '#server/features/directory/create-school.ts';
import { importStaff } from '#server/features/directory/import-staff.ts';
import { nameSchool } from '#server/features/directory/name-school.ts';
import { putFlags } from '#server/features/directory/set-flags.ts';
import type { Job, JobContext, JobTable } from '#server/storage/contract/storage.ts';
import type { Committed } from './door.job.ts';
import { groupPort } from './group-port.ts';
import { raiseMembershipVersion } from './membership-version.ts';
import { createStage } from './stage.ts';

/** Jobs for whoever runs the server: through its local socket or the command line, never over the wire; their acts are kept without an actor (R9). */

export interface CreateSchoolArgs {
  readonly name: string;
  readonly land: School['land'];
  readonly holidays: School['holidays'];
  /** The head's approval unless something else is said. */
  readonly privateDevices?: PrivateDevices;
  readonly now: Instant;
}

export interface CreateSchoolResult extends Committed {
  /** False if there was a school already. */
  readonly created: boolean;
}

const createSchoolJob: Job<CreateSchoolArgs, CreateSchoolResult> = async (transaction, args, context) => {
  const stage = createStage(transaction, context, args.now);
  const { now: _now, ...given } = args;
  const created = await createSchool(stage, { id: createId(toRandom(context)), ...given });
  if (created) await note(transaction, args.now, null, 'create-school', null);
  return { created, changes: stage.changes, membershipChanged: [] };
};

export interface NameSchoolArgs {
  readonly name: string;
  readonly now: Instant;
}

const nameSchoolJob: Job<NameSchoolArgs, Committed> = async (transaction, args, context) => {
  const stage = createStage(transaction, context, args.now);
  if (await nameSchool(stage, args.name)) await note(transaction, args.now, null, 'name-school', null);
  return { changes: stage.changes, membershipChanged: [] };
};

export interface ImportStaffArgs {
  readonly list: StaffList;
  readonly dryRun: boolean;
  readonly now: Instant;
}

export interface ImportStaffResult extends Committed {
  readonly report: ImportReport;
}

const importStaffJob: Job<ImportStaffArgs, ImportStaffResult> = async (transaction, args, context) => {
  const stage = createStage(transaction, context, args.now);
  const outcome = await importStaff(stage, { list: args.list, dryRun: args.dryRun }, groupPort);
  if (outcome.membershipChanged.length > 0) await raiseMembershipVersion(transaction);
  if (!args.dryRun) await note(transaction, args.now, null, 'import-staff', null);
  return { ...outcome, changes: stage.changes };
};

export interface SetFlagsArgs {
  readonly personId: Id;
  readonly administrator: boolean;
  readonly staffCouncil: boolean;
  readonly now: Instant;
}

const setFlagsJob: Job<SetFlagsArgs, Committed> = async (transaction, args, context) => {
  const stage = createStage(transaction, context, args.now);
  await putFlags(stage, args.personId, args);
  await raiseMembershipVersion(transaction);
  await note(transaction, args.now, null, 'set-flags', args.personId);
  return { changes: stage.changes, membershipChanged: [args.personId] };
};

const toRandom = (context: JobContext) => ({ bytes: (length: number) => context.randomBytes(length) });

export const jobs: JobTable = {
  'create-school': createSchoolJob,
  'name-school': nameSchoolJob,
  'import-staff': importStaffJob,
  'set-flags': setFlagsJob,
};
