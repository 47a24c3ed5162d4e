import { afterEach, expect, test } from 'vitest';
import { createRichText } from '#core/kernel/rich-text.ts';
import type { Workspace } from '../contract.ts';
import type { Replica } from '../replica.ts';
import { announcement, group, me, toId } from '../testing/documents.ts';
import { FeedServer } from '../testing/feed-server.ts';
import { createKey, openReplica, randomPrefix, until } from '../testing/open.ts';
import { openWorkerSearch } from './open.ts';

let replica: Replica | undefined;
afterEach(async () => {
  await replica?.close();
  replica = undefined;
});

/** Searches until the index has come so far. */
const find = (workspace: Workspace, query: string, isWanted: (titles: readonly string[]) => boolean) =>
  expect
    .poll(async () => (await workspace.search(query, 20)).map((hit) => hit.title), { timeout: 8_000 })
    .toSatisfy(isWanted);

test('everything the replica holds is found, and at once no longer what it may not hold any more', async () => {
  const server = new FeedServer();
  server.mine = ['school:all', 'group:a'];
  server.put(me());
  server.put(group());
  server.put(announcement(1, { title: 'Prüfungen im Sommer', body: createRichText('Raum 12') }), ['group:a']);
  server.put(announcement(2, { title: 'Sommerfest' }));
  replica = await openReplica(server, { openSearch: openWorkerSearch });
  const { workspace } = replica;
  await find(workspace, 'pruefung', (titles) => titles.join() === 'Prüfungen im Sommer');
  await find(workspace, 'Oehlschlaeger', (titles) => titles.includes('Sabine Oehlschläger'));
  const [hit] = await workspace.search('raum', 5);
  expect(hit).toMatchObject({ kind: 'announcement', id: toId(1_001), snippet: 'Raum 12', terms: ['Raum'] });

  server.put(announcement(2, { rev: 2, title: 'Herbstfest' }));
  await until(workspace.all('announcement'), (list) => list.some(({ title }) => title === 'Herbstfest'));
  // What stands on the screen is found the first time it is asked for.
  expect((await workspace.search('herbst', 5)).map(({ title }) => title)).toEqual(['Herbstfest']);
  expect(await workspace.search('Sommerfest', 5)).toEqual([]);

  server.setBuckets(['school:all']);
  await until(workspace.all('announcement'), (list) => list.length === 1);
  expect(await workspace.search('pruefung', 5)).toEqual([]);
});

test('says when a search may find something else: after what arrived, and after what went', async () => {
  const server = new FeedServer();
  server.mine = ['school:all', 'group:a'];
  server.put(me());
  server.put(announcement(1, { title: 'Sommerfest' }));
  replica = await openReplica(server, { openSearch: openWorkerSearch });
  const { workspace } = replica;
  await find(workspace, 'sommerfest', (titles) => titles.length === 1);
  let found: readonly string[] = [];
  const following = workspace.findable$.subscribe(() => {
    void workspace.search('sommerfest', 5).then((hits) => (found = hits.map(({ title }) => title)));
  });
  server.put(announcement(2, { title: 'Sommerfest: Helfer gesucht' }), ['group:a']);
  await expect.poll(() => found.length, { timeout: 8_000 }).toBe(2);
  server.setBuckets(['school:all']);
  await expect.poll(() => found, { timeout: 8_000 }).toEqual(['Sommerfest']);
  following.unsubscribe();
});

test('after locking and unlocking everything is found again, also what came in between', async () => {
  const server = new FeedServer();
  server.put(me());
  server.put(announcement(1, { title: 'Zeugniskonferenz' }));
  const same = { prefix: randomPrefix(), key: await createKey(), openSearch: openWorkerSearch };
  replica = await openReplica(server, same);
  await find(replica.workspace, 'zeugnis', (titles) => titles.length === 1);
  await replica.close();
  server.put(announcement(2, { title: 'Zeugnisausgabe' }));
  replica = await openReplica(server, same);
  await find(replica.workspace, 'zeugnis', (titles) => titles.length === 2);
});
