import { expect, test } from 'vitest';
import { createRxDatabase, type RxDatabase } from 'rxdb/plugins/core';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { documentsCreator, type AnyStorage, type Documents } from './database.ts';
import { createDexieStorage } from './dexie-storage.ts';
import { announcement, group, me } from './testing/documents.ts';
import { randomPrefix } from './testing/open.ts';

const open = async (storage: AnyStorage): Promise<Documents> => {
  const database: RxDatabase<{ documents: Documents }> = await createRxDatabase({
    name: randomPrefix(),
    storage,
    multiInstance: false,
  });
  const { documents } = await database.addCollections({ documents: documentsCreator });
  await documents.bulkInsert([
    me(),
    group(),
    ...Array.from({ length: 120 }, (_, index) => announcement(index + 1)),
  ]);
  await documents.findOne(announcement(7).id).remove();
  return documents;
};

test('what is read at once is what RxDB reads row by row', async () => {
  const [atOnce, rowByRow] = await Promise.all([open(createDexieStorage()), open(getRxStorageDexie())]);
  const sort = [{ kind: 'asc' as const }, { inv: 'asc' as const }];
  const { inv } = announcement(50);
  const queries: Parameters<Documents['find']>[0][] = [
    { selector: { kind: { $eq: 'announcement' } }, sort, limit: 60 },
    { selector: { kind: { $eq: 'announcement' } }, sort, limit: 10, skip: 25 },
    { selector: { kind: { $eq: 'announcement' } }, sort },
    { selector: { kind: { $eq: 'announcement' }, inv: { $gt: inv } }, sort, limit: 5 },
    { selector: { kind: { $eq: 'announcement' }, inv: { $lte: inv } }, sort, limit: 500 },
    { selector: { kind: { $eq: 'person' } }, sort },
    { selector: { kind: { $eq: 'thread' } }, sort, limit: 60 },
    { selector: { kind: { $eq: 'announcement' } }, sort: [{ kind: 'desc' }, { inv: 'desc' }], limit: 3 },
    { selector: { inv: { $lte: inv } }, limit: 7 },
  ];
  for (const query of queries) {
    const [found, expected] = await Promise.all(
      [atOnce, rowByRow].map(async (documents) =>
        (await documents.find(structuredClone(query)).exec()).map((row) => row.toJSON()),
      ),
    );
    expect(found).toEqual(expected);
  }
  await Promise.all([atOnce.database.remove(), rowByRow.database.remove()]);
});
