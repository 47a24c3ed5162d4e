import { afterEach, expect, test } from 'vitest';
import { createRichText } from '#core/kernel/rich-text.ts';
import type { Replica } from './replica.ts';
import { announcement, group, me, MY_NAME } from './testing/documents.ts';
import { FeedServer } from './testing/feed-server.ts';
import { createKey, randomPrefix, until } from './testing/open.ts';
import { openAmongTabs, type OtherTab } from './testing/tab.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A second realm of the same origin: as far as RxDB, locks and channels go, another tab. */
const openOtherTab = async (): Promise<OtherTab> => {
  const frame = document.createElement('iframe');
  const script = document.createElement('script');
  script.type = 'module';
  script.src = new URL('./testing/tab.ts', import.meta.url).href;
  document.body.append(frame);
  cleanups.push(() => frame.remove());
  frame.contentDocument?.head.append(script);
  await expect
    .poll(() => frame.contentWindow !== null && 'openReplicaHere' in frame.contentWindow, { timeout: 10_000 })
    .toBe(true);
  return frame.contentWindow as OtherTab;
};

const createSchool = (): FeedServer => {
  const server = new FeedServer();
  server.put(me());
  server.put(group());
  for (let number = 1; number <= 200; number += 1) server.put(announcement(number, { author: MY_NAME }));
  return server;
};

const openBoth = async (
  server: FeedServer,
  reachable?: () => boolean,
  prefix = randomPrefix(),
): Promise<readonly [Replica, Replica]> => {
  const same = { prefix, key: await createKey(), ...(reachable === undefined ? {} : { reachable }) };
  const first = await openAmongTabs(server, same);
  cleanups.push(() => first.close());
  await until(first.workspace.truth$, (truth) => truth.connection !== 'connecting');
  const other = await openOtherTab();
  const second = await other.openReplicaHere(server, same);
  cleanups.push(() => second.close());
  return [first, second];
};

test('one tab has the line, the other follows live and shows the same truth', async () => {
  const server = createSchool();
  const [first, second] = await openBoth(server);
  await until(first.workspace.all('announcement'), (list) => list.length === 200);
  await until(second.workspace.all('announcement'), (list) => list.length === 200);
  await until(second.workspace.truth$, (truth) => truth.connection === 'online' && truth.asOf !== undefined);
  expect(server.lineCount).toBe(1);
  server.put(announcement(201));
  await until(second.workspace.list('announcement', 50), ([newest]) => newest?.title === 'Mitteilung 201');
});

test('a command written in either tab is shown in both and sent once', async () => {
  const server = createSchool();
  let reachable = false;
  const [first, second] = await openBoth(server, () => reachable);
  server.answer = () => ({ status: 'stored' });
  reachable = true;
  await until(second.workspace.self$, (self) => self !== undefined);
  reachable = false;
  server.breakLines();
  await until(second.workspace.truth$, (truth) => truth.connection === 'offline');
  await second.workspace.submit(
    'edit-announcement',
    {
      id: announcement(5).id,
      title: 'Aus dem zweiten Tab',
      body: createRichText('x'),
      pinned: false,
      essential: false,
    },
    { baseRev: 1 },
  );
  await until(
    first.workspace.one('announcement', announcement(5).id),
    (row) => row?.title === 'Aus dem zweiten Tab',
  );
  await until(first.workspace.truth$, (truth) => truth.waiting === 1);
  reachable = true;
  await until(second.workspace.outbox$, (outbox) => outbox.length === 0);
  expect(server.received).toHaveLength(1);
  await second.workspace.drafts.put({ id: announcement(9).id, at: 1, content: 'Entwurf' });
  await until(first.workspace.drafts.all$, (drafts) => drafts.length === 1);
});

test('when the leading tab closes, the next one takes the line over', async () => {
  const server = createSchool();
  const [first, second] = await openBoth(server);
  await until(second.workspace.all('announcement'), (list) => list.length === 200);
  await first.close();
  await until(second.workspace.truth$, (truth) => truth.connection === 'online');
  server.put(announcement(202));
  await until(second.workspace.list('announcement', 50), ([newest]) => newest?.title === 'Mitteilung 202');
  expect(server.lineCount).toBe(1);
});

test('a reset takes both tabs along; the old database goes once both have left it', async () => {
  const server = createSchool();
  const prefix = randomPrefix();
  const [first, second] = await openBoth(server, undefined, prefix);
  const countDatabases = async (): Promise<number> =>
    (await indexedDB.databases()).filter(({ name }) => name?.startsWith(`rxdb-dexie-${prefix}`)).length;
  await until(second.workspace.all('announcement'), (list) => list.length === 200);
  const before = await countDatabases();
  const lengths: number[] = [];
  const recording = second.workspace.list('announcement', 50).subscribe((list) => lengths.push(list.length));
  cleanups.push(() => recording.unsubscribe());
  await expect.poll(() => lengths.at(-1)).toBe(50);
  lengths.length = 0;
  server.epoch = 'e2';
  server.put(announcement(203), ['school:all'], false);
  server.breakLines();
  for (const { workspace } of [first, second])
    await until(workspace.list('announcement', 50), ([newest]) => newest?.title === 'Mitteilung 203');
  expect(Math.min(...lengths)).toBe(50);
  await expect.poll(countDatabases).toBe(before);
  server.put(announcement(204));
  for (const { workspace } of [first, second])
    await until(workspace.list('announcement', 50), ([newest]) => newest?.title === 'Mitteilung 204');
});
