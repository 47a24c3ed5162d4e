import { closeSync, openSync } from 'node:fs';
import { isId, type Id } from '#core/kernel/id.ts';
import { StorageError, StorageFullError } from '#server/storage/contract/storage.ts';
import { openDatabase, type Database } from '#server/storage/sqlite/database.ts';
import { BackupFault } from './backup-fault.ts';

/** A copy of the database as it was at one moment, and what it says about itself. */
export interface Snapshot {
  readonly path: string;
  readonly schoolId: Id;
  readonly epoch: string;
  readonly schema: number;
  readonly documents: number;
}

/**
 * Copies the database by `VACUUM INTO`, beside a server that writes: one read transaction, so that nobody waits for it
 * (the online backup begins anew with every write, measured). Blocks. Throws `BackupFault`.
 */
export const takeSnapshot = (database: string, to: string): Snapshot => {
  // SQLite fills an empty file that is there; one that it created itself could be read by others.
  closeSync(openSync(to, 'wx', 0o600));
  const source = openDatabase(database, { readOnly: true });
  try {
    // The copy is sealed and thrown away: waiting for the disk would only hold up the commits of the school.
    source.exec('pragma synchronous = off');
    source.run('vacuum into ?', [to]);
  } catch (error) {
    throw toDamage(error);
  } finally {
    source.close();
  }
  return inspectDatabase(to);
};

/** Checks a database that nobody else has open. Throws `BackupFault` with `database-damaged` or `no-school`. */
export const inspectDatabase = (path: string): Snapshot => {
  const database = openDatabase(path, { readOnly: true });
  try {
    if (readText(database, 'pragma quick_check(1)', 'quick_check') !== 'ok')
      throw new BackupFault('database-damaged');
    const schoolId = readText(
      database,
      "select id as found from document where kind = 'school' and deleted = 0 limit 1",
    );
    if (schoolId === undefined || !isId(schoolId)) throw new BackupFault('no-school');
    return {
      path,
      schoolId,
      epoch: readText(database, "select value as found from meta where key = 'epoch'") ?? '',
      schema: Number(readText(database, 'select max(version) as found from schema_version') ?? '0'),
      documents: countDocuments(database),
    };
  } catch (error) {
    throw toDamage(error);
  } finally {
    database.close();
  }
};

/** Whatever a database says that cannot be read; a full disk is no damage. */
const toDamage = (error: unknown): unknown => {
  if (error instanceof BackupFault || error instanceof StorageFullError) return error;
  return error instanceof StorageError ? new BackupFault('database-damaged', { cause: error }) : error;
};

/** The documents that are there, all kinds together or one of them. */
export const countDocuments = (database: Database, kind?: string): number =>
  Number(
    readText(
      database,
      `select count(*) as found from document where deleted = 0 ${kind === undefined ? '' : 'and kind = ?'}`,
      'found',
      kind,
    ) ?? '0',
  );

const readText = (
  database: Database,
  sql: string,
  column = 'found',
  parameter?: string,
): string | undefined => {
  const row = database.get(sql, parameter === undefined ? [] : [parameter]);
  const value: unknown =
    row === undefined ? undefined : Object.entries(row).find(([name]) => name === column)?.[1];
  return value === undefined || value === null ? undefined : String(value);
};
