import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { Subject } from 'rxjs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createId } from '#core/kernel/id.ts';
import { createRichText } from '#core/kernel/rich-text.ts';
import type { OutboxCommand as Command } from '#core/protocol/commands.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import type { Environment } from './environment.ts';
import { openSilentChannel } from './environment.ts';
import type { UploadGate } from './files/files.ts';
import { DiskFullError, openLocalStore, type LocalStore, type SealedTable } from './local-store.ts';
import { openOutbox, type Outbox } from './outbox.ts';
import { startSender, type Sender } from './sender.ts';
import { ME, toId } from './testing/documents.ts';
import { edit, HeldLine, hints, random } from './testing/held-line.ts';
import { createHandTimers, type HandTimers } from './testing/hand-timers.ts';
import { createKey } from './testing/open.ts';

let timers: HandTimers;
let environment: Environment;
let store: LocalStore;
let outbox: Outbox;
let key: CryptoKey;
let sender: Sender | undefined;
let line: HeldLine;
let changed$: Subject<readonly string[]>;
let others: Subject<readonly string[]>;

const open = (table: SealedTable = store.commands): Promise<Outbox> =>
  openOutbox(table, timers.clock, { changed$, announce: (mids) => others.next(mids) });

beforeEach(async () => {
  verdict = 'ready';
  timers = createHandTimers();
  environment = {
    clock: timers.clock,
    random,
    timers,
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    openChannel: openSilentChannel,
    locks: undefined,
  };
  key = await createKey();
  store = openLocalStore('local', key, environment);
  changed$ = new Subject();
  others = new Subject();
  outbox = await open();
  line = new HeldLine();
});
afterEach(() => {
  sender?.stop();
  sender = undefined;
  store.close();
});

/** What the files of a command say, in the test's hand. */
let verdict: ReturnType<UploadGate['check']>;
const arrived$ = new Subject<void>();
const gate: UploadGate = { check: () => verdict, changed$: arrived$, distrust: () => undefined };

const start = (): void => {
  sender = startSender(outbox, line, environment, gate);
};

const states = (): readonly string[] => outbox.pending$.value.map((entry) => entry.delivery.state);

test('a command is durable before it is shown, and survives a reload in the order of writing', async () => {
  for (const title of ['a', 'b', 'c']) await outbox.submit(edit(1, title), hints);
  const again = await open();
  expect(again.pending$.value.map((entry) => entry.command.args)).toEqual(
    outbox.pending$.value.map((entry) => entry.command.args),
  );
});

test('on disk there is nothing but a random id, a number and a time in clear', async () => {
  await outbox.submit(edit(1, 'Vertraulich'), hints);
  const row = await new Promise<Record<string, unknown>>((resolve) => {
    const request = environment.indexedDB.open('local');
    request.onsuccess = () => {
      const all = request.result.transaction('commands').objectStore('commands').getAll();
      all.onsuccess = () => resolve(all.result[0]);
    };
  });
  expect(Object.keys(row).sort()).toEqual(['c', 'done', 'id', 'version']);
});

test('commands go out in order, one for each document at a time', async () => {
  await outbox.submit(edit(1, 'first'), hints);
  await outbox.submit(edit(1, 'second'), hints);
  await outbox.submit(edit(2, 'other'), hints);
  start();
  await line.hasSent(2);
  expect(line.sent.map((command) => 'title' in command.args && command.args.title)).toEqual([
    'first',
    'other',
  ]);
  line.answer(0, { status: 'stored', rev: 2 });
  await line.hasSent(3);
  // It was written on what the screen showed, which was the first one's result.
  expect(line.sent[2]).toMatchObject({ baseRev: 2, args: { title: 'second' } });
});

test('an announcement does not overtake the group it is for', async () => {
  const group: Command = {
    mid: createId(random),
    name: 'create-group',
    args: { id: toId(77), name: 'AG Schach', type: 'working', chairId: ME },
  };
  const announce: Command = {
    mid: createId(random),
    name: 'announce',
    args: {
      id: toId(78),
      title: 't',
      body: createRichText('x'),
      groupIds: [toId(77)],
      pinned: false,
      urgent: false,
    },
  };
  await outbox.submit(group, hints);
  await outbox.submit(announce, hints);
  start();
  await line.hasSent(1);
  line.answer(0, { status: 'stored', rev: 1 });
  await line.hasSent(2);
  expect(line.sent[1]?.mid).toBe(announce.mid);
});

test('a waiting command can be revised and taken back, a sent one can not', async () => {
  const command = edit(1, 'first');
  await outbox.submit(command, hints);
  expect(await outbox.revise(command.mid, { ...edit(1, 'better').args })).toEqual({ ok: true });
  start();
  await line.hasSent(1);
  const sent = { ok: false, reason: 'sent' };
  expect(line.sent[0]?.args).toMatchObject({ title: 'better' });
  expect(await outbox.revise(command.mid, { ...edit(1, 'late').args })).toEqual(sent);
  expect(await outbox.takeBack(command.mid)).toEqual(sent);
  sender?.stop();

  const other = edit(2, 'x');
  await outbox.submit(other, hints);
  expect(await outbox.takeBack(other.mid)).toEqual({ ok: true });
  expect((await open()).pending$.value).toHaveLength(1);
});

test('after a reload a sent command goes out again with the same id', async () => {
  const command = edit(1, 'x');
  await outbox.submit(command, hints);
  start();
  await line.hasSent(1);
  sender?.stop();
  outbox = await open();
  expect(states()).toEqual(['sent']);
  start();
  await line.hasSent(2);
  expect(line.sent[1]).toEqual(line.sent[0]);
});

test('conflict and refusal stay with their reason; what may be tried again goes out by itself', async () => {
  await outbox.submit(edit(1, 'a'), hints);
  await outbox.submit(edit(2, 'b'), hints);
  await outbox.submit(edit(3, 'c'), hints);
  start();
  await line.hasSent(3);
  line.answer(0, { status: 'conflict', rev: 5 });
  line.answer(1, { status: 'refused', reason: 'forbidden' });
  line.answer(2, { status: 'refused', reason: 'storage-full' });
  await expect.poll(states).toEqual(['conflict', 'refused', 'waiting']);
  expect(sender?.obstacle$.value).toBe('storage-full');
  timers.turn(60_000);
  await line.hasSent(4);
  line.answer(3, { status: 'stored', rev: 2 });
  await expect.poll(states).toEqual(['conflict', 'refused', 'stored']);
  expect(sender?.obstacle$.value).toBeUndefined();
  const [first] = outbox.pending$.value;
  if (first !== undefined) await outbox.dismiss(first.command.mid);
  expect(states()).toEqual(['refused', 'stored']);
});

test('an obstacle is over when the server takes a command to a decision, or when nothing waits any more', async () => {
  const command = edit(1, 'a');
  await outbox.submit(command, hints);
  start();
  await line.hasSent(1);
  line.answer(0, { status: 'refused', reason: 'unavailable' });
  await expect.poll(() => sender?.obstacle$.value).toBe('unavailable');
  timers.turn(2_000);
  await line.hasSent(2);
  line.answer(1, { status: 'conflict', rev: 5 });
  await expect.poll(() => sender?.obstacle$.value).toBeUndefined();

  const other = edit(2, 'b');
  await outbox.submit(other, hints);
  await line.hasSent(3);
  line.answer(2, { status: 'refused', reason: 'unavailable' });
  await expect.poll(() => sender?.obstacle$.value).toBe('unavailable');
  await outbox.takeBack(other.mid);
  timers.turn(2_000);
  expect(sender?.obstacle$.value).toBeUndefined();
});

test('what another tab has removed does not come back by a slower look at what it was', async () => {
  const command = edit(1, 'a');
  await outbox.submit(command, hints);
  const slow = Promise.withResolvers<void>();
  let looks = 0;
  const onSlowDisk = await open({
    ...store.commands,
    get: async (ids) => {
      const rows = await store.commands.get(ids);
      if (++looks === 1) await slow.promise;
      return rows;
    },
  });
  changed$.next([command.mid]);
  await expect.poll(() => looks).toBe(1);
  await store.commands.remove(command.mid);
  changed$.next([command.mid]);
  await store.commands.open();
  slow.resolve();
  await expect.poll(() => onSlowDisk.pending$.value).toEqual([]);
  await store.commands.open();
  expect(onSlowDisk.pending$.value).toEqual([]);
});

test('after a new sign-in what was unauthenticated goes out at once', async () => {
  await outbox.submit(edit(1, 'a'), hints);
  start();
  await line.hasSent(1);
  line.answer(0, { status: 'refused', reason: 'unauthenticated' });
  await expect.poll(states).toEqual(['waiting']);
  line.status$.next({ connection: 'connecting', obstacle: 'unauthenticated' });
  line.status$.next({ connection: 'online', obstacle: undefined });
  await line.hasSent(2);
});

test('nothing goes out while the server is away', async () => {
  line.status$.next({ connection: 'offline', obstacle: undefined });
  start();
  await outbox.submit(edit(1, 'a'), hints);
  expect(line.sent).toEqual([]);
  line.status$.next({ connection: 'online', obstacle: undefined });
  await line.hasSent(1);
});

test('what has landed is no longer loaded, is kept for 30 days, then forgotten', async () => {
  const command = edit(1, 'a');
  await outbox.submit(command, hints);
  await outbox.finish([command.mid]);
  expect(outbox.pending$.value).toEqual([]);
  expect((await open()).pending$.value).toEqual([]);
  expect(await outbox.finished()).toHaveLength(1);
  timers.turn(31 * 86_400_000);
  const later = await open();
  expect(await later.finished()).toEqual([]);
});

test('a full outbox and a full disk refuse the new command and lose none', async () => {
  const full: SealedTable = { ...store.commands, write: () => Promise.reject(new DiskFullError('full')) };
  await outbox.submit(edit(1, 'kept'), hints);
  const onFullDisk = await open(full);
  expect(await onFullDisk.submit(edit(2, 'x'), hints)).toEqual({ ok: false, reason: 'disk-full' });
  expect(onFullDisk.pending$.value).toHaveLength(1);

  const entry = outbox.pending$.value[0];
  if (entry === undefined) throw new Error('nothing kept');
  outbox.pending$.next(Array.from({ length: LIMITS.outbox }, () => entry));
  expect(await outbox.submit(edit(3, 'x'), hints)).toEqual({ ok: false, reason: 'outbox-full' });
});

test('what waits or was refused can be taken off a full disk, but not be written anew', async () => {
  const [waiting, conflicting] = [edit(1, 'waits'), edit(2, 'refused')];
  await outbox.submit(waiting, hints);
  await outbox.submit(conflicting, hints);
  const refused = { state: 'refused', reason: 'forbidden', at: 0 } as const;
  await outbox.change([conflicting.mid], (entry) => ({ ...entry, delivery: refused }));
  const full: SealedTable = { ...store.commands, write: () => Promise.reject(new DiskFullError('full')) };
  const onFullDisk = await open(full);
  const noSpace = { ok: false, reason: 'disk-full' };
  expect(await onFullDisk.revise(waiting.mid, waiting.args)).toEqual(noSpace);
  expect(onFullDisk.pending$.value).toHaveLength(2);
  expect(await onFullDisk.takeBack(waiting.mid)).toEqual({ ok: true });
  expect(await onFullDisk.dismiss(conflicting.mid)).toEqual({ ok: true });
  expect((await open()).pending$.value).toEqual([]);
});

test('a disk too full even to remove something is an answer, and everything is still there', async () => {
  const [waiting, conflicting] = [edit(1, 'waits'), edit(2, 'refused')];
  await outbox.submit(waiting, hints);
  await outbox.submit(conflicting, hints);
  await outbox.change([conflicting.mid], (entry) => ({
    ...entry,
    delivery: { state: 'refused', reason: 'forbidden', at: 0 },
  }));
  const full = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  try {
    const noSpace = { ok: false, reason: 'disk-full' };
    expect(await outbox.takeBack(waiting.mid)).toEqual(noSpace);
    expect(await outbox.dismiss(conflicting.mid)).toEqual(noSpace);
    expect(outbox.pending$.value).toHaveLength(2);
  } finally {
    full.mockRestore();
  }
  expect(await outbox.takeBack(waiting.mid)).toEqual({ ok: true });
  expect(await outbox.dismiss(conflicting.mid)).toEqual({ ok: true });
});

test('a disk that is full when a command should go out is said as the obstacle, and it goes out later', async () => {
  await outbox.submit(edit(1, 'a'), hints);
  let isFull = true;
  outbox = await open({
    ...store.commands,
    write: (changes) => (isFull ? Promise.reject(new DiskFullError('full')) : store.commands.write(changes)),
  });
  start();
  await expect.poll(() => sender?.obstacle$.value).toBe('disk-full');
  expect(line.sent).toEqual([]);
  isFull = false;
  timers.turn(2_000);
  await line.hasSent(1);
});

test('two tabs share one outbox: neither overwrites what the other has changed', async () => {
  const command = edit(1, 'first');
  await outbox.submit(command, hints);
  const other = await openOutbox(store.commands, timers.clock, {
    changed$: others,
    announce: (mids) => changed$.next(mids),
  });
  expect(await other.revise(command.mid, { ...edit(1, 'second').args })).toEqual({ ok: true });
  await expect.poll(() => outbox.pending$.value[0]?.command.args).toMatchObject({ title: 'second' });
  // The message of the other tab may come late: the version on disk decides.
  const deaf = await openOutbox(store.commands, timers.clock, {
    changed$: new Subject(),
    announce: () => undefined,
  });
  await other.revise(command.mid, { ...edit(1, 'third').args });
  await deaf.change([command.mid], (entry) => ({ ...entry, delivery: { state: 'sent' } }));
  expect(deaf.pending$.value[0]).toMatchObject({
    command: { args: { title: 'third' } },
    delivery: { state: 'sent' },
  });
  await expect.poll(() => other.takeBack(command.mid)).toEqual({ ok: false, reason: 'sent' });
});

test('[FILE8] what waits for its files can be changed and taken back, holds up what comes after it', async () => {
  verdict = 'waiting';
  await outbox.submit(edit(1, 'mit Anhang'), hints);
  await outbox.submit(edit(1, 'danach'), hints);
  start();
  await outbox.submit(edit(2, 'ohne'), hints);
  expect(states()).toEqual(['waiting', 'waiting', 'waiting']);
  expect(line.sent).toHaveLength(0);
  verdict = 'ready';
  arrived$.next();
  await line.hasSent(2);
  expect(line.sent.map((command) => 'title' in command.args && command.args.title)).toEqual([
    'mit Anhang',
    'ohne',
  ]);
});

test('[FILE8] what attaches a file that cannot be uploaded is refused here already, and its author decides', async () => {
  verdict = 'file-missing';
  await outbox.submit(edit(1, 'mit Anhang'), hints);
  start();
  await expect.poll(states).toEqual(['refused']);
  expect(line.sent).toHaveLength(0);
});

test('[FILE8] a restored server is given the files of a command before the command', async () => {
  const [first, second] = [edit(1, 'mit Anhang'), edit(2, 'ohne')];
  for (const command of [first, second]) {
    await outbox.submit(command, hints);
    await outbox.change([command.mid], (entry) => ({
      ...entry,
      delivery: { state: 'stored', rev: 2, at: 1 },
    }));
  }
  await outbox.finish([first.mid, second.mid]);
  start();
  verdict = 'waiting';
  expect(await sender?.offerAgain()).toBe(true);
  expect(line.sent).toEqual([]);
  expect(states()).toEqual(['waiting', 'waiting']);
  verdict = 'ready';
  arrived$.next();
  await line.hasSent(2);
  expect(line.sent.map(({ mid }) => mid)).toEqual([first.mid, second.mid]);
});
