import { afterEach, expect, test } from 'vitest';
import { createRxDatabase, type RxDatabase } from 'rxdb/plugins/core';
import { documentsCreator, type Documents } from './database.ts';
import { createDexieStorage } from './dexie-storage.ts';
import { spareLookups } from './first-fill.ts';
import { announcement } from './testing/documents.ts';
import { randomPrefix } from './testing/open.ts';

const opened: Documents[] = [];
afterEach(async () => {
  for (const documents of opened.splice(0)) await documents.database.remove();
});

const open = async (): Promise<Documents> => {
  const database: RxDatabase<{ documents: Documents }> = await createRxDatabase({
    name: randomPrefix(),
    storage: createDexieStorage(),
    multiInstance: false,
  });
  const { documents } = await database.addCollections({ documents: documentsCreator });
  opened.push(documents);
  return documents;
};
const find = async ({ storageInstance }: Documents, ...numbers: readonly number[]): Promise<number> =>
  (
    await storageInstance.findDocumentsById(
      numbers.map((number) => announcement(number).id),
      true,
    )
  ).length;

test('while an empty replica is filled only what was written is looked for on disk', async () => {
  const documents = await open();
  const asked: number[] = [];
  const { findDocumentsById } = documents.storageInstance;
  documents.storageInstance.findDocumentsById = (ids, deleted) => {
    asked.push(ids.length);
    return findDocumentsById.call(documents.storageInstance, ids, deleted);
  };
  const end = await spareLookups(documents);
  expect(await find(documents, 1, 2, 3)).toBe(0);
  expect(asked).toEqual([]);
  await documents.bulkInsert([announcement(1), announcement(2)]);
  asked.length = 0;
  expect(await find(documents, 1, 2, 3)).toBe(2);
  expect(asked).toEqual([2]);
  await documents.findOne(announcement(1).id).remove();
  expect(await find(documents, 1)).toBe(1);
  end();
  asked.length = 0;
  expect(await find(documents, 3, 4, 5)).toBe(0);
  expect(asked).toEqual([3]);
});

test('a replica that holds but one stub is asked for everything', async () => {
  const documents = await open();
  await documents.insert(announcement(1));
  await documents.findOne(announcement(1).id).remove();
  await spareLookups(documents);
  expect(await find(documents, 1)).toBe(1);
});
