import Dexie, { type Table } from 'dexie';
import type { Kept } from './contract.ts';
import type { Environment } from './environment.ts';
import { sealJson, unsealJson } from './sealing.ts';

/** A sealed row: clear are a random id, a number that counts its changes, and when it was done with (0: not yet). */
export interface SealedRow {
  readonly id: string;
  readonly version: number;
  readonly done: number;
  readonly c: Uint8Array<ArrayBuffer>;
}

/** A row that was opened. */
export interface OpenRow {
  readonly id: string;
  readonly version: number;
  readonly done: number;
  readonly value: unknown;
}

/** A row to be written; `before` is the version it is based on, undefined for a new one. */
export interface RowChange {
  readonly id: string;
  readonly before: number | undefined;
  readonly done: number;
  readonly value: unknown;
}

/** The disk, or the browser's quota, is full: nothing was written. */
export class DiskFullError extends Error {
  override readonly name = 'DiskFullError';
}

/** Does what needs space on the disk; that there is none is an answer. */
export const unlessFull = async (work: () => Promise<unknown>): Promise<Kept> => {
  try {
    await work();
    return { ok: true };
  } catch (error) {
    if (error instanceof DiskFullError) return { ok: false, reason: 'disk-full' };
    throw error;
  }
};

/** A table of sealed rows. Sealing happens before the transaction, because IndexedDB commits while WebCrypto works. */
export interface SealedTable {
  /** The rows that are not done with. */
  open(): Promise<readonly OpenRow[]>;
  /** The rows that were done with since the instant. */
  doneSince(instant: number): Promise<readonly OpenRow[]>;
  get(ids: readonly string[]): Promise<readonly OpenRow[]>;
  /** Writes all rows or, if one of them was changed by another tab meanwhile, none. Throws `DiskFullError`. */
  write(changes: readonly RowChange[]): Promise<boolean>;
  remove(id: string): Promise<void>;
  /** Removes a row unless another tab has changed it since this version; false if so. Throws `DiskFullError`. */
  removeIf(id: string, version: number): Promise<boolean>;
  /** Removes what was done with before the instant. */
  forget(before: number): Promise<void>;
}

/** What a profile keeps on this device beside its replica; it survives every reset of it. */
export interface LocalStore {
  readonly commands: SealedTable;
  readonly drafts: SealedTable;
  readonly state: SealedTable;
  close(): void;
}

/** Opens the local store of a profile. */
export const openLocalStore = (name: string, key: CryptoKey, environment: Environment): LocalStore => {
  const database = openTables(name, environment);
  const table = (table: string): SealedTable => createSealedTable(database, table, key);
  return {
    commands: table('commands'),
    drafts: table('drafts'),
    state: table('state'),
    close: () => database.close(),
  };
};

const openTables = (name: string, environment: Environment): Dexie => {
  const database = new Dexie(name, {
    indexedDB: environment.indexedDB,
    IDBKeyRange: environment.IDBKeyRange,
    // What was written here was written by a person: it is on disk before it is shown as kept.
    chromeTransactionDurability: 'strict',
  });
  database.version(1).stores({ commands: 'id, done', drafts: 'id, done', state: 'id, done' });
  return database;
};

/** How much of a store has not been sent or finished; that can be told without its key. */
export const countUnsent = async (
  name: string,
  environment: Environment,
): Promise<{ readonly commands: number; readonly drafts: number }> => {
  const known = await environment.indexedDB.databases();
  if (!known.some((database) => database.name === name)) return { commands: 0, drafts: 0 };
  const database = openTables(name, environment);
  const count = (table: string): Promise<number> => database.table(table).where('done').equals(0).count();
  try {
    return { commands: await count('commands'), drafts: await count('drafts') };
  } finally {
    database.close();
  }
};

const createSealedTable = (database: Dexie, name: string, key: CryptoKey): SealedTable => {
  const table: Table<SealedRow, string> = database.table(name);
  const bind = (id: string): string => `${name}|${id}`;
  const unseal = (rows: readonly (SealedRow | undefined)[]): Promise<readonly OpenRow[]> =>
    Promise.all(
      rows
        .filter((row) => row !== undefined)
        .map(async ({ id, version, done, c }) => ({
          id,
          version,
          done,
          value: await unsealJson(key, c, bind(id)),
        })),
    );

  return {
    open: async () => unseal(await table.where('done').equals(0).toArray()),
    doneSince: async (instant) =>
      unseal(await table.where('done').aboveOrEqual(Math.max(instant, 1)).toArray()),
    get: async (ids) => unseal(await table.bulkGet([...ids])),
    write: async (changes) => {
      const rows = await Promise.all(
        changes.map(async ({ id, before, done, value }) => ({
          id,
          version: (before ?? 0) + 1,
          done,
          c: await sealJson(key, value, bind(id)),
        })),
      );
      return database
        .transaction('rw', table, async () => {
          const found = await table.bulkGet(changes.map((change) => change.id));
          const isCurrent = changes.every((change, index) => found[index]?.version === change.before);
          if (isCurrent) await table.bulkPut(rows);
          return isCurrent;
        })
        .catch(rethrow);
    },
    remove: (id) => table.delete(id),
    removeIf: (id, version) =>
      database
        .transaction('rw', table, async () => {
          const isCurrent = (await table.get(id))?.version === version;
          if (isCurrent) await table.delete(id);
          return isCurrent;
        })
        .catch(rethrow),
    forget: async (before) => {
      await table.where('done').between(1, before).delete();
    },
  };
};

const rethrow = (error: unknown): never => {
  throw isQuotaError(error) ? new DiskFullError('the disk is full', { cause: error }) : error;
};

/** Whether the disk or the quota is full: Dexie wraps the browser's error in its own, sometimes twice. */
export const isQuotaError = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'QuotaExceededError' || ('inner' in error && isQuotaError(error.inner)));
