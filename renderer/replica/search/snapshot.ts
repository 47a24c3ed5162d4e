import { seal, unseal } from '../sealing.ts';
import type { Progress } from './messages.ts';
import { SearchIndex, type StoredIndex } from './search-index.ts';

/** Raise it when the index is built otherwise than the last one: it is then built anew, in about a second. */
const SHAPE = 4;
const STORE = 'snapshots';
const ID = 'index';

interface Content {
  readonly shape: number;
  readonly progress: Progress;
  readonly stored: StoredIndex;
}

/** The index on disk: compressed, then sealed with the key of the replica (D10). */
export interface Snapshots {
  /** The last one; undefined if there is none that can be used. */
  load(): Promise<{ readonly index: SearchIndex; readonly progress: Progress } | undefined>;
  save(index: SearchIndex, progress: Progress): Promise<void>;
  /** Deletes it: something in it may no longer be found, and a new one is not written yet. */
  drop(): Promise<void>;
  close(): void;
}

/** One value in one store needs no Dexie, whose bytes every worker would load a second time. */
export const openSnapshots = (
  prefix: string,
  key: CryptoKey,
  engine: { readonly indexedDB: IDBFactory },
): Snapshots => {
  const database = openDatabase(engine.indexedDB, `${prefix}-search`);
  // Whoever uses it meets the error.
  database.catch(() => undefined);
  const bound = `search|${prefix}`;
  let drops = 0;
  const run = async <Value>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<Value>,
  ): Promise<Value> => {
    const transaction = (await database).transaction(STORE, mode);
    return settle(transaction, work(transaction.objectStore(STORE)));
  };

  return {
    load: async () => {
      try {
        const sealed = await run<Uint8Array<ArrayBuffer> | undefined>('readonly', (store) => store.get(ID));
        if (sealed === undefined) return undefined;
        const text = await gunzip(await unseal(key, sealed, bound));
        // What was sealed here is what `save` wrote; an older shape is not read.
        const content = JSON.parse(text) as Content;
        return content.shape === SHAPE
          ? { index: SearchIndex.restore(content.stored), progress: content.progress }
          : undefined;
      } catch {
        // Whatever is wrong with it: an index can always be built from the replica.
        return undefined;
      }
    },
    save: async (index, progress) => {
      const mark = drops;
      const content: Content = { shape: SHAPE, progress, stored: index.store() };
      const c = await seal(key, await gzip(JSON.stringify(content)), bound);
      // Dropped meanwhile: this one holds what may no longer be found.
      if (mark !== drops) return;
      await run('readwrite', (store) => store.put(c, ID));
    },
    drop: () => {
      drops += 1;
      return run('readwrite', (store) => store.delete(ID));
    },
    close: () =>
      void database.then(
        (opened) => opened.close(),
        () => undefined,
      ),
  };
};

const openDatabase = (indexedDB: IDBFactory, name: string): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => void request.result.createObjectStore(STORE);
    request.onsuccess = () => {
      const opened = request.result;
      // Whoever deletes it (signing out and leaving nothing) does not wait for this connection.
      opened.onversionchange = () => opened.close();
      resolve(opened);
    };
    request.onerror = () => reject(request.error ?? new Error('the search index cannot be opened'));
  });

const settle = <Value>(transaction: IDBTransaction, request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    const fail = (): void => reject(transaction.error ?? new Error('the search index cannot be stored'));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = fail;
    transaction.onerror = fail;
  });

const gzip = async (text: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer(),
  );

const gunzip = (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
