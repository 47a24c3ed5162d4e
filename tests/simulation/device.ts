import { addRxPlugin, type RxCollection } from 'rxdb/plugins/core';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { Subject, type Subscription, NEVER } from 'rxjs';
import type { DeviceClass } from '#core/access/device-class.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Document } from '#core/protocol/documents.ts';
import type { Painted, Pending } from '#core/protocol/overlay.ts';
import type { Truth, Workspace } from '#renderer/replica/contract.ts';
import type { AnyStorage } from '#renderer/replica/database.ts';
import { openSilentChannel, type Environment } from '#renderer/replica/environment.ts';
import { createLink, type LinkPorts } from '#renderer/replica/link.ts';
import { createReplica, type Replica } from '#renderer/replica/replica.ts';
import type { Chance } from './chance.ts';
import { createDisk, type Disk } from './disk.ts';
import type { Engine, Program } from './engine.ts';

/** A device of a person: its disk stays, its program comes and goes. */
export interface Device {
  readonly name: string;
  readonly shortCode: string;
  readonly personId: Id;
  readonly deviceClass: DeviceClass;
  /** The id under which it signs in. */
  readonly id: Id;
  readonly disk: Disk;
  /** Milliseconds by which its clock is wrong. */
  skew: number;
  /** Whether there is no room on its disk. */
  isDiskFull: boolean;
  /** Until when the aftermath of a full disk may last. */
  troubledUntil: number;
  /** Whether it has a network. */
  isConnected: boolean;
  /** What it got for signing in; undefined after the session has ended. */
  token: string | undefined;
  running: RunningDevice | undefined;
  /** Emits when the device says that it has a network again. */
  readonly online$: Subject<void>;
}

/** A device's program while it runs, with what its screen shows. */
export interface RunningDevice {
  readonly program: Program;
  readonly workspace: Workspace;
  readonly truth: Truth | undefined;
  /** Everything in the outbox that has not landed, refused commands included. */
  readonly pending: readonly Pending[];
  /** The announcements on the screen, waiting ones painted over. */
  readonly shown: ReadonlyMap<string, Painted<'announcement'>>;
  /** What the replica holds, as its queries see it; undefined while one database takes the place of another. */
  readonly documents: ReadonlyMap<string, Document> | undefined;
  close(): Promise<void>;
  /** The program dies at once, whatever it was doing. */
  kill(): Promise<void>;
}

/** The way from a program of a device to the server. */
export type DeviceNetwork = (
  device: Device,
  program: Program,
) => Pick<LinkPorts, 'fetchTicket' | 'openSocket'>;

/** A reset starts within so many milliseconds here; a minute is only waited for in a real school. */
const RESET_SPREAD = 4_000;

export const createDevice = (
  person: { readonly id: Id; readonly shortCode: string },
  given: { readonly name: string; readonly id: Id; readonly deviceClass: DeviceClass },
): Device => ({
  name: given.name,
  id: given.id,
  deviceClass: given.deviceClass,
  shortCode: person.shortCode,
  personId: person.id,
  disk: createDisk(),
  skew: 0,
  isDiskFull: false,
  troubledUntil: 0,
  isConnected: true,
  token: undefined,
  running: undefined,
  online$: new Subject(),
});

/** Open collections of RxDB by the name of their storage: a program that was killed cannot close its own. */
const collections = new Map<string, Set<RxCollection<Document>>>();
/** Counts storages over all worlds of this process. */
let storages = 0;

addRxPlugin({
  name: 'simulation',
  rxdb: true,
  hooks: {
    createRxCollection: {
      after: ({ collection }) => collections.get(collection.database.storage.name)?.add(collection),
    },
  },
});

/** Starts the program of a device on what lies on its disk. */
export const startDevice = async (
  device: Device,
  given: {
    readonly engine: Engine;
    readonly chance: Chance;
    readonly key: CryptoKey;
    readonly network: DeviceNetwork;
    /** Counts the starts of all devices, so that no two programs share a name. */
    readonly count: number;
  },
): Promise<RunningDevice> => {
  const { engine, chance } = given;
  const program: Program = {
    name: `${device.name}#${given.count}`,
    isAlive: true,
    isDiskFull: device.isDiskFull,
  };
  const environment: Environment = {
    clock: { now: () => engine.now() + device.skew },
    random: chance,
    timers: engine.timers(program),
    indexedDB: device.disk.indexedDB,
    IDBKeyRange: device.disk.IDBKeyRange,
    openChannel: openSilentChannel,
    locks: undefined,
  };
  const storage = createStorage(program, environment);
  collections.set(storage.name, new Set());
  const replica = await engine.as(program, () =>
    createReplica({
      prefix: device.name,
      personId: device.personId,
      key: given.key,
      storage,
      multiInstance: false,
      link: createLink({ ...environment, ...given.network(device, program), online$: device.online$ }),
      environment,
      openSearch: () => ({
        find: () => Promise.resolve([]),
        changed$: NEVER,
        close: () => Promise.resolve(),
      }),
      resetSpread: RESET_SPREAD,
    }),
  );
  return watch(program, replica, { engine, disk: device.disk, storage });
};

/**
 * The storage on the device's disk. RxDB and its Dexie storage remember by name what is open in this process; names of
 * the program's own keep it from mistaking what a killed program had open for something of this one's. On the disk the
 * names are the usual ones.
 */
const createStorage = (program: Program, environment: Environment): AnyStorage => {
  const { indexedDB, IDBKeyRange } = environment;
  storages += 1;
  const name = `${program.name}-${storages}`;
  const own = `@${name}`;
  const disk = {
    open: (name: string, version?: number) => indexedDB.open(name.replace(own, ''), version),
    deleteDatabase: (name: string) => indexedDB.deleteDatabase(name.replace(own, '')),
    databases: () => indexedDB.databases(),
    cmp: (first: unknown, second: unknown) => indexedDB.cmp(first, second),
  };
  const dexie = getRxStorageDexie({ indexedDB: disk, IDBKeyRange }) as AnyStorage;
  return {
    name,
    rxdbVersion: dexie.rxdbVersion,
    createStorageInstance: (params) =>
      dexie.createStorageInstance({ ...params, databaseName: params.databaseName + own }),
  };
};

const watch = (
  program: Program,
  replica: Replica,
  { engine, disk, storage }: { engine: Engine; disk: Disk; storage: AnyStorage },
): RunningDevice => {
  const { workspace } = replica;
  const subscriptions: Subscription[] = [];
  const queries = new Map<RxCollection<Document>, ReadonlyMap<string, Document> | undefined>();
  let truth: Truth | undefined;
  let waiting: readonly Pending[] = [];
  let notSaved: readonly Pending[] = [];
  let shown: ReadonlyMap<string, Painted<'announcement'>> = new Map();
  engine.as(program, () => {
    subscriptions.push(
      workspace.truth$.subscribe((value) => {
        truth = value;
      }),
      workspace.outbox$.subscribe((value) => {
        waiting = value;
      }),
      workspace.notSaved$.subscribe((value) => {
        notSaved = value;
      }),
      workspace.all('announcement').subscribe((announcements) => {
        shown = new Map(announcements.map((announcement) => [announcement.id, announcement]));
      }),
    );
  });

  /** The one open collection, once its query is there. */
  const toDocuments = (): ReadonlyMap<string, Document> | undefined => {
    const open = [...(collections.get(storage.name) ?? [])].filter((collection) => !collection.closed);
    const [only] = open;
    if (only === undefined || open.length > 1) return undefined;
    if (!queries.has(only)) {
      queries.set(only, undefined);
      engine.as(program, () => {
        subscriptions.push(
          only.find().$.subscribe((rows) => {
            queries.set(only, new Map(rows.map((row) => [row.primary, row._data])));
          }),
        );
      });
    }
    return queries.get(only);
  };
  const forget = (): void => {
    subscriptions.forEach((subscription) => subscription.unsubscribe());
    collections.delete(storage.name);
  };

  return {
    program,
    workspace,
    get truth() {
      return truth;
    },
    get pending() {
      return [...waiting, ...notSaved];
    },
    get shown() {
      return shown;
    },
    get documents() {
      return toDocuments();
    },
    close: async () => {
      const closing = engine.as(program, replica.close);
      await engine.until(closing);
      program.isAlive = false;
      forget();
    },
    kill: async () => {
      program.isAlive = false;
      disk.cutPower();
      await engine.settle();
      // What is dead keeps nothing open, as far as RxDB counts it.
      for (const collection of collections.get(storage.name) ?? []) collection.close().catch(() => undefined);
      forget();
      await engine.settle();
    },
  };
};
