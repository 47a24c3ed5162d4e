import Dexie from 'dexie';
import { filter, firstValueFrom } from 'rxjs';
import { createApi } from '#renderer/replica/api.ts';
import type { Truth } from '#renderer/replica/contract.ts';
import { createDexieStorage } from '#renderer/replica/dexie-storage.ts';
import { createBrowserEnvironment } from '#renderer/replica/environment.ts';
import { createLink, type Link, type Socket } from '#renderer/replica/link.ts';
import { createReplica, type Replica } from '#renderer/replica/replica.ts';
import { openWorkerSearch } from '#renderer/replica/search/open.ts';
import { createSocketOpener } from '#renderer/replica/web-socket.ts';
import type { Opening, OursPage } from './contract.ts';
import { files } from './files.ts';
import { now } from './frames.ts';
import { createProfile, unlockProfile, type OpenProfile } from './profile.ts';
import { createScreen, SHOWN } from './screen.svelte.ts';

/** The replica as the entrance puts it together, except that the line can be cut. */

const screen = createScreen();
const api = createApi(location.origin, (input, init) => fetch(input, init));
const openSocket = createSocketOpener(location.origin);
const environment = createBrowserEnvironment();
/** The search box asks for so many. */
const HITS = 30;
let isReachable = true;
let socket: Socket | undefined;
let link: Link | undefined;
let replica: Replica | undefined;
let indexName = '';

const open = async ({ personId, token }: Opening, { prefix, key }: OpenProfile): Promise<void> => {
  indexName = `${prefix}-search`;
  link = createLink({
    ...environment,
    fetchTicket: async () => {
      if (!isReachable) return { ok: false, reason: 'unreachable' };
      const answer = await api.ticket(token);
      return answer.ok
        ? { ok: true, ticket: answer.value.ticket }
        : { ok: false, reason: answer.refusal.reason };
    },
    openSocket: (ticket, events) => (socket = openSocket(ticket, events)),
  });
  replica = await createReplica({
    prefix,
    personId,
    key,
    storage: createDexieStorage(),
    multiInstance: true,
    link,
    environment,
    openSearch: openWorkerSearch,
  });
  replica.workspace.list('announcement', SHOWN).subscribe((rows) => screen.show(rows));
};

const opened = (): Replica => {
  if (replica === undefined) throw new Error('nothing is open');
  return replica;
};

const untilTruth = (isWanted: (truth: Truth) => boolean): Promise<Truth> =>
  firstValueFrom(opened().workspace.truth$.pipe(filter(isWanted)));

/** Looks over the shoulder of the search worker, which writes its snapshot some seconds after the last change. */
const readIndexSize = async (): Promise<number> => {
  const dexie = await new Dexie(indexName).open();
  const [snapshot] = await dexie.table<Uint8Array>('snapshots').toArray();
  dexie.close();
  return snapshot?.length ?? 0;
};

const until = async (isReached: () => Promise<boolean>): Promise<void> => {
  while (!(await isReached())) await new Promise((resolve) => setTimeout(resolve, 100));
};

const isComplete = (truth: Truth): boolean =>
  truth.connection === 'online' && truth.asOf !== undefined && truth.filling === undefined;

const page: OursPage = {
  fill: async (opening, rows) => {
    const profile = await createProfile(opening.personId);
    const start = now();
    await open(opening, profile);
    const first = screen.paintedRows(Math.min(rows, SHOWN));
    await untilTruth(isComplete);
    return { all: now() - start, first: (await first) - start };
  },
  start: async (opening) => {
    const start = now();
    await open(opening, await unlockProfile());
    return (await screen.paintedRows(0)) - start;
  },
  inSync: async () => {
    await untilTruth(isComplete);
  },
  searchable: (title, id) =>
    until(async () => (await opened().workspace.search(title, HITS)).some((hit) => hit.id === id)),
  indexStored: async () => {
    // What lies there by now may be half of it.
    const before = await readIndexSize();
    await until(async () => (await readIndexSize()) !== before);
  },
  cut: async () => {
    isReachable = false;
    socket?.close();
    await untilTruth((truth) => truth.connection !== 'online');
  },
  mend: async () => {
    const { asOf } = await untilTruth(() => true);
    isReachable = true;
    const start = now();
    link?.retryNow();
    await untilTruth((truth) => isComplete(truth) && truth.asOf !== asOf);
    return now() - start;
  },
  painted: (id) => screen.painted(id),
  search: async (queries) => {
    const times: number[] = [];
    let hits = 0;
    for (const query of queries) {
      const start = now();
      const found = await opened().workspace.search(query, HITS);
      times.push(now() - start);
      hits += found.length;
    }
    return { times, hits };
  },
  revisions: async () => {
    const all = await firstValueFrom(opened().workspace.all('announcement'));
    return Object.fromEntries(all.map(({ id, rev }) => [id, rev]));
  },
  ...files,
  close: async () => {
    await opened().close();
  },
  now,
};

Object.assign(window, { ours: page });
