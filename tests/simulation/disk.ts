import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';

/** What lies on the disk of one device. It outlives every program that uses it. */
export interface Disk {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof globalThis.IDBKeyRange;
  /** The power fails: transactions that were under way are undone, and nobody has anything open any more. */
  cutPower(): void;
  /** Everything that lies there, with the names of databases, stores and indexes. */
  dump(): readonly DumpedStore[];
}

export interface DumpedStore {
  readonly database: string;
  readonly store: string;
  readonly indexes: readonly string[];
  readonly records: readonly { readonly key: unknown; readonly value: unknown }[];
}

/** Creates an empty disk. */
export const createDisk = (): Disk => {
  let factory = new IDBFactory();
  return {
    get indexedDB() {
      return factory;
    },
    IDBKeyRange,
    cutPower: () => {
      const lying = toRaw(factory);
      for (const database of lying.values()) undoOpen(database);
      factory = new IDBFactory();
      const anew = toRaw(factory);
      for (const [name, database] of lying) anew.set(name, moveStores(database));
    },
    dump: () =>
      [...toRaw(factory)].flatMap(([database, raw]) =>
        [...raw.rawObjectStores].map(([store, { records, rawIndexes }]) => ({
          database,
          store,
          indexes: [...rawIndexes.keys()],
          records: [...records.values()].map(({ key, value }) => ({ key, value })),
        })),
      ),
  };
};

/** Lets transactions that write fail, as browsers do it, for whoever has no room on the disk. */
export const installQuota = (isFull: () => boolean): { uninstall(): void } => {
  const { put, add } = IDBObjectStore.prototype;
  const limited = (write: typeof put): typeof put =>
    function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
      const request = key === undefined ? write.call(this, value) : write.call(this, value, key);
      if (isFull()) {
        const transaction = toRawTransaction(this.transaction);
        setImmediate(() => {
          if (transaction._state !== 'finished') transaction._abort('QuotaExceededError');
        });
      }
      return request;
    };
  Object.assign(IDBObjectStore.prototype, { put: limited(put), add: limited(add) });
  return { uninstall: () => void Object.assign(IDBObjectStore.prototype, { put, add }) };
};

/** The insides of fake-indexeddb 6, as far as they are touched here. */
interface RawStore {
  rawDatabase: RawDatabase;
  readonly records: { values(): Iterable<{ readonly key: unknown; readonly value: unknown }> };
  readonly rawIndexes: ReadonlyMap<string, unknown>;
}

interface RawTransaction {
  _state: string;
  readonly _rollbackLog: (() => void)[];
  _abort(error: string): void;
}

interface RawDatabase {
  readonly name: string;
  version: number;
  connections: unknown[];
  transactions: RawTransaction[];
  readonly rawObjectStores: Map<string, RawStore>;
}

const toRaw = (factory: object): Map<string, RawDatabase> => {
  const databases: unknown = Reflect.get(factory, '_databases');
  if (!isRaw(databases)) throw new Error('fake-indexeddb keeps its databases elsewhere now');
  return databases;
};

const isRaw = (databases: unknown): databases is Map<string, RawDatabase> => databases instanceof Map;

const toRawTransaction = (transaction: object): RawTransaction => {
  if (!isRawTransaction(transaction)) throw new Error('fake-indexeddb aborts otherwise now');
  return transaction;
};

const isRawTransaction = (transaction: object): transaction is RawTransaction =>
  '_abort' in transaction && '_state' in transaction;

/** What was not committed is not there after a power cut. */
const undoOpen = (database: RawDatabase): void => {
  for (const transaction of database.transactions) {
    if (transaction._state === 'finished') continue;
    for (const undo of transaction._rollbackLog.reverse()) undo();
    transaction._state = 'finished';
  }
};

/** The same stores in a database of which nobody has a connection. */
const moveStores = (database: RawDatabase): RawDatabase => {
  const moved: RawDatabase = Object.assign(Object.create(Object.getPrototypeOf(database)), database, {
    connections: [],
    transactions: [],
  });
  // Bound in the constructor of fake-indexeddb; the copy needs its own.
  Reflect.set(
    moved,
    'processTransactions',
    Reflect.get(Object.getPrototypeOf(database), 'processTransactions').bind(moved),
  );
  for (const store of moved.rawObjectStores.values()) store.rawDatabase = moved;
  return moved;
};
