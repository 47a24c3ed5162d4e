import adapter from 'pouchdb-adapter-idb';
import PouchDB from 'pouchdb-core';
import { DiskFullError } from '../local-store.ts';
import type { Drawer } from './cabinet.ts';

/** Loaded only when the first file is kept or fetched: PouchDB is 27 kB (ADR 12). */

PouchDB.plugin(adapter);
// Its databases bear the profile's name from the first letter on, so that whoever deletes the profile finds them.
PouchDB.prefix = '';

const ATTACHMENT = 'c';
const TYPE = 'application/octet-stream';
const CONFLICT = 409;
const MISSING = 404;

/** A drawer in an IndexedDB database of this name, by PouchDB. */
export const openPouchDrawer = (name: string): Drawer => {
  // Without compaction PouchDB would keep what was removed.
  const database = new PouchDB(name, { adapter: 'idb', auto_compaction: true });

  const read = async (id: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    try {
      return await toBytes(await database.getAttachment(id, ATTACHMENT));
    } catch (error) {
      if (toStatus(error) === MISSING) return undefined;
      throw error;
    }
  };
  const revisions = async (ids: readonly string[]) => {
    const { rows } = await database.allDocs({ keys: ids });
    return rows.flatMap(({ id, value }) =>
      id === undefined || value === undefined || value.deleted === true ? [] : [{ id, rev: value.rev }],
    );
  };
  const store = async (id: string, sealed: Uint8Array<ArrayBuffer>, rev?: string): Promise<void> => {
    await database.put({
      _id: id,
      ...(rev === undefined ? {} : { _rev: rev }),
      _attachments: { [ATTACHMENT]: { content_type: TYPE, data: new Blob([sealed], { type: TYPE }) } },
    });
  };

  return {
    list: async (prefix) => {
      const { rows } = await database.allDocs({ startkey: prefix, endkey: `${prefix}\uffff` });
      const found = await Promise.all(rows.map(async ({ id }) => (id === undefined ? undefined : read(id))));
      return found.filter((sealed) => sealed !== undefined);
    },
    get: read,
    put: async (id, sealed) => {
      try {
        for (;;) {
          try {
            const [known] = await revisions([id]);
            await store(id, sealed, known?.rev);
            return;
          } catch (error) {
            // Another tab was faster; the last word counts.
            if (toStatus(error) !== CONFLICT) throw error;
          }
        }
      } catch (error) {
        throw isQuota(error) ? new DiskFullError('the disk is full', { cause: error }) : error;
      }
    },
    putFirst: async (id, sealed) => {
      const before = await read(id);
      if (before !== undefined) return before;
      try {
        await store(id, sealed);
        return sealed;
      } catch (error) {
        if (toStatus(error) !== CONFLICT) throw error;
        return (await read(id)) ?? sealed;
      }
    },
    remove: async (ids) => {
      for (const { id, rev } of await revisions(ids)) {
        try {
          await database.remove(id, rev);
        } catch (error) {
          if (toStatus(error) !== CONFLICT && toStatus(error) !== MISSING) throw error;
        }
      }
    },
    close: async () => {
      await database.close();
      // PouchDB tells other windows of changes by a value under the database's name.
      globalThis.localStorage.removeItem(name);
    },
  };
};

const toBytes = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await blob.arrayBuffer());

const toStatus = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;

/** PouchDB hands the browser's error on in several shapes; its name or its reason tells. */
const isQuota = (error: unknown): boolean => {
  if (typeof error !== 'object' || error === null) return false;
  const { name, reason, message } = error as Readonly<Record<string, unknown>>;
  return [name, reason, message].some((text) => typeof text === 'string' && /quota/iu.test(text));
};
