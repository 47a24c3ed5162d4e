import { afterEach, beforeEach, expect, it } from 'vitest';
import { EVERYBODY_BUCKET, groupBucket, STAFF_BUCKET } from '#core/access/bucket.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import { createInlineSqliteStore } from '#server/storage/sqlite/inline-store.ts';
import { readDocument, readDocumentsOfKind } from './documents.ts';
import { createFeed, createTestContext, jobModules, toId, type Feed } from './model/fixture.ts';
import { readBuckets, readEpoch } from './numbering.ts';

const maths = groupBucket(toId(2, 1));
const music = groupBucket(toId(2, 2));
const doc = toId(3, 1);

let store: Store;
let feed: Feed;
beforeEach(async () => {
  store = await createInlineSqliteStore({ path: ':memory:', jobModules, context: createTestContext() });
  feed = createFeed(store, toId(1));
});
afterEach(() => store.close());

it('takes the next number in each bucket, each with a tag of its own', async () => {
  await feed.put({ id: doc, title: 'a', buckets: [maths] });
  const { rev, changes } = await feed.put({ id: doc, title: 'b', buckets: [music, maths, music] });
  expect(rev).toBe(2);
  expect(changes.map(({ bucket, seq }) => [bucket, seq])).toEqual([
    [maths, 2],
    [music, 1],
  ]);
  expect(new Set(changes.map(({ tag }) => tag)).size).toBe(2);
  expect(changes.every(({ tag }) => /^[0-9a-f]{8}$/.test(tag))).toBe(true);
});

it('leaves by a number the buckets it is no longer placed in', async () => {
  await feed.put({ id: doc, title: 'a', buckets: [maths, STAFF_BUCKET] });
  const { changes } = await feed.put({ id: doc, title: 'b', buckets: [music, STAFF_BUCKET] });
  expect(changes.map(({ bucket, seq }) => [bucket, seq])).toEqual([
    [maths, 2],
    [music, 1],
    [STAFF_BUCKET, 2],
  ]);
  expect(await readBuckets(store.read, doc)).toEqual([music, STAFF_BUCKET]);
});

it('[REP7] keeps a tag for every number it ever handed out', async () => {
  for (const title of ['a', 'b', 'c']) await feed.put({ id: doc, title, buckets: [maths] });
  await feed.change('remove', { documentId: doc, bucket: maths });
  expect(await store.read.all('select seq from bucket_tag where bucket = ? order by seq', maths)).toEqual(
    [1, 2, 3, 4].map((seq) => ({ seq })),
  );
  expect(await store.read.get('select head from bucket where id = ?', maths)).toEqual({ head: 4 });
});

it('takes no number for leaving a bucket the document is not placed in', async () => {
  await feed.put({ id: doc, title: 'a', buckets: [maths] });
  expect(await feed.change('remove', { documentId: doc, bucket: music })).toEqual([]);
  expect(await feed.change('remove', { documentId: doc, bucket: maths })).toHaveLength(1);
  expect(await feed.change('remove', { documentId: doc, bucket: maths })).toEqual([]);
});

it('makes the epoch once and renews it when told', async () => {
  expect(await readEpoch(store.read)).toBeUndefined();
  await feed.put({ id: doc, title: 'a', buckets: [maths] });
  const epoch = await readEpoch(store.read);
  expect(epoch).toMatch(/^[a-z2-7]{26}$/);
  await feed.put({ id: toId(3, 2), title: 'a', buckets: [EVERYBODY_BUCKET] });
  expect(await readEpoch(store.read)).toBe(epoch);
  await store.write('renew', null);
  expect(await readEpoch(store.read)).not.toBe(epoch);
});

it('empties a deleted document, takes it out of every bucket, and never gives a revision twice', async () => {
  await feed.put({ id: doc, title: 'geheim', buckets: [maths, music] });
  expect(await feed.change('erase', { id: doc })).toHaveLength(2);
  expect(await readDocument(store.read, doc)).toBeUndefined();
  expect(await store.read.get('select body, rev from document')).toEqual({ body: '{}', rev: 2 });
  expect(await feed.change('erase', { id: doc })).toEqual([]);
  expect((await feed.put({ id: doc, title: 'neu', buckets: [maths] })).rev).toBe(3);
});

it('reads documents of a kind page by page, newest first', async () => {
  for (const index of [3, 1, 2])
    await feed.put({ id: toId(3, index), title: 'x', inv: index, buckets: [maths] });
  const [first, ...none] = await readDocumentsOfKind(store.read, 'announcement', 1);
  expect([first?.inv, none]).toEqual([1, []]);
  const rest = await readDocumentsOfKind(store.read, 'announcement', 5, first);
  expect(rest.map(({ inv }) => inv)).toEqual([2, 3]);
  expect(await readDocumentsOfKind(store.read, 'group')).toEqual([]);
});
