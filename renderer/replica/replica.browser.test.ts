import { afterEach, expect, test } from 'vitest';
import type { Replica } from './replica.ts';
import { announcement, group, me } from './testing/documents.ts';
import { FeedServer } from './testing/feed-server.ts';
import { openReplica, until } from './testing/open.ts';

let replica: Replica | undefined;
afterEach(async () => {
  await replica?.close();
  replica = undefined;
});

const createSchool = (count: number): FeedServer => {
  const server = new FeedServer();
  server.put(me());
  server.put(group());
  for (let number = 1; number <= count; number += 1) server.put(announcement(number));
  return server;
};

test('an empty replica shows the newest first and ends with everything', async () => {
  const server = createSchool(1_000);
  replica = await openReplica(server);
  const first = await until(replica.workspace.list('announcement', 50), (list) => list.length > 0);
  expect(first[0]?.title).toBe('Mitteilung 1000');
  const all = await until(replica.workspace.all('announcement'), (list) => list.length === 1_000);
  expect(all.at(-1)?.title).toBe('Mitteilung 1');
  const truth = await until(
    replica.workspace.truth$,
    (value) => value.asOf !== undefined && value.filling === undefined,
  );
  expect(truth).toMatchObject({ connection: 'online', waiting: 0, notSaved: 0 });
});

test('a change of somebody else appears by itself', async () => {
  const server = createSchool(3);
  replica = await openReplica(server);
  await until(replica.workspace.truth$, (truth) => truth.asOf !== undefined);
  server.put(announcement(2, { rev: 2, title: 'Geändert' }));
  await until(replica.workspace.list('announcement', 50), (list) => list[1]?.title === 'Geändert');
});

test('what was written offline is shown at once, goes out on reconnect, and lands', async () => {
  const server = createSchool(3);
  let reachable = true;
  replica = await openReplica(server, { reachable: () => reachable });
  const { workspace } = replica;
  await until(workspace.truth$, (truth) => truth.asOf !== undefined);
  reachable = false;
  server.breakLines();
  await until(workspace.truth$, (truth) => truth.connection === 'offline');
  const target = announcement(2, { author: me() });
  server.put(target, ['school:all'], false);
  server.answer = (command) => {
    if (command.name !== 'acknowledge') return { status: 'refused', reason: 'invalid' };
    return { status: 'stored' };
  };
  const submitted = await workspace.submit('acknowledge', { announcementId: target.id, content: 1 });
  expect(submitted.ok).toBe(true);
  await until(workspace.truth$, (truth) => truth.waiting === 1);
  reachable = true;
  await until(workspace.truth$, (truth) => truth.waiting === 0 && truth.connection === 'online');
  await until(workspace.outbox$, (outbox) => outbox.length === 0);
  expect(server.received).toHaveLength(1);
});
