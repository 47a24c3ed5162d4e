import { jobModules } from '#server/app/job-modules.ts';
import { BackupFault } from '#server/operations/backup-fault.ts';
import { restoreBackup, type Restored, type RestoreOrder } from '#server/operations/restore-backup.ts';
import type { BackupSchool } from './backup-school.ts';
import { MONDAY } from './staff.ts';

/** Restores a backup of this school, a second after it was made, into a folder that is not there yet. */
export const createRestore =
  (school: BackupSchool, target: string) =>
  (file: string, change: Partial<RestoreOrder> = {}): Promise<Restored> =>
    restoreBackup({
      file,
      secret: school.key.secret,
      to: target,
      replaces: false,
      journals: [],
      now: MONDAY + 1_000,
      jobModules,
      ...change,
    });

/** The kind of fault something ends with, or `none`. */
export const faultOf = async (work: Promise<unknown> | (() => unknown)): Promise<string> => {
  try {
    await (typeof work === 'function' ? work() : work);
  } catch (error) {
    if (error instanceof BackupFault) return error.kind;
    throw error;
  }
  return 'none';
};
