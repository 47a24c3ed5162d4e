import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { StorageError, StorageFullError, type SqlValue } from '../contract/storage.ts';

/** The name of a database that lives in memory and dies with its connection. */
export const IN_MEMORY = ':memory:';

const BUSY_TIMEOUT_MS = 5_000;
const STATEMENT_CACHE_SIZE = 400;

/** SQLite's primary result codes that matter here (sqlite.org/rescode.html). */
const SQLITE = { busy: 5, ioError: 10, corrupt: 11, full: 13, notADatabase: 26 } as const;
/** Growing the shared-memory file of the WAL failed: in practice a full disk. */
const SQLITE_IOERR_SHMSIZE = 4_874;

/** The database failed in a way that leaves its state in doubt: nothing more may be written before a new start. */
export class DatabaseBrokenError extends StorageError {}

/** Another connection holds the lock that was asked for. */
export class DatabaseBusyError extends StorageError {}

/** One connection to SQLite. This file alone knows `node:sqlite`, whose API may still move. */
export interface Database {
  readonly isInTransaction: boolean;
  /** Several statements without values and without answer. */
  exec(sql: string): void;
  all(sql: string, parameters: readonly SqlValue[]): readonly object[];
  get(sql: string, parameters: readonly SqlValue[]): object | undefined;
  /** The number of rows changed. */
  run(sql: string, parameters: readonly SqlValue[]): number;
  close(): void;
}

export interface DatabaseOptions {
  readonly readOnly?: boolean;
  /** How long to wait for another connection's lock, in milliseconds. */
  readonly busyTimeout?: number;
}

/** Opens (and creates) a database file. Folders are made 0700 and files 0600: nobody else on the machine reads along. */
export const openDatabase = (path: string, options: DatabaseOptions = {}): Database => {
  const readOnly = options.readOnly ?? false;
  if (path !== IN_MEMORY && !readOnly) createPrivateFile(path);
  return guarded(() => {
    const connection = new DatabaseSync(path, {
      readOnly,
      timeout: options.busyTimeout ?? BUSY_TIMEOUT_MS,
      enableForeignKeyConstraints: true,
      enableDoubleQuotedStringLiterals: false,
      allowExtension: false,
    });
    return wrap(connection);
  });
};

/**
 * A file that SQLite creates by itself gets the umask's rights; its journals inherit the rights of the database. A file
 * that is there is never opened here: closing any handle of it would drop every POSIX lock this process holds on it.
 */
const createPrivateFile = (path: string): void => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (existsSync(path)) chmodSync(path, 0o600);
  else closeSync(openSync(path, 'wx', 0o600));
};

const wrap = (connection: DatabaseSync): Database => {
  const prepare = createStatementCache(connection);
  return {
    get isInTransaction() {
      return connection.isTransaction;
    },
    exec: (sql) => {
      guarded(() => {
        connection.exec(sql);
      });
    },
    all: (sql, parameters) => guarded(() => prepare(sql).all(...parameters)),
    get: (sql, parameters) => guarded(() => prepare(sql).get(...parameters)),
    run: (sql, parameters) => guarded(() => Number(prepare(sql).run(...parameters).changes)),
    close: () => {
      connection.close();
    },
  };
};

/** Prepared statements by their text; the one unused for longest makes room. */
const createStatementCache = (connection: DatabaseSync): ((sql: string) => StatementSync) => {
  const statements = new Map<string, StatementSync>();
  return (sql) => {
    const known = statements.get(sql);
    const statement = known ?? connection.prepare(sql);
    if (known !== undefined) statements.delete(sql);
    statements.set(sql, statement);
    if (statements.size > STATEMENT_CACHE_SIZE) {
      for (const oldest of statements.keys()) {
        statements.delete(oldest);
        break;
      }
    }
    return statement;
  };
};

const guarded = <Result>(work: () => Result): Result => {
  try {
    return work();
  } catch (error) {
    throw toStorageError(error);
  }
};

const toStorageError = (error: unknown): Error => {
  if (!(error instanceof Error)) return new StorageError(String(error));
  const extended = 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : 0;
  const options = { cause: error };
  if (extended === SQLITE_IOERR_SHMSIZE) return new StorageFullError(error.message, options);
  switch (extended & 0xff) {
    case SQLITE.full:
      return new StorageFullError(error.message, options);
    case SQLITE.busy:
      return new DatabaseBusyError(error.message, options);
    case SQLITE.ioError:
    case SQLITE.corrupt:
    case SQLITE.notADatabase:
      return new DatabaseBrokenError(error.message, options);
    default:
      return new StorageError(error.message, options);
  }
};
