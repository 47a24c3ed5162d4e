import { afterEach, beforeEach, expect, it } from 'vitest';
import { groupBucket, personBucket, type Bucket } from '#core/access/bucket.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import { createInlineSqliteStore } from '#server/storage/sqlite/inline-store.ts';
import { loadCommitted, toLiveChange } from './live.ts';
import { createFeed, createTestContext, jobModules, toId, type Feed } from './model/fixture.ts';
import type { Change } from './numbering.ts';

const maths = groupBucket(toId(2, 1));
const music = groupBucket(toId(2, 2));
const own = personBucket(toId(1));
const doc = toId(3, 1);

let store: Store;
let feed: Feed;
beforeEach(async () => {
  store = await createInlineSqliteStore({ path: ':memory:', jobModules, context: createTestContext() });
  feed = createFeed(store, toId(1));
});
afterEach(() => store.close());

const tell = async (changes: readonly Change[], ...buckets: Bucket[]) =>
  toLiveChange(await store.snapshot((reader) => loadCommitted(reader, changes)), new Set(buckets));

it('[REP8] tells a reader of what was placed in their buckets, and moves upper edges alone', async () => {
  const { changes } = await feed.put({ id: doc, title: 'a', buckets: [maths, music, own] });
  const change = await tell(changes, maths, own);
  expect(change?.documents).toMatchObject([{ id: doc, kind: 'announcement', rev: 1, title: 'a' }]);
  expect(Object.keys(change?.checkpoint ?? {}).sort()).toEqual([maths, own]);
  expect(change?.checkpoint[maths]).toMatch(/^[a-z2-7]{26}\.1\.[0-9a-f]{8}$/);
});

it('[REP1] tells nobody else', async () => {
  const { changes } = await feed.put({ id: doc, title: 'a', buckets: [maths] });
  expect(await tell(changes, music, own)).toBeUndefined();
});

it('sends a stub to whom the document is lost and the document to whom another bucket shows it', async () => {
  await feed.put({ id: doc, title: 'a', buckets: [maths, own] });
  const { changes } = await feed.put({ id: doc, title: 'b', buckets: [own] });
  expect((await tell(changes, maths))?.documents).toEqual([
    { id: doc, kind: '', inv: 0, rev: 0, _deleted: true },
  ]);
  expect((await tell(changes, maths, own))?.documents).toMatchObject([{ id: doc, rev: 2, title: 'b' }]);
});

it('sends a stub for a deleted document', async () => {
  await feed.put({ id: doc, title: 'a', buckets: [maths] });
  const changes = await feed.change('erase', { id: doc });
  expect((await tell(changes, maths))?.documents).toMatchObject([{ id: doc, _deleted: true }]);
});

it('names the last number of each bucket when one commit has changed several documents', async () => {
  const first = await feed.put({ id: doc, title: 'a', buckets: [maths] });
  const second = await feed.put({ id: toId(3, 2), title: 'b', buckets: [maths] });
  const change = await tell([...second.changes, ...first.changes], maths);
  expect(change?.documents).toHaveLength(2);
  expect(change?.checkpoint[maths]).toContain(`.2.${second.changes[0]?.tag}`);
});

it('leaves a replica where the next pull has nothing to add', async () => {
  await feed.put({ id: doc, title: 'a', buckets: [maths] });
  const { checkpoint } = await feed.drain(null, [maths]);
  const { changes } = await feed.put({ id: doc, title: 'b', buckets: [maths] });
  const change = await tell(changes, maths);
  expect((await feed.drain({ ...checkpoint, ...change?.checkpoint }, [maths])).ids).toEqual([]);
});
