import { timeOfDaySchema, type TimeOfDay } from '#core/kernel/calendar/local-date.ts';
import { note } from '#server/audit/note.ts';
import type { Job, JobTable, Reader } from '#server/storage/contract/storage.ts';
import { BACKUP_PUBLIC_KEY } from './recovery-key.ts';

/** What the store remembers about backups: the public half of the recovery key, where they go, at what time. */
export interface BackupSettings {
  /** In base64url; undefined until somebody has made a recovery key. */
  readonly publicKey: string | undefined;
  /** Where nightly backups go; undefined for the folder within the data folder. */
  readonly folder: string | undefined;
  /** The wall time of the nightly backup; undefined if there is none. */
  readonly time: TimeOfDay | undefined;
}

/** In the middle of the night: nobody works, and the clocks do not jump over it in spring. */
const DEFAULT_TIME = '01:30' as TimeOfDay;
const FOLDER = 'backup-folder';
const TIME = 'backup-time';
const NEVER = 'never';

export const readBackupSettings = async (reader: Reader): Promise<BackupSettings> => {
  const rows = await reader.all<{ key: string; value: string }>(
    'select key, value from meta where key in (?, ?, ?)',
    BACKUP_PUBLIC_KEY,
    FOLDER,
    TIME,
  );
  const values = new Map(rows.map(({ key, value }) => [key, value]));
  const time = values.get(TIME) ?? DEFAULT_TIME;
  return {
    publicKey: values.get(BACKUP_PUBLIC_KEY),
    folder: values.get(FOLDER),
    time: time === NEVER ? undefined : timeOfDaySchema.parse(time),
  };
};

export interface SetBackupArgs {
  readonly publicKey?: string | undefined;
  readonly folder?: string | undefined;
  /** Null for no nightly backup. */
  readonly time?: TimeOfDay | null | undefined;
  readonly now: number;
}

/** Whoever runs the server says so on the command line; the assistant stores the first key. */
const setBackup: Job<SetBackupArgs, undefined> = async (transaction, args) => {
  const values: readonly (readonly [key: string, value: string | undefined])[] = [
    [BACKUP_PUBLIC_KEY, args.publicKey],
    [FOLDER, args.folder],
    [TIME, args.time === null ? NEVER : args.time],
  ];
  for (const [key, value] of values) {
    if (value === undefined) continue;
    await transaction.run(
      'insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
      key,
      value,
    );
  }
  const act = args.publicKey === undefined ? 'set-backup' : 'set-recovery-key';
  await note(transaction, args.now, null, act, null);
};

export const jobs: JobTable = { 'set-backup': setBackup };
