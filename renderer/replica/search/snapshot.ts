import Dexie, { type Table } from 'dexie';
import { seal, unseal } from '../sealing.ts';
import type { Progress } from './messages.ts';
import { SearchIndex, type StoredIndex } from './search-index.ts';

/** Raise it when the index is built otherwise than the last one: it is then built anew, in about a second. */
const SHAPE = 1;
const ID = 'index';

interface Row {
  readonly id: string;
  readonly c: Uint8Array<ArrayBuffer>;
}

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

export const openSnapshots = (
  prefix: string,
  key: CryptoKey,
  engine: { readonly indexedDB: IDBFactory; readonly IDBKeyRange: typeof IDBKeyRange },
): Snapshots => {
  const database = new Dexie(`${prefix}-search`, engine);
  database.version(1).stores({ snapshots: 'id' });
  const table: Table<Row, string> = database.table('snapshots');
  const bound = `search|${prefix}`;

  return {
    load: async () => {
      try {
        const row = await table.get(ID);
        if (row === undefined) return undefined;
        const text = await gunzip(await unseal(key, row.c, bound));
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
      const content: Content = { shape: SHAPE, progress, stored: index.store() };
      const c = await seal(key, await gzip(JSON.stringify(content)), bound);
      await table.put({ id: ID, c });
    },
    drop: () => table.delete(ID),
    close: () => database.close(),
  };
};

const gzip = async (text: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer(),
  );

const gunzip = (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
