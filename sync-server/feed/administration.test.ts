import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMINISTRATION_BUCKET } from '#core/access/bucket.ts';
import type { Role } from '#core/access/roles.ts';
import type { Checkpoint } from '#core/protocol/messages/pull.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import { createInlineSqliteStore } from '#server/storage/sqlite/inline-store.ts';
import { createFeed, createTestContext, jobModules, toId, type Feed } from './model/fixture.ts';
import { readBucketsOf } from './model/world.ts';

const me = toId(1);
const doc = toId(3, 1);

let store: Store;
let feed: Feed;
beforeEach(async () => {
  store = await createInlineSqliteStore({ path: ':memory:', jobModules, context: createTestContext() });
  feed = createFeed(store, me);
  await be('teacher');
  await feed.put({ id: doc, title: 'Zugangszettel', buckets: [ADMINISTRATION_BUCKET] });
});
afterEach(() => store.close());

const be = (role: Role, administrator = false): Promise<unknown> =>
  feed.change('addPerson', { personId: me, role, administrator });
const drain = async (checkpoint: Checkpoint | null) =>
  feed.drain(checkpoint, await readBucketsOf(store.read, me));
const tenure = () =>
  store.read.get<{ number: number }>(
    'select number from tenure where person_id = ? and bucket = ?',
    me,
    ADMINISTRATION_BUCKET,
  );

describe('[SET1] what lies with the administration', () => {
  it('is read by administrators and the leadership, whatever else they are, and by nobody else', async () => {
    for (const role of ['teacher', 'office', 'guest', 'parent-representative'] as const) {
      await be(role);
      expect((await drain(null)).ids).not.toContain(doc);
      await be(role, true);
      expect([role, (await drain(null)).ids]).toEqual([role, [doc]]);
      await be(role);
    }
    await be('leadership');
    expect((await drain(null)).ids).toEqual([doc]);
  });

  it('[REP6] goes with the flag and comes back with it', async () => {
    await be('teacher', true);
    const given = await drain(null);
    await be('teacher');
    const taken = await drain(given.checkpoint);
    expect(taken.ids).toEqual([`-${doc}`]);
    await be('teacher', true);
    expect((await drain(taken.checkpoint)).ids).toEqual([doc]);
  });

  it('[REP4] is read anew after every change of the right, and only then', async () => {
    await be('leadership');
    expect(await tenure()).toEqual({ number: 1 });
    await be('leadership', true);
    await be('teacher', true);
    expect(await tenure()).toEqual({ number: 1 });
    await be('teacher');
    await be('teacher', true);
    expect(await tenure()).toEqual({ number: 3 });
  });

  it('[REP4] is not forgotten by who lost the right and got it back between two pulls', async () => {
    await be('teacher', true);
    const { checkpoint } = await drain(null);
    await be('teacher');
    await be('teacher', true);
    expect((await drain(checkpoint)).ids).toEqual([doc]);
  });
});
