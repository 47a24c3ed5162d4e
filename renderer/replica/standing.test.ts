import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { BehaviorSubject, Subject } from 'rxjs';
import { expect, test, vi } from 'vitest';
import type { Obstacle } from './contract.ts';
import { openSilentChannel } from './environment.ts';
import type { LinkStatus } from './link.ts';
import { openLocalStore } from './local-store.ts';
import type { Progress } from './replication.ts';
import { openStandingBook } from './standing.ts';
import { createTabs } from './tabs.ts';
import { createHandTimers } from './testing/hand-timers.ts';
import { createKey } from './testing/open.ts';

const openBook = async () => {
  const timers = createHandTimers();
  const environment = {
    clock: timers.clock,
    random: { bytes: (length: number) => new Uint8Array(length) },
    timers,
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    openChannel: openSilentChannel,
    locks: undefined,
  };
  const local = openLocalStore('test-local', await createKey(), environment);
  const open = () => openStandingBook(local, createTabs(openSilentChannel()), environment);
  const sources = {
    link: {
      status$: new BehaviorSubject<LinkStatus>({ connection: 'connecting', obstacle: undefined }),
      heard$: new Subject<void>(),
      offset$: new BehaviorSubject(0),
    },
    progress$: new BehaviorSubject<Progress>({ inSync: false, filling: undefined }),
    obstacle$: new BehaviorSubject<Obstacle | undefined>(undefined),
  };
  return { timers, open, sources };
};

/** What a page that is opened now would show, while the first one is not even closed. */
const keptAsOf = async (open: () => ReturnType<typeof openStandingBook>): Promise<number | undefined> =>
  (await open()).standing$.value.asOf;

test('a page that was open for seconds only is remembered with its moment, without having been closed', async () => {
  const { timers, open, sources } = await openBook();
  const book = await open();
  book.measure(sources);
  expect(await keptAsOf(open)).toBeUndefined();
  timers.turn(2_000);
  const complete = timers.clock.now();
  sources.link.status$.next({ connection: 'online', obstacle: undefined });
  sources.progress$.next({ inSync: true, filling: undefined });
  await vi.waitFor(async () => expect(await keptAsOf(open)).toBe(complete));
});

test('after that the moment is kept only now and then, and when the page is closed', async () => {
  const { timers, open, sources } = await openBook();
  const book = await open();
  book.measure(sources);
  const complete = timers.clock.now();
  sources.link.status$.next({ connection: 'online', obstacle: undefined });
  sources.progress$.next({ inSync: true, filling: undefined });
  await vi.waitFor(async () => expect(await keptAsOf(open)).toBe(complete));
  timers.turn(5_000);
  sources.link.heard$.next();
  expect(await keptAsOf(open)).toBe(complete);
  timers.turn(20_000);
  await vi.waitFor(async () => expect(await keptAsOf(open)).toBe(complete + 5_000));
  sources.link.heard$.next();
  await book.close();
  expect(await keptAsOf(open)).toBe(complete + 25_000);
});
