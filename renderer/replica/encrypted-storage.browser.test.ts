import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { createRichText } from '#core/kernel/rich-text.ts';
import { openDatabase, wipeDatabases, type OpenDatabase } from './database.ts';
import { LocalKeyError } from './sealing.ts';
import { announcement } from './testing/documents.ts';
import { FeedServer } from './testing/feed-server.ts';
import { alone, createKey, openReplica, randomPrefix, until } from './testing/open.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const open = async (name: string, key: CryptoKey): Promise<OpenDatabase> => {
  const database = await openDatabase({
    name,
    storage: getRxStorageDexie(),
    key,
    multiInstance: false,
    environment: alone(),
  });
  cleanups.push(() => database.leave());
  return database;
};

/** Everything that lies in the databases whose name holds this. */
const readDisk = async (name: string): Promise<string> => {
  const rows: unknown[] = [];
  for (const found of await indexedDB.databases()) {
    if (found.name?.includes(name) !== true) continue;
    const database = await new Dexie(found.name).open();
    for (const table of database.tables) {
      for (const row of await table.toArray()) {
        rows.push(
          row,
          ...Object.values(row).map((value) =>
            value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
          ),
        );
      }
    }
    database.close();
  }
  return JSON.stringify(rows);
};

const secret = announcement(1, {
  title: 'Vertraulicher Titel',
  body: createRichText('Streng geheimer Text'),
});

test('on disk only id, kind and time are clear', async () => {
  const name = randomPrefix();
  const { documents } = await open(name, await createKey());
  await documents.insert(secret);
  const disk = await readDisk(name);
  expect(disk).toContain(secret.id);
  expect(disk).toContain('announcement');
  for (const word of ['Vertraulich', 'geheim', 'Kurz', 'Fachschaft']) expect(disk).not.toContain(word);
  expect((await documents.findOne(secret.id).exec())?._data).toMatchObject(secret);
});

test('a query or an order by a sealed field throws instead of finding nothing', async () => {
  const { documents } = await open(randomPrefix(), await createKey());
  await documents.insert(secret);
  await expect(documents.find({ selector: { rev: 1 } }).exec()).rejects.toThrow('sealed');
  await expect(documents.find({ selector: { $or: [{ rev: 1 }, { id: secret.id }] } }).exec()).rejects.toThrow(
    'sealed',
  );
  await expect(documents.find({ sort: [{ rev: 'asc' }] }).exec()).rejects.toThrow('sealed');
});

test('another key opens nothing and says so', async () => {
  const name = randomPrefix();
  const first = await open(name, await createKey());
  await first.leave();
  cleanups.pop();
  await expect(open(name, await createKey())).rejects.toBeInstanceOf(LocalKeyError);
});

test('a sealed document cannot be passed off as another one', async () => {
  const name = randomPrefix();
  const key = await createKey();
  const first = await open(name, key);
  await first.documents.insert(secret);
  await first.documents.insert(announcement(2));
  await first.leave();
  cleanups.pop();
  const found = (await indexedDB.databases()).find(
    (database) => database.name?.endsWith('--documents') && database.name.includes(name),
  );
  const disk = await new Dexie(found?.name ?? '').open();
  const rows = await disk.table('docs').toArray();
  await disk.table('docs').put({ ...rows[0], c: rows[1].c });
  disk.close();
  const again = await open(name, key);
  await expect(again.documents.find().exec()).rejects.toBeInstanceOf(LocalKeyError);
});

test('what is no longer readable leaves nothing but its id on disk', async () => {
  const server = new FeedServer();
  server.mine = ['group:a', 'group:b'];
  server.put(secret, ['group:a']);
  server.put(announcement(2), ['group:b']);
  const prefix = randomPrefix();
  const replica = await openReplica(server, { prefix });
  cleanups.push(() => replica.close());
  await until(replica.workspace.all('announcement'), (list) => list.length === 2);
  const sealedBefore = await readSealed(prefix, secret.id);
  expect(sealedBefore.length).toBeGreaterThan(100);
  server.setBuckets(['group:b']);
  await until(replica.workspace.all('announcement'), (list) => list.length === 1);
  expect(await readSealed(prefix, secret.id)).toBe('');
  expect(await readDisk(prefix)).not.toContain(sealedBefore);
});

const readSealed = async (prefix: string, id: string): Promise<string> => {
  const names = (await indexedDB.databases()).flatMap((database) => database.name ?? []);
  const name =
    names.find((candidate) => candidate.includes(prefix) && candidate.endsWith('--documents')) ?? '';
  const database = await new Dexie(name).open();
  const row = await database.table('docs').get(id);
  database.close();
  return row.c;
};

test('deleting leaves no database behind', async () => {
  const name = randomPrefix();
  const database = await open(name, await createKey());
  await database.leave();
  cleanups.pop();
  await wipeDatabases(name, alone());
  const names = (await indexedDB.databases()).filter((found) => found.name?.includes(name));
  expect(names).toEqual([]);
});
