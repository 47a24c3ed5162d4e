import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { afterEach, expect, test, vi } from 'vitest';
import { NEVER } from 'rxjs';
import { createRichText } from '#core/kernel/rich-text.ts';
import { browserTimers, openSilentChannel, type Environment } from './environment.ts';
import type { Replica } from './replica.ts';
import { announcement, group, me, MY_NAME } from './testing/documents.ts';
import { FeedServer } from './testing/feed-server.ts';
import { createKey, linkTo, openReplica, randomPrefix, until } from './testing/open.ts';

let replica: Replica | undefined;
afterEach(async () => {
  await replica?.close();
  replica = undefined;
});

/** Outside of a browser, over RxDB's memory storage: as the simulation runs it. */
const createEnvironment = (): Environment => ({
  clock: { now: () => Date.now() },
  random: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
  timers: browserTimers,
  indexedDB: new IDBFactory(),
  IDBKeyRange,
  openChannel: openSilentChannel,
  locks: undefined,
});

const createSchool = (): FeedServer => {
  const server = new FeedServer();
  server.put(me());
  server.put(group());
  for (let number = 1; number <= 5; number += 1) server.put(announcement(number, { author: MY_NAME }));
  return server;
};

test('an edit never flickers: the list shows the old text, then the new one, whichever comes first', async () => {
  for (const order of ['answer first', 'change first']) {
    const server = createSchool();
    const environment = createEnvironment();
    const storage = getRxStorageMemory();
    replica = await openReplica(server, { environment, storage, link: linkTo(server, environment) });
    const { workspace } = replica;
    await until(workspace.truth$, (truth) => truth.asOf !== undefined);
    const before = announcement(5, { author: MY_NAME });
    const lastEdit = { by: MY_NAME, at: Date.now() + 60_000, essential: false };
    const after = { ...before, rev: 2, content: 2, title: 'Neu', body: createRichText('neu'), lastEdit };
    server.answer = () => {
      if (order === 'answer first') setTimeout(() => server.put(after), 10);
      else server.put(after);
      return { status: 'stored', rev: 2 };
    };
    const shown: string[] = [];
    const recording = workspace.list('announcement', 50).subscribe(([first]) => {
      const now = `${first?.title} ${first?.content}`;
      if (shown.at(-1) !== now) shown.push(now);
    });
    await workspace.submit(
      'edit-announcement',
      { id: before.id, title: 'Neu', body: createRichText('neu'), pinned: false, essential: false },
      { baseRev: 1 },
    );
    await until(workspace.outbox$, (outbox) => outbox.length === 0);
    recording.unsubscribe();
    expect(shown).toEqual(['Mitteilung 5 1', 'Neu 2']);
    expect(await until(workspace.one('announcement', before.id), () => true)).toMatchObject({
      rev: 2,
      title: 'Neu',
    });
    await replica.close();
  }
});

test('an announcement written here is shown at once with its groups, and stays one row', async () => {
  const server = createSchool();
  const environment = createEnvironment();
  replica = await openReplica(server, {
    environment,
    storage: getRxStorageMemory(),
    link: linkTo(server, environment),
  });
  const { workspace } = replica;
  await until(workspace.self$, (self) => self?.actor.memberships.length === 1);
  const id = workspace.createId();
  server.answer = (command) => {
    server.put(announcement(99, { id, title: 'Von mir', author: MY_NAME, inv: 1 }));
    return { status: 'stored', rev: command.baseRev ?? 1 };
  };
  await workspace.submit('announce', {
    id,
    title: 'Von mir',
    body: createRichText('Text'),
    groupIds: [group().id],
    pinned: false,
    urgent: false,
  });
  const [first] = await until(workspace.list('announcement', 50), (list) => list.length === 6);
  expect(first).toMatchObject({ id, title: 'Von mir', groups: [{ name: 'Fachschaft Deutsch' }] });
  await until(workspace.outbox$, (outbox) => outbox.length === 0);
  const landed = await until(workspace.list('announcement', 50), ([row]) => row?.rev === 1);
  expect(landed).toHaveLength(6);
  expect(landed[0]).not.toHaveProperty('pending');
});

test('what is refused stands on "Nicht gespeichert" with its text and is no longer painted', async () => {
  const server = createSchool();
  const environment = createEnvironment();
  replica = await openReplica(server, {
    environment,
    storage: getRxStorageMemory(),
    link: linkTo(server, environment),
  });
  const { workspace } = replica;
  await until(workspace.truth$, (truth) => truth.asOf !== undefined);
  server.answer = () => ({ status: 'conflict', rev: 7 });
  const { id } = announcement(3);
  await workspace.submit(
    'edit-announcement',
    { id, title: 'Mein Text', body: createRichText('neu'), pinned: false, essential: false },
    { baseRev: 1 },
  );
  const [entry] = await until(workspace.notSaved$, (entries) => entries.length === 1);
  expect(entry).toMatchObject({ command: { args: { title: 'Mein Text' } }, delivery: { state: 'conflict' } });
  expect(await until(workspace.one('announcement', id), () => true)).toMatchObject({ title: 'Mitteilung 3' });
  expect(await until(workspace.truth$, (truth) => truth.notSaved === 1)).toMatchObject({ waiting: 0 });
  if (entry !== undefined) await workspace.dismiss(entry.command.mid);
  await until(workspace.notSaved$, (entries) => entries.length === 0);
});

test('a stored command whose document its author cannot read does not wait for ever', async () => {
  const server = createSchool();
  const environment = createEnvironment();
  replica = await openReplica(server, {
    environment,
    storage: getRxStorageMemory(),
    link: linkTo(server, environment),
  });
  const { workspace } = replica;
  await until(workspace.truth$, (truth) => truth.asOf !== undefined);
  server.answer = () => ({ status: 'stored', rev: 9 });
  await workspace.submit('remind', { announcementId: announcement(3).id });
  await until(workspace.outbox$, (outbox) => outbox[0]?.delivery.state === 'stored');
  await until(workspace.outbox$, (outbox) => outbox.length === 0);
});

test('drafts and what waits survive closing and a reset', async () => {
  const server = createSchool();
  const environment = createEnvironment();
  const same = { environment, storage: getRxStorageMemory(), prefix: randomPrefix(), key: await createKey() };
  const first = await openReplica(server, { ...same, link: linkTo(server, environment, () => false) });
  await first.workspace.drafts.put({ id: announcement(1).id, at: 1, content: { title: 'Entwurf' } });
  await first.close();
  server.epoch = 'e2';
  replica = await openReplica(server, { ...same, link: linkTo(server, environment) });
  expect(await until(replica.workspace.drafts.all$, (drafts) => drafts.length === 1)).toMatchObject([
    { content: { title: 'Entwurf' } },
  ]);
  await replica.workspace.drafts.remove(announcement(1).id);
  await until(replica.workspace.drafts.all$, (drafts) => drafts.length === 0);
});

test('a full disk keeps nobody from opening what is here', async () => {
  const server = createSchool();
  const environment = createEnvironment();
  const same = { prefix: randomPrefix(), key: await createKey(), environment, storage: getRxStorageMemory() };
  let isReachable = true;
  const link = () => linkTo(server, environment, () => isReachable);
  const first = await openReplica(server, { ...same, link: link() });
  await until(first.workspace.truth$, (truth) => truth.asOf !== undefined);
  isReachable = false;
  server.breakLines();
  await first.workspace.submit('acknowledge', { announcementId: announcement(1).id, content: 1 });
  await first.close();
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  try {
    replica = await openReplica(server, { ...same, link: link() });
    await until(replica.workspace.outbox$, (outbox) => outbox.length === 1);
  } finally {
    full.mockRestore();
  }
});

test('what cannot be closed keeps nothing else open', async () => {
  const environment = createEnvironment();
  let isClosed = false;
  const channel = { ...openSilentChannel(), close: () => void (isClosed = true) };
  const failing = await openReplica(createSchool(), {
    environment: { ...environment, openChannel: () => channel },
    storage: getRxStorageMemory(),
    openSearch: () => ({
      find: () => Promise.resolve([]),
      changed$: NEVER,
      close: () => Promise.reject(new Error('stuck')),
    }),
  });
  await expect(failing.close()).rejects.toThrow('stuck');
  expect(isClosed).toBe(true);
});
