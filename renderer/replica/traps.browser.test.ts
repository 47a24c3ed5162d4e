import { afterEach, expect, test } from 'vitest';
import { createRxDatabase, type RxDatabase } from 'rxdb/plugins/core';
import { replicateRxCollection, type RxReplicationState } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { BehaviorSubject, map, Subject } from 'rxjs';
import type { Document } from '#core/protocol/documents.ts';
import type { Checkpoint } from '#core/protocol/messages/pull.ts';
import { documentsCreator, type AnyStorage, type Documents } from './database.ts';
import { createEncryptedStorage } from './encrypted-storage.ts';
import { browserTimers } from './environment.ts';
import type { FeedItem, Link, LinkStatus } from './link.ts';
import { startReplication, toRows, type Replication } from './replication.ts';
import { announcement, toId } from './testing/documents.ts';
import { FeedServer } from './testing/feed-server.ts';
import { alone, createKey, linkTo, openReplica, randomPrefix, until } from './testing/open.ts';
import { createSpy, spyOn, type Spy } from './testing/spy-storage.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const openDocuments = async (
  storage: AnyStorage,
  options: { readonly name?: string; readonly multiInstance?: boolean } = {},
): Promise<Documents> => {
  const database: RxDatabase<{ documents: Documents }> = await createRxDatabase({
    name: options.name ?? randomPrefix(),
    storage,
    multiInstance: options.multiInstance ?? false,
  });
  await database.addCollections({ documents: documentsCreator });
  cleanups.push(() => database.close());
  return database.documents;
};

const startLink = (server: FeedServer): Link => {
  const link = linkTo(server, alone());
  link.start();
  cleanups.push(() => link.stop());
  return link;
};

/** RxDB's replication as its documentation shows it, without our precautions. */
const replicateNaively = (
  documents: Documents,
  link: Pick<Link, 'pull' | 'feed$'>,
  options: {
    readonly idle?: boolean;
    readonly limit?: number;
    readonly toggle?: boolean;
    readonly lead?: boolean;
  } = {},
): RxReplicationState<Document, Checkpoint> => {
  const state = replicateRxCollection<Document, Checkpoint>({
    collection: documents,
    replicationIdentifier: 'feed',
    live: true,
    waitForLeadership: options.lead ?? false,
    toggleOnDocumentVisible: options.toggle ?? false,
    pull: {
      batchSize: 50,
      handler: async (checkpoint) => {
        const { page } = await link.pull(checkpoint, options.limit ?? 500);
        return { documents: toRows(page.documents), checkpoint: page.checkpoint };
      },
      stream$: link.feed$.pipe(
        map((item) =>
          item === 'RESYNC' ? item : { documents: toRows(item.documents), checkpoint: item.checkpoint },
        ),
      ),
    },
  });
  cleanups.push(() => state.cancel());
  return state;
};

const replicate = (documents: Documents, link: Pick<Link, 'pull' | 'feed$' | 'status$'>): Replication => {
  const replication = startReplication({ documents, link, timers: browserTimers });
  cleanups.push(() => replication.stop());
  return replication;
};

const count = (documents: Documents): Promise<number> => documents.count().exec();

const createFeed = (size: number): FeedServer => {
  const server = new FeedServer();
  for (let number = 1; number <= size; number += 1) server.put(announcement(number));
  return server;
};

const sealed = async (spy: Spy = createSpy()): Promise<AnyStorage> =>
  createEncryptedStorage(spyOn(getRxStorageDexie(), spy), await createKey());

/** The same without T1's fix: RxDB then looks for itself what might have to be pushed. */
const withUpstream = (storage: AnyStorage): AnyStorage => ({
  ...storage,
  createStorageInstance: async (params) => {
    const instance = await storage.createStorageInstance(params);
    return Object.assign(instance, { getChangedDocumentsSince: undefined });
  },
});

for (const fixed of [false, true]) {
  test(`T1 ${fixed ? 'fix: a pull-only replica opens nothing to look for pushes' : 'trap: RxDB reads everything to look for pushes'}`, async () => {
    const server = createFeed(300);
    const spy = createSpy();
    const storage = fixed ? await sealed(spy) : withUpstream(await sealed(spy));
    const link = startLink(server);
    const name = randomPrefix();
    const first = await openDocuments(storage, { name });
    const filling = replicateNaively(first, link);
    await filling.awaitInSync();
    await first.database.close();

    const again = await openDocuments(storage, { name });
    spy.read = 0;
    const state = replicateNaively(again, link);
    await state.awaitInSync();
    if (fixed) expect(spy.read).toBe(0);
    else expect(spy.read).toBeGreaterThan(250);
  });
}

for (const fixed of [false, true]) {
  test(`T2 ${fixed ? 'fix: a page that brings the top first loses nothing' : 'trap: a pull that only goes down loses what is written meanwhile'}`, async () => {
    const server = createFeed(400);
    server.topFirst = fixed;
    let written = 0;
    server.onPull = () => {
      if (written < 8) server.put(announcement(1_000 + ++written));
    };
    const documents = await openDocuments(await sealed());
    const state = replicateNaively(documents, startLink(server), { limit: 50 });
    await state.awaitInSync();
    // A later write moves the checkpoint past the hole, so that no RESYNC ever brings back what was dropped.
    server.put(announcement(2_000));
    await until(documents.findOne(toId(3_000)).$, (row) => row !== null);
    state.reSync();
    state.reSync();
    await state.awaitInSync();
    const missing = server.size - (await count(documents));
    if (fixed) expect(missing).toBe(0);
    else expect(missing).toBeGreaterThan(0);
  });
}

for (const fixed of [false, true]) {
  test(`T2b ${fixed ? 'fix: of two RESYNC in one tick one is carried out' : 'trap: a RESYNC queued behind an event is dropped'}`, async () => {
    const feed$ = new Subject<FeedItem>();
    let pulls = 0;
    const link = {
      feed$,
      status$: new BehaviorSubject<LinkStatus>({ connection: 'online', obstacle: undefined }),
      pull: () => {
        pulls += 1;
        return Promise.resolve({
          page: { op: 'page' as const, id: 1, documents: [], checkpoint: { b: `e.${pulls}.t` } },
          took: 1,
        });
      },
    };
    const spy = createSpy();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    spy.beforeWrite = () => {
      begin();
      return released;
    };
    const documents = await openDocuments(await sealed(spy));
    const state = replicateNaively(documents, link);
    await state.awaitInSync();
    const before = pulls;
    // The store is busy with a change while another one and then the reconnect come in.
    feed$.next({ documents: [{ ...announcement(1) }], checkpoint: { b: 'e.8.t' } });
    await begun;
    feed$.next({ documents: [{ ...announcement(2) }], checkpoint: { b: 'e.9.t' } });
    await new Promise((resolve) => setTimeout(resolve));
    feed$.next('RESYNC');
    if (fixed) feed$.next('RESYNC');
    await new Promise((resolve) => setTimeout(resolve));
    release();
    await until(documents.find().$, (rows) => rows.length === 2);
    await state.awaitInSync();
    expect(pulls - before).toBe(fixed ? 1 : 0);
  });
}

test('T2b the link says RESYNC twice in one tick with every connection', async () => {
  const server = createFeed(1);
  const link = linkTo(server, alone());
  cleanups.push(() => link.stop());
  const heard: FeedItem[] = [];
  link.feed$.subscribe((item) => heard.push(item));
  link.start();
  await until(link.status$, (status) => status.connection === 'online');
  expect(heard).toEqual(['RESYNC', 'RESYNC']);
});

/** The second write of replicated documents fails, as on a full disk. */
const failOnce = (spy: Spy): { readonly failed: () => boolean } => {
  let writes = 0;
  spy.beforeWrite = () => {
    writes += 1;
    if (writes === 2) throw new DOMException('full', 'QuotaExceededError');
  };
  return { failed: () => writes > 2 };
};

/** A line on which every page takes longer than writing the one before. */
const createSlowFeed = (size: number): FeedServer => {
  const server = createFeed(size);
  server.onPull = () => new Promise((resolve) => setTimeout(resolve, 60));
  return server;
};

test('T3 trap: after a failed write the checkpoint passes the hole', async () => {
  const server = createSlowFeed(500);
  const spy = createSpy();
  const { failed } = failOnce(spy);
  const documents = await openDocuments(await sealed(spy));
  const state = replicateNaively(documents, startLink(server), { limit: 100 });
  state.error$.subscribe();
  await state.awaitInSync();
  state.reSync();
  state.reSync();
  await state.awaitInSync();
  expect(failed()).toBe(true);
  expect(await count(documents)).toBe(400);
});

test('T3 fix: the replication stops at once and goes on from the stored checkpoint', async () => {
  const server = createSlowFeed(500);
  const spy = createSpy();
  const { failed } = failOnce(spy);
  const documents = await openDocuments(await sealed(spy));
  const replication = replicate(documents, startLink(server));
  await until(replication.progress$, (progress) => progress.inSync);
  expect(failed()).toBe(true);
  expect(await count(documents)).toBe(500);
});

/** Somebody else holds the lock until the returned function is called. */
const holdLock = async (name: string): Promise<() => void> => {
  const { promise: given, resolve: giveUp } = Promise.withResolvers<void>();
  const { promise: held, resolve: hold } = Promise.withResolvers<void>();
  void navigator.locks.request(name, () => {
    hold();
    return given;
  });
  await held;
  cleanups.push(giveUp);
  return giveUp;
};

test('T4 trap: a follower starts to replicate when its tab is shown', async () => {
  const server = createFeed(5);
  const name = randomPrefix();
  await holdLock(`pubkey-bc||native||RxDB:|dexie|${name}`);
  const follower = await openDocuments(await sealed(), { name, multiInstance: true });
  const state = replicateNaively(follower, startLink(server), { lead: true, toggle: true });
  document.dispatchEvent(new Event('visibilitychange'));
  await state.awaitInSync();
  expect(follower.database.isLeader()).toBe(false);
  expect(server.pulls.length).toBeGreaterThan(0);
});

test('T4 fix: a tab without the lead never pulls, shown or not', async () => {
  const server = createFeed(5);
  const prefix = randomPrefix();
  const giveUp = await holdLock(`leader:${prefix}`);
  const replica = await openReplica(server, { prefix, environment: { ...alone(), locks: navigator.locks } });
  cleanups.push(() => replica.close());
  document.dispatchEvent(new Event('visibilitychange'));
  expect(document.visibilityState).toBe('visible');
  await until(replica.workspace.all('announcement'), (list) => list.length === 0);
  expect(server.pulls).toHaveLength(0);
  giveUp();
  await until(replica.workspace.all('announcement'), (list) => list.length === 5);
});

/** A disk that takes its time with every write. */
const slowDown = (spy: Spy): void => {
  spy.beforeWrite = () => new Promise((resolve) => setTimeout(resolve, 60));
};

test('T5 trap: RxDB pulls faster than it writes and merges the pages', async () => {
  const server = createFeed(3_000);
  const spy = createSpy();
  slowDown(spy);
  const documents = await openDocuments(await sealed(spy));
  await replicateNaively(documents, startLink(server)).awaitInSync();
  expect(Math.max(...spy.writes)).toBeGreaterThan(500);
});

test('T5 fix: no write is longer than a page', async () => {
  const server = createFeed(3_000);
  const spy = createSpy();
  slowDown(spy);
  const documents = await openDocuments(await sealed(spy));
  const replication = replicate(documents, startLink(server));
  await until(replication.progress$, (progress) => progress.inSync);
  expect(Math.max(...spy.writes)).toBeLessThanOrEqual(500);
  expect(await count(documents)).toBe(3_000);
});

test('T6 a stale event does not overwrite a newer revision; a stub always counts', async () => {
  const feed$ = new Subject<FeedItem>();
  const link = {
    feed$,
    status$: new BehaviorSubject<LinkStatus>({ connection: 'online', obstacle: undefined }),
    pull: () =>
      Promise.resolve({
        page: {
          op: 'page' as const,
          id: 1,
          documents: [{ ...announcement(1, { rev: 5, title: 'neu' }) }],
          checkpoint: { b: 'e.1.t' },
        },
        took: 1,
      }),
  };
  const documents = await openDocuments(await sealed());
  replicate(documents, link);
  const id = toId(1_001);
  const title = async () => (await documents.findOne(id).exec())?._data;
  await until(documents.findOne(id).$, (row) => row !== null);
  feed$.next({ documents: [{ ...announcement(1, { rev: 4, title: 'alt' }) }], checkpoint: { b: 'e.2.t' } });
  feed$.next({ documents: [{ ...announcement(2) }], checkpoint: { b: 'e.3.t' } });
  await until(documents.findOne(toId(1_002)).$, (row) => row !== null);
  expect(await title()).toMatchObject({ title: 'neu', rev: 5 });
  feed$.next({ documents: [{ id, kind: '', inv: 0, rev: 0, _deleted: true }], checkpoint: { b: 'e.4.t' } });
  await until(documents.findOne(id).$, (row) => row === null);
  feed$.next({
    documents: [{ ...announcement(1, { rev: 5, title: 'wieder da' }) }],
    checkpoint: { b: 'e.5.t' },
  });
  await until(documents.findOne(id).$, (row) => row?._data.rev === 5);
});
