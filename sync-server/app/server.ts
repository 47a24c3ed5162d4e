import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import type { Clock, Random } from '#core/kernel/clock.ts';
import { createSignIn, type SignIn } from '#server/auth/sign-in.ts';
import { createTickets } from '#server/auth/tickets.ts';
import { createDoor, type Door } from '#server/commands/door.ts';
import { createSlipDoor, type SlipDoor } from '#server/commands/slip-door.ts';
import type { Committed } from '#server/commands/door.job.ts';
import { isAboutDocuments } from '#server/commands/worth-telling.ts';
import { createRooms, type Rooms } from '#server/live/rooms.ts';
import { createWalls } from '#server/live/walls.ts';
import { createDue, type Due } from '#server/commands/due.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import type { CrashPlan } from '#server/storage/sqlite/runner.ts';
import { openIdleKeeper, openReachKeeper, type Reach, type ReachKeeper } from '#server/pki/keeper.ts';
import { createKeyFolder } from '#server/storage/sqlite/key-store.ts';
import { createSqliteStore } from '#server/storage/sqlite/sqlite-store.ts';
import { createBackups, type Backups } from '#server/operations/backups.ts';
import { createTraffic } from '#server/operations/health.ts';
import { carryOutBackup, isBackupRequest } from './control/backup-acts.ts';
import { openControl } from './control/control.ts';
import { createLocalActs } from './control/local-acts.ts';
import { openDataFolder } from './data-folder.ts';
import { openFileStore, type FileStore } from '#server/files/file-store.ts';
import { startSweeper } from '#server/files/sweeper.ts';
import { createHub, type Hub } from './gateway/hub.ts';
import { createRequests } from './gateway/requests.ts';
import { openGateway } from './gateway/upgrade.ts';
import { createHttp } from './http/http.ts';
import { jobModules } from './job-modules.ts';
import { logError } from './log-error.ts';
import { createReachDesk } from './reach/reach-desk.ts';
import { findHosts } from './setup/hosts.ts';
import { createSetUp, type SetUp } from './setup/set-up.ts';

/** The origin of the page in the desktop program (see `renderer/platform/desktop-contract.ts`; a test compares them). */
export const DESKTOP_ORIGIN = 'umlauf-app://client';

/** Sockets that fell silent are looked for so often, in milliseconds. */
const SWEEP_INTERVAL = 5_000;

export interface ServerOptions {
  readonly dataDir: string;
  /** 0 takes any free port. */
  readonly port?: number;
  /**
   * The address to listen on. By default only this computer (D30) until a certificate or a proxy is chosen, from then on
   * every address it has.
   */
  readonly host?: string;
  /** Plain HTTP on this computer alone, whatever was chosen: to mend what was. */
  readonly withoutTls?: boolean;
  readonly clock?: Clock;
  readonly random?: Random;
  /** The built client; without it only the protocol is served. */
  readonly staticDir?: string;
  /** Origins beside the server's own that may connect. */
  readonly appOrigins?: readonly string[];
  /** The largest size of the database in bytes, for tests of a full disk. */
  readonly maximumBytes?: number;
  /** Kills the process at a named point, for tests of crashes. */
  readonly crashAt?: CrashPlan;
  /** Modules with jobs beside its own, for tests of what no command brings about. */
  readonly moreJobs?: readonly string[];
  /** Told of what should not happen; never of contents. */
  readonly onError?: (error: unknown) => void;
}

/** A running server. */
export interface UmlaufServer {
  /** `http://127.0.0.1:4400` */
  readonly url: string;
  readonly store: Store;
  readonly door: Door;
  readonly due: Due;
  readonly hub: Hub;
  readonly rooms: Rooms;
  readonly signIn: SignIn;
  readonly backups: Backups;
  readonly files: FileStore;
  readonly setUp: SetUp;
  /** Certificate and proxy; after a new choice `refresh` takes it over. */
  readonly reach: ReachKeeper;
  readonly slipDoor: SlipDoor;
  /** Says good-bye to every socket, finishes what was begun, closes the store. */
  close(): Promise<void>;
}

/** Starts the server on a data folder. Rejects if another server has the folder or the port is taken. */
export const startServer = async (options: ServerOptions): Promise<UmlaufServer> => {
  const { port = 0, appOrigins = [DESKTOP_ORIGIN], onError = logError } = options;
  const clock = options.clock ?? { now: () => Date.now() };
  const random = options.random ?? { bytes: (length: number) => new Uint8Array(randomBytes(length)) };
  const folder = openDataFolder(options.dataDir);
  const store = await createSqliteStore({
    path: folder.database,
    keyFolder: folder.voteKeys,
    jobModules: [...jobModules, ...(options.moreJobs ?? [])],
    maximumBytes: options.maximumBytes,
    crashAt: options.crashAt,
    onFailure: onError,
  });
  const closers: (() => Promise<void> | void)[] = [() => store.close()];
  const closeAll = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const hub = createHub(store, clock, onError);
    const rooms = createRooms({ store, clock, onError, findKey: createKeyFolder(folder.voteKeys).find });
    closers.push(() => {
      rooms.close();
    });
    const onCommitted = (committed: Committed): void => {
      if (isAboutDocuments(committed)) hub.announce(committed);
      rooms.announce(committed);
    };
    const door = createDoor({ store, clock, onCommitted, onError });
    const due = createDue({ store, clock, onCommitted, onError });
    const signIn = await createSignIn(store, clock, random);
    const slipDoor = await createSlipDoor({ store, clock, random, onCommitted });
    const tickets = createTickets(clock, random);
    const files = await openFileStore(folder.files);
    await store.write('plan-prune', { now: clock.now() });
    await store.write('review-votes', { now: clock.now() });
    await due.tick();
    due.start();
    closers.push(() => due.stop());
    const backups = createBackups({ dataDir: folder.path, store, clock, onError });
    await backups.start();
    closers.push(() => backups.stop());
    const sweeper = startSweeper(store, files, onError);
    closers.push(() => sweeper.stop());

    const keeper =
      options.withoutTls === true
        ? openIdleKeeper()
        : await openReachKeeper({ dataDir: folder.path, clock, onError });
    closers.push(() => {
      keeper.stop();
    });
    let listeningAt = port;
    const setUp = createSetUp({
      ...{ store, clock, random, signIn, onCommitted, keeper, onError },
      dataDir: folder.path,
      port: () => listeningAt,
    });
    await setUp.resume();
    let host = options.host ?? toHost(keeper.current());
    const reachDesk = createReachDesk({
      ...{ store, clock, keeper },
      dataDir: folder.path,
      port: () => listeningAt,
      findHosts: () => findHosts(hostname(), networkInterfaces()),
      isHeld: options.withoutTls === true,
      isLocal: () => host === LOOPBACK,
    });
    const app = await createHttp({
      store,
      clock,
      files,
      signIn,
      slipDoor,
      tickets,
      walls: createWalls(store, clock, random),
      hub,
      backups,
      keeper,
      reachDesk,
      traffic: createTraffic(),
      dataDir: folder.path,
      appOrigins,
      onError,
      setUp,
      staticDir: options.staticDir,
    });
    closers.push(() => app.close());
    await app.listen({ host, port });
    const bound = app.server.address() as AddressInfo;
    listeningAt = bound.port;
    const gateway = openGateway({
      server: app.server,
      tickets,
      hub,
      rooms,
      clock,
      keeper,
      appOrigins,
      requests: (connection) => createRequests({ store, clock, door, hub, rooms }, connection),
      onError,
    });
    const sweep = setInterval(() => {
      hub.sweep();
    }, SWEEP_INTERVAL);
    closers.push(() => {
      clearInterval(sweep);
      hub.closeAll();
      return gateway.close();
    });
    const acts = createLocalActs({ store, clock, signIn, onCommitted });
    const control = await openControl(
      folder,
      (request) =>
        isBackupRequest(request) ? carryOutBackup({ store, clock, backups }, request) : acts(request),
      onError,
    );
    closers.push(() => control.close());

    keeper.onChange((reach) => {
      const wanted = options.host ?? toHost(reach);
      if (wanted === host) return;
      host = wanted;
      // Open connections stay; only the ear moves.
      app.server.close();
      app.server.listen({ host, port: bound.port });
    });
    app.server.on('error', onError);
    return {
      url: toUrl(bound),
      store,
      door,
      due,
      hub,
      rooms,
      signIn,
      reach: keeper,
      backups,
      files,
      setUp,
      slipDoor,
      close: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
};

/** Every address of this computer, IPv4 and IPv6. */
const EVERYWHERE = '::';

/** This computer alone. */
const LOOPBACK = '127.0.0.1';

const toHost = ({ tls, proxy }: Reach): string => ((tls ?? proxy) === undefined ? LOOPBACK : EVERYWHERE);

/** How programs on this computer reach the server. */
const toUrl = ({ address, family, port }: AddressInfo): string => {
  if (address === EVERYWHERE || address === '0.0.0.0') return `http://127.0.0.1:${port}`;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
};
