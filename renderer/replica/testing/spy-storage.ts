import type { BulkWriteRow, RxStorageInstance } from 'rxdb/plugins/core';
import type { AnyStorage } from '../database.ts';

/** What a test sees and does below the encryption, in the collection `documents` alone. */
export interface Spy {
  /** Rows of each write. */
  readonly writes: number[];
  /** Documents read by queries (not by id). */
  read: number;
  /** Called before each write; throws what the disk would. */
  beforeWrite: (rows: readonly BulkWriteRow<unknown>[], context: string) => Promise<void> | void;
}

export const createSpy = (): Spy => ({ writes: [], read: 0, beforeWrite: () => undefined });

/** A storage that is watched. */
export const spyOn = (storage: AnyStorage, spy: Spy): AnyStorage => ({
  ...storage,
  name: storage.name,
  rxdbVersion: storage.rxdbVersion,
  createStorageInstance: async (params) => {
    const instance = await storage.createStorageInstance(params);
    return params.collectionName === 'documents' ? watch(instance, spy) : instance;
  },
});

const watch = <Data>(
  instance: RxStorageInstance<Data, unknown, unknown>,
  spy: Spy,
): RxStorageInstance<Data, unknown, unknown> => {
  const bulkWrite = instance.bulkWrite.bind(instance);
  const query = instance.query.bind(instance);
  return Object.assign(instance, {
    bulkWrite: async (rows: BulkWriteRow<Data>[], context: string) => {
      await spy.beforeWrite(rows, context);
      spy.writes.push(rows.length);
      return bulkWrite(rows, context);
    },
    query: async (prepared: Parameters<typeof query>[0]) => {
      const result = await query(prepared);
      spy.read += result.documents.length;
      return result;
    },
  });
};
