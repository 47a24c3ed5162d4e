import { afterEach, expect, test } from 'vitest';
import type { Workspace } from './contract.ts';
import { announcement, group, me, school } from './testing/documents.ts';
import { FeedServer } from './testing/feed-server.ts';
import { createKey, openReplica, randomPrefix, until } from './testing/open.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const createSchool = (count: number): FeedServer => {
  const server = new FeedServer();
  server.put(me());
  server.put(group());
  for (let number = 1; number <= count; number += 1) server.put(announcement(number));
  return server;
};

const names = async (prefix: string): Promise<number> =>
  (await indexedDB.databases()).filter((database) => database.name?.startsWith(`rxdb-dexie-${prefix}`))
    .length;

/** Everything the list shows from now on. */
const record = (workspace: Workspace): number[] => {
  const lengths: number[] = [];
  const recording = workspace.list('announcement', 50).subscribe((list) => lengths.push(list.length));
  cleanups.push(() => recording.unsubscribe());
  return lengths;
};

test('a new epoch fills a fresh database while the old one is shown, then swaps and deletes the old one', async () => {
  const server = createSchool(300);
  const prefix = randomPrefix();
  const replica = await openReplica(server, { prefix });
  cleanups.push(() => replica.close());
  const { workspace } = replica;
  await until(workspace.truth$, (truth) => truth.asOf !== undefined);
  const before = await names(prefix);
  await until(workspace.list('announcement', 50), (list) => list.length === 50);
  const lengths = record(workspace);
  await until(workspace.list('announcement', 50), (list) => list.length === 50);

  server.epoch = 'e2';
  server.put(announcement(301), ['school:all'], false);
  server.breakLines();
  await until(workspace.list('announcement', 50), (list) => list[0]?.title === 'Mitteilung 301');
  await until(workspace.truth$, (truth) => truth.connection === 'online' && truth.filling === undefined);
  expect(Math.min(...lengths)).toBe(50);
  await expect.poll(() => names(prefix)).toBe(before);
  server.put(announcement(302));
  await until(workspace.list('announcement', 50), (list) => list[0]?.title === 'Mitteilung 302');
});

test('[BAK10] what the server lost with a restored backup is offered again', async () => {
  const server = createSchool(3);
  server.answer = () => ({ status: 'stored' });
  const replica = await openReplica(server);
  cleanups.push(() => replica.close());
  const { workspace } = replica;
  await until(workspace.truth$, (truth) => truth.asOf !== undefined);
  const submitted = await workspace.submit('acknowledge', { announcementId: announcement(1).id, content: 1 });
  await until(workspace.outbox$, (outbox) => outbox.length === 0);
  expect(server.received).toHaveLength(1);
  server.epoch = 'e2';
  server.breakLines();
  await expect.poll(() => server.received.length).toBe(2);
  expect(submitted.ok && server.received.every((command) => command.mid === submitted.mid)).toBe(true);
});

test('[BAK10] what was written meanwhile waits until a restored server has been given back what it builds on', async () => {
  const server = createSchool(3);
  server.answer = () => ({ status: 'stored' });
  let isThere = true;
  const replica = await openReplica(server, { reachable: () => isThere });
  cleanups.push(() => replica.close());
  const { workspace } = replica;
  await until(workspace.truth$, (truth) => truth.asOf !== undefined);
  const madeAt = Date.now();
  const stored = await workspace.submit('acknowledge', { announcementId: announcement(1).id, content: 1 });
  await until(workspace.outbox$, (outbox) => outbox.length === 0);
  isThere = false;
  server.breakLines();
  await until(workspace.truth$, (truth) => truth.connection !== 'online');
  const waiting = await workspace.submit('acknowledge', { announcementId: announcement(2).id, content: 1 });
  server.epoch = 'e2';
  server.put(school({ restored: { madeAt: madeAt - 1, at: Date.now() } }), ['school:all'], false);
  isThere = true;
  await expect.poll(() => server.received.length).toBe(3);
  const mids = server.received.map(({ mid }) => mid);
  expect(stored.ok && waiting.ok && mids).toEqual(
    stored.ok && waiting.ok && [stored.mid, stored.mid, waiting.mid],
  );
  const { restored } = await until(workspace.truth$, (truth) => truth.restored?.missing === 1);
  expect(restored?.madeAt).toBe(madeAt - 1);
});

test('[BAK10] what was under way when the old server died goes out after what the restored one lost, not before', async () => {
  const server = createSchool(3);
  server.answer = () => ({ status: 'stored' });
  const replica = await openReplica(server);
  cleanups.push(() => replica.close());
  const { workspace } = replica;
  await until(workspace.truth$, (truth) => truth.asOf !== undefined);
  const lost = await workspace.submit('acknowledge', { announcementId: announcement(1).id, content: 1 });
  await until(workspace.outbox$, (outbox) => outbox.length === 0);
  // The server dies with this one in its hands: nobody knows whether it was stored.
  server.answer = () => undefined;
  const underWay = await workspace.submit('acknowledge', { announcementId: announcement(2).id, content: 1 });
  await expect.poll(() => server.received.length).toBe(2);
  server.answer = () => ({ status: 'stored' });
  server.epoch = 'e2';
  server.breakLines();
  await expect.poll(() => server.received.length).toBe(4);
  const mids = server.received.map(({ mid }) => mid);
  expect(lost.ok && underWay.ok && mids).toEqual(
    lost.ok && underWay.ok && [lost.mid, underWay.mid, lost.mid, underWay.mid],
  );
  await until(workspace.outbox$, (outbox) => outbox.length === 0);
});

test('what the server lost is offered again also when the page was closed in the middle of the reset', async () => {
  const server = createSchool(300);
  server.answer = () => ({ status: 'stored' });
  const same = { prefix: randomPrefix(), key: await createKey() };
  const first = await openReplica(server, same);
  await until(first.workspace.truth$, (truth) => truth.asOf !== undefined);
  await first.workspace.submit('acknowledge', { announcementId: announcement(1).id, content: 1 });
  await until(first.workspace.outbox$, (outbox) => outbox.length === 0);
  server.epoch = 'e2';
  let pages = 0;
  const stuck = new Promise<void>(() => undefined);
  server.onPull = () => (++pages > 3 ? stuck : undefined);
  server.breakLines();
  await expect.poll(() => pages).toBe(4);
  await first.close();
  server.onPull = () => undefined;
  const again = await openReplica(server, same);
  await expect.poll(() => server.received.length).toBe(2);
  await until(
    again.workspace.truth$,
    (truth) => truth.filling === undefined && truth.connection === 'online',
  );
  await again.close();
});

test('a reset that was cut off goes on where it was', async () => {
  const server = createSchool(300);
  const same = { prefix: randomPrefix(), key: await createKey() };
  const first = await openReplica(server, same);
  await until(first.workspace.truth$, (truth) => truth.asOf !== undefined);
  server.epoch = 'e2';
  let pages = 0;
  const stuck = new Promise<void>(() => undefined);
  // The answer to the reset, the first page of the next database, then nothing more.
  server.onPull = () => (++pages > 3 ? stuck : undefined);
  server.breakLines();
  await expect.poll(() => pages).toBe(4);
  await first.close();
  server.onPull = () => undefined;
  const again = await openReplica(server, same);
  cleanups.push(() => again.close());
  await until(again.workspace.all('announcement'), (list) => list.length === 300);
  await until(
    again.workspace.truth$,
    (truth) => truth.connection === 'online' && truth.filling === undefined,
  );
  await expect.poll(() => names(same.prefix)).toBe(3);
});
