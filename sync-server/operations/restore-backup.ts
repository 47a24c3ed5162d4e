import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Instant } from '#core/kernel/clock.ts';
import { isId, type Id } from '#core/kernel/id.ts';
import type { AfterRestoreArgs, AfterRestoreResult } from '#server/commands/restore.job.ts';
import { openDatabase } from '#server/storage/sqlite/database.ts';
import { createInlineSqliteStore } from '#server/storage/sqlite/inline-store.ts';
import { acquireWriterLock } from '#server/storage/sqlite/lock.ts';
import { BackupFault, toBackupFault } from './backup-fault.ts';
import { toJournalName } from './backup-folder.ts';
import { toDataParts } from './data-parts.ts';
import { mergeJournals, readJournal, type Deletion } from './deletion-journal.ts';
import { createBeside, finishSwap, swapFolders } from './swap-folders.ts';
import { readHeader, unpackBackup, type Unpacked } from './unpack-backup.ts';

export interface RestoreOrder {
  readonly file: string;
  /** The private half of the recovery key. */
  readonly secret: Uint8Array;
  /** The folder the school is to have. */
  readonly to: string;
  /** Whether what is there may be put aside. */
  readonly replaces: boolean;
  /** Deletion journals beside those that lie with the backup and in the folder itself. */
  readonly journals: readonly string[];
  readonly now: Instant;
  /** See `Store`: the jobs that run beside the database. */
  readonly jobModules: readonly string[];
  /** Called at named points; a test kills the process there. */
  readonly onStep?: ((step: 'unpacked' | 'prepared' | 'put-aside') => void) | undefined;
}

export interface Restored extends Unpacked, AfterRestoreResult {
  /** Where what was there before lies now. */
  readonly before: string | undefined;
}

/**
 * Restores a backup: everything is made in a folder beside and gets its name only at the end, so a process that dies
 * leaves the old folder as it was, or nothing. Throws `BackupFault`.
 */
export const restoreBackup = async (order: RestoreOrder): Promise<Restored> => {
  try {
    const to = path.resolve(order.to);
    // The backup itself may lie in what an attempt that died has put aside.
    finishSwap(to);
    const header = readHeader(order.file);
    const isThere = existsSync(to) && readdirSync(to).length > 0;
    const journals = [
      ...order.journals.map(readJournal),
      readJournal(path.join(path.dirname(order.file), toJournalName(header.schoolId))),
      ...(isThere ? look(to, header.schoolId, order.replaces) : []),
    ];
    const beside = createBeside(to);
    try {
      const unpacked = unpackBackup(order.file, order.secret, beside);
      order.onStep?.('unpacked');
      const result = await prepare(beside, order, unpacked, mergeJournals(journals));
      order.onStep?.('prepared');
      const onPutAside = (): void => order.onStep?.('put-aside');
      return { ...unpacked, ...result, before: swapFolders(beside, to, { now: order.now, onPutAside }) };
    } finally {
      rmSync(beside, { recursive: true, force: true });
    }
  } catch (error) {
    throw toBackupFault(error);
  }
};

/** Proves a backup without touching anything that lives: restores it whole into a temporary folder and throws that away. */
export const drillBackup = async (
  order: Pick<RestoreOrder, 'file' | 'secret' | 'now' | 'jobModules'> & {
    /** An existing folder in which the temporary one may lie. */
    readonly within: string;
  },
): Promise<Unpacked> => {
  let folder: string | undefined;
  try {
    folder = mkdtempSync(path.join(order.within, 'umlauf-probe-'));
    const unpacked = unpackBackup(order.file, order.secret, folder);
    await prepare(folder, order, unpacked, []);
    return unpacked;
  } catch (error) {
    throw toBackupFault(error);
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
};

/** What stands in the folder now: a server that runs or another school is never replaced. Returns its journals. */
const look = (folder: string, schoolId: Id, replaces: boolean): readonly (readonly Deletion[])[] => {
  const parts = toDataParts(folder);
  const found = existsSync(parts.database) ? readFolder(parts.database) : undefined;
  if (found?.schoolId !== undefined && found.schoolId !== schoolId) throw new BackupFault('other-school');
  if (!replaces) throw new BackupFault('not-empty');
  return [readJournal(parts.journal), found?.deletions ?? []];
};

/** The newest deletions may stand in the old database alone. One that is damaged is why somebody restores. */
const readFolder = (
  database: string,
): { readonly schoolId: Id | undefined; readonly deletions: readonly Deletion[] } => {
  acquireWriterLock(database).release();
  try {
    const connection = openDatabase(database, { readOnly: true });
    try {
      const [school] = connection.all(
        "select id from document where kind = 'school' and deleted = 0 limit 1",
        [],
      ) as readonly { readonly id: string }[];
      const schoolId = school !== undefined && isId(school.id) ? school.id : undefined;
      const isKept = connection.get("select 1 from sqlite_schema where name = 'deletion'", []) !== undefined;
      const deletions = isKept ? connection.all('select seq, document, act, at from deletion', []) : [];
      return { schoolId, deletions: deletions as readonly Deletion[] };
    } finally {
      connection.close();
    }
  } catch {
    return { schoolId: undefined, deletions: [] };
  }
};

/** Brings the schema up to date and does what every restored server does first (D4). */
const prepare = async (
  folder: string,
  { now, jobModules }: Pick<RestoreOrder, 'now' | 'jobModules'>,
  { header }: Unpacked,
  deletions: readonly Deletion[],
): Promise<AfterRestoreResult> => {
  const store = await createInlineSqliteStore({ path: toDataParts(folder).database, jobModules });
  try {
    const args: AfterRestoreArgs = {
      madeAt: header.madeAt,
      now,
      deletions: deletions.map(({ document, act }) => ({ document, act })),
    };
    return await store.write<AfterRestoreResult>('after-restore', args);
  } finally {
    await store.close();
  }
};
