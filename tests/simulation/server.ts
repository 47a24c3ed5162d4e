import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DeviceClass } from '#core/access/device-class.ts';
import { toShortCodeKey } from '#core/directory/person.ts';
import type { Id } from '#core/kernel/id.ts';
import type { SignInArgs } from '#server/auth/auth.job.ts';
import { findSessionByToken } from '#server/auth/sessions.ts';
import { toTokenHash } from '#server/auth/hash.ts';
import { createTickets, type Tickets } from '#server/auth/tickets.ts';
import { createConnection } from '#server/app/gateway/connection.ts';
import { createHub, type Hub } from '#server/app/gateway/hub.ts';
import { createRooms, type Rooms } from '#server/live/rooms.ts';
import { createRequests } from '#server/app/gateway/requests.ts';
import { jobModules } from '#server/app/job-modules.ts';
import { createDoor, type Door } from '#server/commands/door.ts';
import type { Committed } from '#server/commands/door.job.ts';
import { createDue, type Due } from '#server/commands/due.ts';
import type { AfterRestoreArgs } from '#server/commands/restore.job.ts';
import { mergeJournals, type Deletion } from '#server/operations/deletion-journal.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import { openDatabase } from '#server/storage/sqlite/database.ts';
import { createInlineSqliteStore } from '#server/storage/sqlite/inline-store.ts';
import { CLOSE_CODES } from '#core/protocol/close-codes.ts';
import type { TicketOutcome } from '#renderer/replica/link.ts';
import type { Bug } from './bugs.ts';
import type { Chance } from './chance.ts';
import type { Engine, Program } from './engine.ts';
import type { ServerSocket } from './network.ts';
import { openObserver, type Observer } from './observer.ts';

/** Silent sockets and due plans are looked for so often, in milliseconds. */
const ROUND = 5_000;
const DATABASE = 'umlauf.sqlite';
/** The database and its log: all that a crash leaves. */
const FILES = [DATABASE, `${DATABASE}-wal`];
const SIMULATION_JOBS = new URL('./simulation.job.ts', import.meta.url).href;
/** What every person of the simulated school has as a credential: signing in itself is tested elsewhere. */
export const AUTH_HASH = 'simulated';

/** A server process while it runs: the real parts, composed as the program composes them. */
export interface ServerProcess {
  readonly program: Program;
  readonly store: Store;
  readonly door: Door;
  readonly hub: Hub;
  readonly rooms: Rooms;
  readonly due: Due;
  readonly tickets: Tickets;
  /** What is committed, read past the server. */
  readonly observer: Observer;
}

/** What is known of a backup that was brought back. */
export interface Backup {
  readonly madeAt: number;
  /** What was deleted until now, from the journal outside of it. */
  readonly deletions: AfterRestoreArgs['deletions'];
}

/** A device that signs in, with the short code of its person. */
interface SigningIn {
  readonly shortCode: string;
  readonly id: Id;
  readonly deviceClass: DeviceClass;
}

/** The machine on which the school's server runs, with its disk and its backups. */
export interface ServerMachine {
  readonly running: ServerProcess | undefined;
  /** Counts restores: what was acknowledged before one is gone at first, until the devices offer it again. */
  readonly restores: number;
  /** Counts how often the disk was set back behind everybody's back. */
  readonly setbacks: number;
  start(): Promise<ServerProcess>;
  /** The process is killed; what was committed stays. */
  crash(): Promise<void>;
  /** Copies the database as it is. */
  backUp(): void;
  /** Lays the last backup in the place of the database of a server that is down; undefined if there is none. */
  restore(isSilent: boolean): Backup | undefined;
  /** A token for a device of a person, as signing in gives it. */
  signIn(device: SigningIn): Promise<string>;
  /** Ends sessions, as signing out or an administrator does. */
  endSessions(personId: Id): Promise<void>;
  /** Answers a request for a ticket. */
  issueTicket(token: string): Promise<TicketOutcome>;
  /** Takes over a socket with its ticket. */
  accept(socket: ServerSocket, ticket: string): void;
  close(): Promise<void>;
}

export interface ServerMachineOptions {
  readonly engine: Engine;
  readonly chance: Chance;
  /** A folder of its own for everything on this machine's disk. */
  readonly folder: string;
  readonly bug: Bug | undefined;
  readonly onError: (error: unknown) => void;
}

export const createServerMachine = (options: ServerMachineOptions): ServerMachine => {
  const { engine, chance, folder, bug, onError } = options;
  const clock = { now: engine.now };
  let running: ServerProcess | undefined;
  let generation = 0;
  let backup: { readonly folder: string; readonly madeAt: number } | undefined;
  let restores = 0;
  let setbacks = 0;
  let sockets: readonly ServerSocket[] = [];

  /** Lets a planted bug have its way with what the server sends. */
  const spoil = (socket: ServerSocket, frame: NonNullable<Bug['frame']>): void => {
    const send = socket.send.bind(socket);
    sockets = [...sockets.filter(({ readyState, OPEN }) => readyState === OPEN), socket];
    socket.send = (text, sent) => {
      const spoilt = frame(text);
      send(spoilt.text, sent);
      if (!spoilt.toEverybody) return;
      for (const other of sockets) if (other !== socket) other.leak(spoilt.text);
    };
  };

  const toFolder = (name: string): string => {
    const path = join(folder, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const present = (): string => toFolder(`disk-${generation}`);
  /** A copy of database and log, as the disk holds them: opening it is what a start after kill -9 finds. */
  const copyInto = (from: string, to: string): void => {
    for (const file of FILES) {
      if (existsSync(join(from, file))) copyFileSync(join(from, file), join(to, file));
    }
  };
  const alive = (): ServerProcess => {
    if (running === undefined) throw new Error('the server is down');
    return running;
  };

  const start = async (): Promise<ServerProcess> => {
    const program: Program = { name: `server-${generation}`, isAlive: true };
    const path = join(present(), DATABASE);
    const opened = await createInlineSqliteStore({
      path,
      jobModules: [...jobModules, SIMULATION_JOBS],
      context: { now: engine.now, randomBytes: chance.bytes },
    });
    const store = bug?.store?.(opened) ?? opened;
    const hub = createHub(store, clock, onError);
    const rooms = createRooms({
      store,
      clock,
      onError,
      later: (work, milliseconds) => engine.timers(program).after(milliseconds, work),
    });
    const onCommitted = (committed: Committed): void => {
      hub.announce(committed);
      rooms.announce(committed);
    };
    const real = createDoor({ store, clock, onCommitted, onError });
    const due = createDue({ store, clock, onCommitted, onError });
    running = {
      program,
      store,
      door: bug?.door?.(real, opened) ?? real,
      hub,
      rooms,
      due,
      tickets: createTickets(clock, chance),
      observer: openObserver(path),
    };
    const goRound = (): void => {
      hub.sweep();
      void due.tick();
      engine.timers(program).after(ROUND, goRound);
    };
    engine.as(program, goRound);
    return running;
  };

  const stop = async (): Promise<void> => {
    if (running === undefined) return;
    const { program, store, observer } = running;
    running = undefined;
    program.isAlive = false;
    observer.close();
    const left = present();
    generation += 1;
    copyInto(bug?.crashDisk?.(left, FILES) ?? left, present());
    await store.close();
  };

  return {
    get running() {
      return running;
    },
    get restores() {
      return restores;
    },
    get setbacks() {
      return setbacks;
    },
    start,
    crash: stop,
    backUp: () => {
      const to = toFolder(`backup-${generation}-${restores}-${chance.below(1_000_000)}`);
      copyInto(present(), to);
      backup = { folder: to, madeAt: engine.now() };
    },
    restore: (isSilent) => {
      if (backup === undefined) return undefined;
      const deletions = readDeletions(join(present(), DATABASE));
      generation += 1;
      if (isSilent) setbacks += 1;
      else restores += 1;
      copyInto(backup.folder, present());
      return { madeAt: backup.madeAt, deletions };
    },
    signIn: async ({ shortCode, id, deviceClass }) => {
      const token = Buffer.from(chance.bytes(32)).toString('base64url');
      const args: SignInArgs = {
        shortCodeKey: toShortCodeKey(shortCode),
        authHash: AUTH_HASH,
        tokenHash: toTokenHash(token),
        device: { id, class: deviceClass, name: '' },
        deviceCodeHash: undefined,
        scopes: { pair: shortCode, person: shortCode, address: 'simulated', isKnownDevice: true },
        now: engine.now(),
      };
      await alive().store.write('sign-in', args);
      return token;
    },
    endSessions: async (personId) => {
      const { store, hub } = alive();
      const sessions = await store.read.all<{ id: Id }>(
        'select id from session where person_id = ? and revoked_at is null',
        personId,
      );
      for (const { id } of sessions) await store.write('sign-out', { sessionId: id, now: engine.now() });
      hub.endSessions(sessions.map(({ id }) => id));
    },
    issueTicket: async (token) => {
      const { store, tickets } = alive();
      const session = await findSessionByToken(store.read, token, engine.now());
      if (session === undefined) return { ok: false, reason: 'unauthenticated' };
      const ticket = tickets.issue(session);
      return ticket === undefined ? { ok: false, reason: 'rate-limited' } : { ok: true, ticket };
    },
    accept: (socket, ticket) => {
      const { store, door, hub, rooms, tickets } = alive();
      if (bug?.frame !== undefined) spoil(socket, bug.frame);
      const session = tickets.spend(ticket);
      if (session === undefined) {
        socket.close(CLOSE_CODES.tryAgain);
        return;
      }
      const connection = createConnection({
        socket,
        session,
        clock,
        requests: (opened) => createRequests({ store, clock, door, hub, rooms }, opened),
        onClosed: (closed) => {
          hub.remove(closed);
          rooms.leave(closed);
        },
        onError,
      });
      hub.add(connection);
    },
    close: stop,
  };
};

/** The journal of deletions as a restore finds it in the folder it replaces. */
const readDeletions = (path: string): Backup['deletions'] => {
  const database = openDatabase(path, { readOnly: true });
  try {
    const rows = database.all('select seq, document, act, at from deletion', []) as readonly Deletion[];
    return mergeJournals([rows]).map(({ document, act }) => ({ document, act }));
  } finally {
    database.close();
  }
};
