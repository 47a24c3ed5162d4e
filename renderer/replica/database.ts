import {
  createRxDatabase,
  type RxCollection,
  type RxConflictHandler,
  type RxDatabase,
  type RxJsonSchema,
  type RxStorage,
} from 'rxdb/plugins/core';
import type { DocumentBase } from '#core/kernel/document.ts';
import type { Document } from '#core/protocol/documents.ts';
import { createEncryptedStorage } from './encrypted-storage.ts';
import type { Environment } from './environment.ts';

/** Every kind of document in one collection, told apart by `kind`: one checkpoint, one replication, far below RxDB's limit of 13. */
export type Documents = RxCollection<Document>;

/** A storage of RxDB, of whatever kind: its internals are its own affair. */
export type AnyStorage = RxStorage<unknown, unknown>;

/** An open database of the replica. */
export interface OpenDatabase {
  readonly name: string;
  readonly documents: Documents;
  /** Closes it and gives its lock back, so that whoever wants to delete it may. */
  leave(): Promise<void>;
}

/** Clear on disk are these three fields; everything else a document has is sealed. */
const schema = {
  title: 'documents',
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 26 },
    kind: { type: 'string', maxLength: 20 },
    inv: { type: 'number', minimum: 0, maximum: 9_999_999_999_999, multipleOf: 1 },
  },
  required: ['id', 'kind', 'inv'],
  indexes: [['kind', 'inv']],
};

type Versioned = Partial<Pick<DocumentBase, 'rev'>> & { readonly _deleted?: boolean };

/**
 * T6: RxDB applies what arrives, however old. Equal means: this replica already has the revision or a newer one. A stub
 * has no revision and always wins over a document, a document always over a stub.
 */
export const isAlreadyHere = (arriving: Versioned, here: Versioned): boolean =>
  (arriving._deleted ?? false) === (here._deleted ?? false) && (arriving.rev ?? 0) <= (here.rev ?? 0);

const conflictHandler: RxConflictHandler<Document> = {
  isEqual: isAlreadyHere,
  resolve: (input) => Promise.resolve(input.realMasterState),
};

/** The collection as RxDB is told of it. */
export const documentsCreator = { schema: schema as RxJsonSchema<Document>, conflictHandler };

/** Opens a database of the replica, sealed with the key. Throws `LocalKeyError` if it was sealed with another one. */
export const openDatabase = async (options: {
  readonly name: string;
  readonly storage: AnyStorage;
  readonly key: CryptoKey;
  readonly multiInstance: boolean;
  readonly environment: Environment;
}): Promise<OpenDatabase> => {
  const { name } = options;
  const release = await holdShared(name, options.environment);
  try {
    const database: RxDatabase<{ documents: Documents }> = await createRxDatabase({
      name,
      storage: createEncryptedStorage(options.storage, options.key),
      multiInstance: options.multiInstance,
      closeDuplicates: true,
    });
    await database.addCollections({ documents: documentsCreator });
    return {
      name,
      documents: database.documents,
      leave: async () => {
        await database.close();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
};

/**
 * Deletes every IndexedDB database whose name starts with the prefix; RxDB's own removal would leave them behind, emptied.
 * Waits until no tab uses the replica database of that name any more.
 */
export const wipeDatabases = async (prefix: string, environment: Environment): Promise<void> => {
  const { indexedDB } = environment;
  const wipe = async (): Promise<void> => {
    const names = (await indexedDB.databases()).flatMap((database) => database.name ?? []);
    const doomed = names.filter((name) => name.startsWith(prefix) || name.startsWith(`rxdb-dexie-${prefix}`));
    await Promise.all(doomed.map((name) => deleteDatabase(indexedDB, name)));
  };
  await (environment.locks === undefined ? wipe() : environment.locks.request(toLockName(prefix), wipe));
};

/** The names of the replica databases that start with the prefix and lie on this disk. */
export const findGenerations = async (
  prefix: string,
  { indexedDB }: Environment,
): Promise<readonly string[]> => {
  const start = `rxdb-dexie-${prefix}`;
  const names = (await indexedDB.databases()).flatMap((database) => database.name ?? []);
  const found = names.filter((name) => name.startsWith(start));
  return [...new Set(found.map((name) => name.slice('rxdb-dexie-'.length).split('--')[0] ?? ''))];
};

const deleteDatabase = (indexedDB: IDBFactory, name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(new Error('a local database could not be deleted')));
  });

const toLockName = (name: string): string => `replica:${name}`;

/** Holds the shared lock of a database until the returned function is called. */
const holdShared = async (name: string, environment: Environment): Promise<() => void> => {
  const { locks } = environment;
  if (locks === undefined) return () => undefined;
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const { promise: granted, resolve: grant, reject } = Promise.withResolvers<void>();
  locks
    .request(toLockName(name), { mode: 'shared' }, () => {
      grant();
      return released;
    })
    .catch(reject);
  await granted;
  return release;
};
