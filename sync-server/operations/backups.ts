import type { BackupFaultKind, BackupStatus } from '#core/admin/backup-status.ts';
import type { Clock, Instant } from '#core/kernel/clock.ts';
import { refuse, type Result } from '#core/kernel/result.ts';
import { readDocumentsOfKind } from '#server/feed/documents.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import { readBackupSettings } from './backup.job.ts';
import { noteInRecord, readBackupRecord } from './backup-record.ts';
import { runBackup } from './backup-thread.ts';
import { toDataParts } from './data-parts.ts';
import { createDeletionJournal } from './deletion-journal.ts';
import { toNextBackup } from './nightly.ts';
import type { BackupMade } from './write-backup.ts';

/** The deletion journal is caught up with so often, in milliseconds. */
const JOURNAL_INTERVAL = 5_000;
/** Whether a nightly backup is due is looked at so often, in milliseconds. */
const NIGHTLY_INTERVAL = 60_000;

/** The backups of one school: by night, by hand, and how they went. */
export interface Backups {
  /** Makes one now, in a thread of its own; `busy` if one is being made. */
  make(to?: string): Promise<Result<BackupMade, BackupFaultKind>>;
  status(): Promise<BackupStatus>;
  /** Makes the nightly backup if it is due. */
  tick(): Promise<void>;
  /** Catches up with deletions and ticks from now on by itself. */
  start(): Promise<void>;
  /** Stops and waits for a backup that is being made. */
  stop(): Promise<void>;
}

export interface BackupsOptions {
  readonly dataDir: string;
  readonly store: Store;
  readonly clock: Clock;
  /** Told of what should not happen; never of contents. */
  readonly onError: (error: unknown) => void;
}

export const createBackups = ({ dataDir, store, clock, onError }: BackupsOptions): Backups => {
  const parts = toDataParts(dataDir);
  const journal = createDeletionJournal(parts.journal, store.read);
  const timers: NodeJS.Timeout[] = [];
  let running: Promise<Result<BackupMade, BackupFaultKind>> | undefined;

  const toZone = async (): Promise<string> =>
    (await readDocumentsOfKind(store.read, 'school', 1))[0]?.zone ?? 'Europe/Berlin';

  const makeOne = async (to: string | undefined): Promise<Result<BackupMade, BackupFaultKind>> => {
    const { publicKey, folder } = await readBackupSettings(store.read);
    if (publicKey === undefined) return refuse('no-key');
    const zone = await toZone();
    await journal.catchUp();
    const now = clock.now();
    const result = await runBackup({ dataDir, to: to ?? folder ?? parts.backups, publicKey, now, zone });
    const at = clock.now();
    if (result.ok) {
      const { rotated: _rotated, schoolId: _schoolId, ...good } = result.value;
      noteInRecord(parts.record, { last: { at }, good });
    } else noteInRecord(parts.record, { last: { at, fault: result.refusal } });
    return result;
  };
  const make = async (to?: string): Promise<Result<BackupMade, BackupFaultKind>> => {
    if (running !== undefined) return refuse('busy');
    running = makeOne(to);
    try {
      return await running;
    } finally {
      running = undefined;
    }
  };
  const findNext = async (): Promise<Instant | undefined> => {
    const { publicKey, time } = await readBackupSettings(store.read);
    if (publicKey === undefined || time === undefined) return undefined;
    const { last, good } = readBackupRecord(parts.record);
    const lastFailure = last?.fault === undefined ? undefined : last.at;
    return toNextBackup({
      time,
      zone: await toZone(),
      now: clock.now(),
      lastGood: good?.madeAt,
      lastFailure,
    });
  };
  const tick = async (): Promise<void> => {
    const next = await findNext();
    if (next !== undefined && next <= clock.now() && running === undefined) await make();
  };

  return {
    make,
    status: async () => {
      const { publicKey, folder } = await readBackupSettings(store.read);
      return {
        ...readBackupRecord(parts.record),
        isRunning: running !== undefined,
        hasKey: publicKey !== undefined,
        folder: folder ?? parts.backups,
        next: await findNext(),
      };
    },
    tick,
    start: async () => {
      await journal.catchUp().catch(onError);
      timers.push(
        setInterval(() => void journal.catchUp().catch(onError), JOURNAL_INTERVAL),
        setInterval(() => void tick().catch(onError), NIGHTLY_INTERVAL),
      );
    },
    stop: async () => {
      timers.splice(0).forEach(clearInterval);
      await running?.catch(() => undefined);
      await journal.catchUp().catch(onError);
    },
  };
};
