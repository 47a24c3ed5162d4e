import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, expect, test } from 'vitest';
import { announcement, toId } from '../testing/documents.ts';
import { createHandTimers, type HandTimers } from '../testing/hand-timers.ts';
import { createKey } from '../testing/open.ts';
import { toIndexEntry } from './entry.ts';
import { createLibrarian, type Librarian } from './librarian.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { SearchIndex } from './search-index.ts';
import { openSnapshots } from './snapshot.ts';

let timers: HandTimers;
let key: CryptoKey;
const engine = { indexedDB: new IDBFactory(), IDBKeyRange };

beforeEach(async () => {
  timers = createHandTimers();
  key = await createKey();
  engine.indexedDB = new IDBFactory();
});

const create = (): Librarian =>
  createLibrarian({
    timers,
    openSnapshots: (prefix, opened) => openSnapshots(prefix, opened, engine),
  });
const ask = async (librarian: Librarian, message: ToWorker): Promise<FromWorker | undefined> => {
  let said: FromWorker | undefined;
  await librarian.receive(message, (answer) => {
    said = answer;
  });
  return said;
};
const open = (librarian: Librarian): Promise<FromWorker | undefined> =>
  ask(librarian, { type: 'open', prefix: 'p', key, generation: 'g1' });
const feed = (
  librarian: Librarian,
  upTo: number,
  numbers: readonly number[],
  removed: readonly string[] = [],
) =>
  ask(librarian, {
    type: 'feed',
    progress: { generation: 'g1', upTo },
    entries: numbers.map((number) => ({ entry: toIndexEntry(announcement(number)), isFindable: true })),
    removed,
  });
const find = async (librarian: Librarian): Promise<number> => {
  const answer = await ask(librarian, { type: 'find', id: 1, query: 'Mitteilung', limit: 50 });
  return answer?.type === 'found' ? answer.found.length : -1;
};
const stored = () => openSnapshots('p', key, engine).load();

test('the index is written sealed after a while and used again', async () => {
  const first = create();
  expect(await open(first)).toEqual({ type: 'opened', progress: { generation: 'g1', upTo: 0 } });
  await feed(first, 7, [1, 2]);
  expect(await stored()).toBeUndefined();
  timers.turn(5_000);
  await expect.poll(stored).toBeDefined();
  const again = create();
  expect(await open(again)).toEqual({ type: 'opened', progress: { generation: 'g1', upTo: 7 } });
  expect(await find(again)).toBe(2);
});

test('with another key there is no index: it is built anew', async () => {
  const first = create();
  await open(first);
  await feed(first, 7, [1]);
  timers.turn(5_000);
  await expect.poll(stored).toBeDefined();
  key = await createKey();
  expect(await open(create())).toEqual({ type: 'opened', progress: { generation: 'g1', upTo: 0 } });
});

test('what may no longer be read is gone from memory and disk at once', async () => {
  const librarian = create();
  await open(librarian);
  await feed(librarian, 7, [1, 2]);
  timers.turn(5_000);
  await expect.poll(stored).toBeDefined();
  await feed(librarian, 7, [], [toId(1_001)]);
  expect(await find(librarian)).toBe(1);
  expect(await stored()).toBeUndefined();
  timers.turn(5_000);
  await expect.poll(stored).toBeDefined();
});

test('a snapshot that was being written when something was removed is not written', async () => {
  const snapshots = openSnapshots('p', key, engine);
  const index = new SearchIndex();
  index.add(toIndexEntry(announcement(1)), true);
  const saving = snapshots.save(index, { generation: 'g1', upTo: 7 });
  await snapshots.drop();
  await saving;
  expect(await stored()).toBeUndefined();
});

test('with another replica the snapshot of the last one is gone', async () => {
  const librarian = create();
  await open(librarian);
  await feed(librarian, 7, [1]);
  timers.turn(5_000);
  await expect.poll(stored).toBeDefined();
  await ask(librarian, { type: 'clear', generation: 'g2', isIncomplete: false });
  expect(await stored()).toBeUndefined();
});

test('a second tab turns nothing back; a check tells whether something is missing', async () => {
  const librarian = create();
  await open(librarian);
  await feed(librarian, 7, [1, 2]);
  await feed(librarian, 3, [1]);
  expect(await open(librarian)).toMatchObject({ progress: { upTo: 7 } });
  const check = (count: number) =>
    ask(librarian, { type: 'check', id: 1, counts: [['announcement', count]] });
  expect(await check(2)).toMatchObject({ isComplete: true });
  expect(await check(3)).toMatchObject({ isComplete: false });
  await ask(librarian, { type: 'clear', generation: 'g2', isIncomplete: false });
  expect(await find(librarian)).toBe(0);
});

test('a locked profile leaves nothing in memory', async () => {
  const librarian = create();
  await open(librarian);
  await feed(librarian, 7, [1]);
  await ask(librarian, { type: 'forget' });
  expect(await find(librarian)).toBe(-1);
});
