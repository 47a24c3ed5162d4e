import { distinctUntilChanged, map, type Observable } from 'rxjs';
import type { Id } from '#core/kernel/id.ts';
import { refuse } from '#core/kernel/result.ts';
import type { AuthorisedRequest } from './authorised-request.ts';
import { createAsking } from './asking.ts';
import type { Workspace } from './contract.ts';
import type { AnyStorage } from './database.ts';
import { openDrafts } from './drafts.ts';
import type { Environment } from './environment.ts';
import type { Drawer } from './files/cabinet.ts';
import type { FileApi } from './files/file-api.ts';
import { openFiles } from './files/files.ts';
import { openGenerations } from './generations.ts';
import { watchLanding } from './landing.ts';
import { standForLead } from './leadership.ts';
import type { Link } from './link.ts';
import { createLiveLines, type LiveTickets } from './live/lines.ts';
import { openLocalStore } from './local-store.ts';
import { openOfflineLock, type Stay } from './offline-lock.ts';
import { openOutbox } from './outbox.ts';
import { createOverlay } from './overlay.ts';
import type { OpenSearch } from './search/search.ts';
import { startSender } from './sender.ts';
import { openStandingBook } from './standing.ts';
import { createTabs } from './tabs.ts';
import { createWorkspace } from './workspace.ts';

export interface ReplicaOptions {
  /** What the names of all databases, locks and channels of the profile start with. */
  readonly prefix: string;
  readonly personId: Id;
  /** The profile's data key. */
  readonly key: CryptoKey;
  /** Where RxDB stores; it is wrapped so that only sealed documents reach it. */
  readonly storage: AnyStorage;
  /** Whether other tabs may have the same databases open. */
  readonly multiInstance: boolean;
  /** Started and stopped by the replica: only the leading tab has a line. */
  readonly link: Link;
  readonly environment: Environment;
  readonly openSearch: OpenSearch;
  /** The requests for files; without them nothing is uploaded or fetched. */
  readonly openFileApi?: (() => Promise<FileApi>) | undefined;
  /** Other requests in the name of whoever is signed in. */
  readonly request?: AuthorisedRequest | undefined;
  /** How the lines to conferences are opened, in every tab; without it there are none. */
  readonly live?: LiveTickets | undefined;
  /** Where files are kept; PouchDB on IndexedDB unless a test says otherwise. */
  readonly openDrawer?: ((name: string) => Promise<Drawer>) | undefined;
  /** A reset starts within so many milliseconds (D3). */
  readonly resetSpread?: number | undefined;
}

/** The data of one unlocked profile: replica, outbox, drafts, search, and the line to the server. */
export interface Replica {
  readonly workspace: Workspace;
  /** How long this device may still do without its school. */
  readonly stay$: Observable<Stay>;
  /** Stops the line, writes what is to be kept, and closes all databases. */
  close(): Promise<void>;
}

/** A whole school that resets at once comes back within a minute (D3). */
const RESET_SPREAD = 60_000;

/** Opens a profile's data. Throws `LocalKeyError` if the key does not fit. */
export const createReplica = async (options: ReplicaOptions): Promise<Replica> => {
  /** What was opened, closed in the opposite order. */
  const closers: (() => unknown)[] = [];
  let closing: Promise<void> | undefined;
  const closeAll = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (const close of closers.splice(0).reverse()) {
      try {
        await close();
      } catch (error) {
        // Whatever is wrong with one, the others are closed: locking leaves nothing open.
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  };
  const close = (): Promise<void> => (closing ??= closeAll());
  try {
    return { ...(await open(options, (closer) => closers.push(closer))), close };
  } catch (error) {
    await close();
    throw error;
  }
};

const open = async (
  options: ReplicaOptions,
  onClose: (closer: () => unknown) => void,
): Promise<Omit<Replica, 'close'>> => {
  const { prefix, key, environment, link, personId } = options;
  // Given up last of all: the next tab must not lead before everything of this one is closed.
  const leadership = standForLead(prefix, environment.locks);
  onClose(leadership.giveUp);
  const tabs = createTabs(environment.openChannel(prefix));
  onClose(tabs.close);
  const local = openLocalStore(`${prefix}-local`, key, environment);
  onClose(local.close);
  const standingBook = await openStandingBook(local, tabs, environment);
  onClose(standingBook.close);
  const offlineLock = openOfflineLock(local, environment);
  onClose(offlineLock.close);
  const outbox = await openOutbox(local.commands, environment.clock, {
    changed$: tabs.on('commands').pipe(map((message) => message.mids)),
    announce: (mids) => tabs.tell({ type: 'commands', mids: [...mids] }),
  });
  onClose(outbox.close);
  const drafts = await openDrafts(local.drafts, {
    changed$: tabs.on('drafts'),
    announce: () => tabs.tell({ type: 'drafts' }),
  });
  onClose(drafts.close);
  const resetSpread = options.resetSpread ?? RESET_SPREAD;
  const generations = await openGenerations({ ...options, local, tabs, resetSpread });
  const { documents$, progress$ } = generations;
  onClose(generations.close);
  const isOnline$ = standingBook.standing$.pipe(
    map(({ connection }) => connection === 'online'),
    distinctUntilChanged(),
  );
  const files = openFiles({
    prefix,
    key,
    environment,
    isOnline$,
    tabs,
    openApi: options.openFileApi,
    openDrawer: options.openDrawer,
    pending$: outbox.pending$,
    drafts$: drafts.all$,
  });
  onClose(files.close);
  const search = options.openSearch({ documents$, prefix, key, environment });
  onClose(search.close);

  const lines = createLiveLines(environment, options.live);
  onClose(lines.close);

  const asking = createAsking(tabs, environment.timers);
  onClose(asking.close);

  const overlay = createOverlay(documents$, outbox.pending$);
  const calendar$ = overlay.all('school').pipe(map(([school]) => school));

  const lead = (): void => {
    const sender = startSender(outbox, link, environment, files, generations.ready$);
    onClose(sender.stop);
    const { timers } = environment;
    onClose(watchLanding({ outbox, documents$, timers, catchUp: generations.catchUp }).stop);
    const offer = async (): Promise<void> => {
      if (await sender.offerAgain()) await generations.offered();
    };
    // What stops it (a lock, a full disk) leaves it to be done with the next lead.
    const restored = generations.restored$.subscribe(() => void offer().catch(() => undefined));
    onClose(() => restored.unsubscribe());
    asking.lead(link);
    offlineLock.measure({ serverTime$: link.serverTime$, calendar$ });
    standingBook.measure({ link, progress$, obstacle$: sender.obstacle$ });
    onClose(link.stop);
    link.start();
    generations.lead(link);
    files.lead({ documents$, progress$, outbox, drafts });
  };
  let closed = false;
  onClose(() => {
    closed = true;
  });
  void leadership.led.then(() => {
    if (!closed) lead();
  });

  const workspace = createWorkspace({
    personId,
    overlay,
    outbox,
    drafts,
    files,
    request: options.request ?? (() => Promise.resolve(refuse('unreachable'))),
    openLive: lines.open,
    standing$: standingBook.standing$,
    stay$: offlineLock.stay$,
    environment,
    search: search.find,
    findable$: search.changed$,
    ask: asking.ask,
  });
  return { workspace, stay$: offlineLock.stay$ };
};
