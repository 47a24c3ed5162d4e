import { readStaffList } from '#core/directory/import/read-staff-list.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { SignIn } from '#server/auth/sign-in.ts';
import type { Committed } from '#server/commands/door.job.ts';
import type {
  CreateSchoolArgs,
  CreateSchoolResult,
  ImportStaffArgs,
  ImportStaffResult,
  NameSchoolArgs,
} from '#server/commands/school.job.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import type { BackupRequest } from './backup-acts.ts';
import type { ControlRequest, ControlResponse } from './protocol.ts';

/** A school that begins with an import has a name until somebody gives it another. */
const FIRST_SCHOOL = { name: 'Meine Schule', land: 'BW', holidays: [] } as const;

export interface LocalActOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly signIn: Pick<SignIn, 'issueAccessCode'>;
  readonly onCommitted: (committed: Committed) => void;
}

/** What whoever runs the server may do on the command line: import a staff list, hand out a one-time code. */
export const createLocalActs =
  ({ store, clock, signIn, onCommitted }: LocalActOptions) =>
  async (request: Exclude<ControlRequest, BackupRequest>): Promise<ControlResponse> => {
    if (request.act === 'access') {
      const code = await signIn.issueAccessCode(request.shortCode);
      return code === undefined ? { act: 'nobody' } : { act: 'access', code };
    }
    const list = readStaffList(Buffer.from(request.file, 'base64'));
    if (!list.ok) return { act: 'unreadable', kind: list.refusal };
    const now = clock.now();
    if (!request.dryRun) {
      const first: CreateSchoolArgs = { ...FIRST_SCHOOL, holidays: [...FIRST_SCHOOL.holidays], now };
      onCommitted(await store.write<CreateSchoolResult>('create-school', first));
      if (request.school !== undefined) {
        const named: NameSchoolArgs = { name: request.school, now };
        onCommitted(await store.write<Committed>('name-school', named));
      }
    }
    const args: ImportStaffArgs = { list: list.value, dryRun: request.dryRun, now };
    const { report, ...committed } = await store.write<ImportStaffResult>('import-staff', args);
    onCommitted(committed);
    return { act: 'import', report };
  };
