import type { Table } from 'dexie';
import type { PreparedQuery, RxStorageQueryResult } from 'rxdb/plugins/core';
import {
  dexieReplaceIfStartsWithPipe,
  fromDexieToStorage,
  getKeyRangeByQueryPlan,
  getRxStorageDexie,
  type RxStorageDexie,
  type RxStorageInstanceDexie,
} from 'rxdb/plugins/storage-dexie';

/**
 * RxDB's storage on Dexie with fewer messages to the browser's own process, where IndexedDB lives: they are most of the
 * time of a cold start and a good part of a first sync. What an index answers by itself is read at once, where RxDB walks
 * a cursor; and of many documents that are looked for only those are asked for that are there.
 */
export const createDexieStorage = (settings?: Parameters<typeof getRxStorageDexie>[0]): RxStorageDexie => {
  const storage = getRxStorageDexie(settings);
  const create = storage.createStorageInstance.bind(storage);
  storage.createStorageInstance = async (params) => {
    const instance = await create(params);
    const walk = instance.query.bind(instance);
    instance.query = async (prepared) => (await readAtOnce(instance, prepared)) ?? walk(prepared);
    // Whoever reads or writes waits for the same promise, and after this.
    void instance.internals.then(({ dexieTable }) => lookFirst(dexieTable));
    return instance;
  };
  return storage;
};

/** The rows of the query; undefined where RxDB must look at each of them. */
const readAtOnce = async <Data>(
  instance: RxStorageInstanceDexie<Data>,
  { query, queryPlan }: PreparedQuery<Data>,
): Promise<RxStorageQueryResult<Data> | undefined> => {
  const { index, selectorSatisfiedByIndex, sortSatisfiedByIndex } = queryPlan;
  if (!selectorSatisfiedByIndex || !sortSatisfiedByIndex || instance.closed !== undefined) return undefined;
  const { dexieTable, booleanIndexes } = await instance.internals;
  const range = toRange(() =>
    getKeyRangeByQueryPlan(booleanIndexes, queryPlan, instance.settings.IDBKeyRange),
  );
  if (range === undefined) return undefined;
  const skip = query.skip ?? 0;
  const found = dexieTable
    .where(`[${index.map(dexieReplaceIfStartsWithPipe).join('+')}]`)
    .between(range.lower, range.upper, !range.lowerOpen, !range.upperOpen);
  const rows: unknown[] = await (
    query.limit === undefined ? found : found.limit(skip + query.limit)
  ).toArray();
  return { documents: rows.slice(skip).map((row) => fromDexieToStorage(booleanIndexes, row)) };
};

/** From so many keys on it is cheaper to read all keys there are in one message than to ask for each. */
const MANY = 100;

/** A first sync looks twice for every document that cannot be there yet. */
const lookFirst = (table: Table): void => {
  const get = table.bulkGet.bind(table);
  table.bulkGet = (keys: unknown[]) =>
    keys.length < MANY
      ? get(keys)
      : table
          .toCollection()
          .primaryKeys()
          .then((present) => {
            const known = new Set<unknown>(present);
            const wanted = keys.filter((key) => known.has(key));
            return wanted.length === 0 ? [] : get(wanted);
          });
};

/** A range that IndexedDB does not accept is RxDB's affair. */
const toRange = (create: () => IDBKeyRange): IDBKeyRange | undefined => {
  try {
    return create();
  } catch {
    return undefined;
  }
};
