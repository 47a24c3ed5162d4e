import { firstValueFrom } from 'rxjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FileReference } from '#core/kernel/file.ts';
import type { Id } from '#core/kernel/id.ts';
import { createRichText } from '#core/kernel/rich-text.ts';
import type { FileState } from '../contract.ts';
import { wipeDatabases } from '../database.ts';
import type { Environment } from '../environment.ts';
import type { Replica } from '../replica.ts';
import { announcement, group, GROUP, me, toId } from '../testing/documents.ts';
import { FeedServer } from '../testing/feed-server.ts';
import { FileServer } from '../testing/file-server.ts';
import { alone, createKey, openReplica, randomPrefix, until } from '../testing/open.ts';

/** The real cabinet: PouchDB on IndexedDB under the real replica; only the server is in memory. */
let feed: FeedServer;
let server: FileServer;
let replica: Replica;
let prefix: string;
let key: CryptoKey;
let environment: Environment;
const opened: Replica[] = [];

const MB = 1_000_000;
const letter = announcement(1).id;
const toContent = (size: number, seed = 7): Uint8Array<ArrayBuffer> => {
  const content = new Uint8Array(size);
  for (let at = 0; at < size; at += 1) content[at] = (at * 31 + (at >> 8) + seed) & 255;
  return content;
};
const file = (number: number, size: number): FileReference => ({
  id: toId(5_000 + number),
  name: `Geheimplan ${number}.pdf`,
  size,
  type: 'application/pdf',
});
const isEqual = async (blob: Blob | undefined, content: Uint8Array): Promise<boolean> => {
  const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
  return bytes.length === content.length && bytes.every((byte, at) => byte === content[at]);
};

const open = async (): Promise<Replica> => {
  const next = await openReplica(feed, {
    prefix,
    key,
    environment,
    openFileApi: () => Promise.resolve(server),
  });
  opened.push(next);
  return next;
};
const files = () => replica.workspace.files;
const state = (id: Id, isWanted: (state: FileState) => boolean) => until(files().state(id), isWanted);

beforeEach(async () => {
  feed = new FeedServer();
  server = new FileServer();
  feed.put(me());
  feed.put(group());
  feed.answer = () => ({ status: 'stored' });
  prefix = randomPrefix();
  key = await createKey();
  environment = alone();
  replica = await open();
  await until(replica.workspace.truth$, (truth) => truth.asOf !== undefined);
});
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
  await wipeDatabases(prefix, environment);
});

/** Everything that lies in databases and local storage of this profile, as bytes and texts. */
const readDisk = async (): Promise<string> => {
  let text = JSON.stringify(Object.entries(localStorage));
  const decoder = new TextDecoder('latin1');
  const show = async (value: unknown): Promise<void> => {
    if (value instanceof Blob) text += decoder.decode(await value.arrayBuffer());
    else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) text += decoder.decode(value);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        text += name;
        await show(inner);
      }
    } else text += String(value);
  };
  for (const { name = '' } of await indexedDB.databases()) {
    if (!name.includes(prefix)) continue;
    text += name;
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    for (const store of database.objectStoreNames) {
      const all = database.transaction(store).objectStore(store).getAll();
      await new Promise((resolve) => (all.onsuccess = resolve));
      await show(all.result);
    }
    database.close();
  }
  return text;
};
const countBlobs = async (): Promise<number> => {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(`${prefix}-files`);
    request.onsuccess = () => resolve(request.result);
  });
  const count = database.transaction('attach-store').objectStore('attach-store').count();
  await new Promise((resolve) => (count.onsuccess = resolve));
  database.close();
  return count.result;
};

const announce = (attachments: FileReference[]) =>
  replica.workspace.submit('announce', {
    id: letter,
    title: 'Mit Anhang',
    body: createRichText('Text'),
    groupIds: [GROUP],
    pinned: false,
    urgent: false,
    attachments,
  });

test('a profile without files has no cabinet, and loads nothing for one', async () => {
  expect(await firstValueFrom(files().state(toId(9)))).toMatchObject({ here: 0, isWhole: false });
  const names = (await indexedDB.databases()).map((database) => database.name);
  expect(names).not.toContain(`${prefix}-files`);
});

test('[FILE8] what is added is sealed here first, uploaded from there, and only then the command goes out', async () => {
  server.budget = 1.2 * MB;
  const content = toContent(3 * MB);
  const added = await files().add(new Blob([content]), '../Plan.pdf', letter);
  if (!added.ok) throw new Error(added.reason);
  expect(added.file.name).toBe('Plan.pdf');
  await announce([added.file]);
  const cut = await state(added.file.id, ({ up }) => up?.state === 'waiting' && up.done > 0);
  expect(cut.up?.done).toBe(2 * 512 * 1024);
  expect(feed.received).toEqual([]);
  expect(await firstValueFrom(replica.workspace.outbox$)).toMatchObject([{ delivery: { state: 'waiting' } }]);
  // The line is mended: it goes on where it was, by itself.
  server.budget = Number.POSITIVE_INFINITY;
  await expect.poll(() => feed.received.length, { timeout: 10_000 }).toBe(1);
  expect(await isEqual(new Blob([server.contents.get(added.file.id) ?? new Uint8Array(0)]), content)).toBe(
    true,
  );
});

test('[FILE8] written offline, it goes out after the next start', async () => {
  server.budget = 0;
  const content = toContent(MB);
  const added = await files().add(new Blob([content]), 'Plan.pdf', letter);
  if (!added.ok) throw new Error(added.reason);
  await announce([added.file]);
  await replica.close();
  server.budget = Number.POSITIVE_INFINITY;
  replica = await open();
  await expect.poll(() => feed.received.length, { timeout: 10_000 }).toBe(1);
  expect(server.contents.get(added.file.id)?.length).toBe(MB);
});

test('[FILE9] a download that was cut goes on where it was, and is the same in the end', async () => {
  const plan = file(1, 5 * MB);
  const content = toContent(plan.size);
  server.lay(plan.id, content);
  feed.put(announcement(1, { attachments: [plan] }));
  server.budget = 2.5 * MB;
  files().fetch(plan, letter);
  const cut = await state(plan.id, ({ down }) => down?.state === 'waiting' && down.done > 0);
  expect([cut.down?.done, cut.isWhole]).toEqual([2 * 1024 * 1024, false]);
  await replica.close();
  server.budget = Number.POSITIVE_INFINITY;
  replica = await open();
  expect((await state(plan.id, ({ here }) => here > 0)).here).toBe(2 * 1024 * 1024);
  files().fetch(plan, letter);
  await state(plan.id, ({ isWhole, down }) => isWhole && down?.state === 'done');
  expect(server.asked.map(({ offset }) => offset)).toEqual([0, 2 * 1024 * 1024]);
  expect(await isEqual(await files().open(plan.id), content)).toBe(true);
});

test('[FILE9] what arrives and is not what the server named is thrown away', async () => {
  const plan = file(1, 1_000);
  server.lay(plan.id, toContent(1_000));
  feed.put(announcement(1, { attachments: [plan] }));
  const honest = server.fetch;
  server.fetch = async (...args) => {
    const answer = await honest(...args);
    return answer.ok ? { ok: true, value: { ...answer.value, etag: '"other"' } } : answer;
  };
  files().fetch(plan, letter);
  const { down } = await state(plan.id, ({ down: move }) => move?.state === 'failed');
  expect(down).toMatchObject({ reason: 'file-damaged' });
  expect(await files().open(plan.id)).toBeUndefined();
});

test('[FILE10, REP11] neither names nor contents of files are on the disk in clear, nor their ids in the cabinet', async () => {
  const secret = new TextEncoder().encode('streng vertraulicher Inhalt '.repeat(50_000));
  const plan = { ...file(1, secret.length), name: 'Kuendigung.pdf' };
  server.lay(plan.id, secret);
  feed.put(announcement(1, { attachments: [plan] }));
  files().fetch(plan, letter);
  await state(plan.id, ({ isWhole }) => isWhole);
  await files().add(new Blob([secret]), 'Abmahnung.pdf', letter);
  const disk = await readDisk();
  for (const word of ['vertraulicher', 'Kuendigung', 'Abmahnung', plan.id]) expect(disk).not.toContain(word);
});

test('[FILE11] a file goes from this device with the right to read it, also one that was kept for offline', async () => {
  const plan = file(1, 2 * MB);
  server.lay(plan.id, toContent(plan.size));
  feed.mine = ['school:all', 'group:a'];
  feed.put(announcement(1, { attachments: [plan] }), ['group:a']);
  await until(replica.workspace.one('announcement', letter), (found) => found !== undefined);
  files().keep(plan, letter, true);
  await state(plan.id, ({ isWhole, isKept }) => isWhole && isKept);
  const before = await countBlobs();
  feed.displace(letter, 'group:a');
  await state(plan.id, ({ here }) => here === 0);
  expect(await files().open(plan.id)).toBeUndefined();
  // Its entry and two pieces are gone from the database too, not only marked as deleted.
  await expect.poll(countBlobs).toBe(before - 3);
});

test('[FILE11] a reset of the replica keeps the files; deleting the profile deletes them', async () => {
  const plan = file(1, MB);
  server.lay(plan.id, toContent(plan.size));
  feed.put(announcement(1, { attachments: [plan] }));
  files().keep(plan, letter, true);
  await state(plan.id, ({ isWhole }) => isWhole);
  feed.epoch = 'e2';
  feed.setBuckets(feed.mine);
  await until(replica.workspace.truth$, (truth) => truth.filling !== undefined);
  await until(replica.workspace.truth$, (truth) => truth.filling === undefined);
  await until(replica.workspace.one('announcement', letter), (found) => found !== undefined);
  expect(await isEqual(await files().open(plan.id), toContent(MB))).toBe(true);
  await replica.close();
  await wipeDatabases(prefix, environment);
  const names = (await indexedDB.databases()).map((database) => database.name ?? '');
  expect(names.filter((name) => name.includes(prefix))).toEqual([]);
  expect(Object.keys(localStorage).filter((name) => name.includes(prefix))).toEqual([]);
});
