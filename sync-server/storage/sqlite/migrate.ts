import { StorageError, StoreTooNewError } from '../contract/storage.ts';
import type { Migration } from '../migrations/migration.ts';
import type { Database } from './database.ts';

/**
 * Brings the schema up to date: all missing steps in one transaction, so that a crash leaves the old version whole.
 * Throws `StoreTooNewError`, touching nothing, if a newer program has written this database.
 */
export const migrate = (database: Database, migrations: readonly Migration[], now: number): void => {
  const version = readVersion(database);
  if (version > migrations.length) {
    throw new StoreTooNewError(
      `the database has schema version ${version}, this program knows ${migrations.length} at most: use the newer program`,
    );
  }
  if (version === migrations.length) return;
  database.exec('begin immediate');
  try {
    database.exec(
      'create table if not exists schema_version (version integer primary key, name text not null, at integer not null) strict',
    );
    migrations.slice(version).forEach((migration, index) => {
      database.exec(migration.sql);
      database.run('insert into schema_version (version, name, at) values (?, ?, ?)', [
        version + index + 1,
        migration.name,
        now,
      ]);
    });
    database.exec('commit');
  } catch (error) {
    if (database.isInTransaction) database.exec('rollback');
    throw error;
  }
};

const readVersion = (database: Database): number => {
  const table = database.get(
    "select 1 from sqlite_schema where type = 'table' and name = 'schema_version'",
    [],
  );
  if (table === undefined) return 0;
  const row = database.get('select coalesce(max(version), 0) as version from schema_version', []);
  if (row === undefined || !('version' in row) || typeof row.version !== 'number') {
    throw new StorageError('the table schema_version is unreadable');
  }
  return row.version;
};
