import { z } from 'zod';
import type { BackupFaultKind, BackupStatus } from '#core/admin/backup-status.ts';
import { timeOfDaySchema } from '#core/kernel/calendar/local-date.ts';
import type { Clock } from '#core/kernel/clock.ts';
import type { SetBackupArgs } from '#server/operations/backup.job.ts';
import type { Backups } from '#server/operations/backups.ts';
import type { BackupMade } from '#server/operations/write-backup.ts';
import type { Store } from '#server/storage/contract/storage.ts';

const place = z.string().min(1).max(1_000);

/** What the command line asks about backups. */
export const backupRequestSchemas = [
  z.object({ act: z.literal('backup'), to: place.optional() }),
  z.object({ act: z.literal('backup-status') }),
  z.object({
    act: z.literal('set-backup'),
    publicKey: z
      .string()
      .regex(/^[\w-]{43}$/)
      .optional(),
    folder: place.optional(),
    time: timeOfDaySchema.nullable().optional(),
  }),
] as const;

export type BackupRequest = z.infer<(typeof backupRequestSchemas)[number]>;

export type BackupResponse =
  | { readonly act: 'backup'; readonly made: BackupMade }
  | { readonly act: 'backup-failed'; readonly fault: BackupFaultKind }
  | { readonly act: 'backup-status'; readonly status: BackupStatus };

export const isBackupRequest = (request: { readonly act: string }): request is BackupRequest =>
  backupRequestSchemas.some(({ shape }) => shape.act.value === request.act);

/** Carries out what the command line asks, in the server or beside it. */
export const carryOutBackup = async (
  { store, clock, backups }: { readonly store: Store; readonly clock: Clock; readonly backups: Backups },
  request: BackupRequest,
): Promise<BackupResponse> => {
  switch (request.act) {
    case 'backup': {
      const result = await backups.make(request.to);
      return result.ok
        ? { act: 'backup', made: result.value }
        : { act: 'backup-failed', fault: result.refusal };
    }
    case 'set-backup': {
      const { act: _act, ...settings } = request;
      const args: SetBackupArgs = { ...settings, now: clock.now() };
      await store.write('set-backup', args);
      return { act: 'backup-status', status: await backups.status() };
    }
    case 'backup-status':
      return { act: 'backup-status', status: await backups.status() };
  }
};
