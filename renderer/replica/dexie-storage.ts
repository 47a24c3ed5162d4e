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
 * RxDB's storage on Dexie, except that what an index answers by itself is read at once. RxDB walks a cursor, whose every
 * row is a message to the browser's own process: on a cold start that was most of the time between list and no list.
 */
export const createDexieStorage = (settings?: Parameters<typeof getRxStorageDexie>[0]): RxStorageDexie => {
  const storage = getRxStorageDexie(settings);
  const create = storage.createStorageInstance.bind(storage);
  storage.createStorageInstance = async (params) => {
    const instance = await create(params);
    const walk = instance.query.bind(instance);
    instance.query = async (prepared) => (await readAtOnce(instance, prepared)) ?? walk(prepared);
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

/** A range that IndexedDB does not accept is RxDB's affair. */
const toRange = (create: () => IDBKeyRange): IDBKeyRange | undefined => {
  try {
    return create();
  } catch {
    return undefined;
  }
};
