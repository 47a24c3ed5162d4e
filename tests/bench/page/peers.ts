import Dexie from 'dexie';
import httpAdapter from 'pouchdb-adapter-http';
import idbAdapter from 'pouchdb-adapter-idb';
import PouchDB from 'pouchdb-core';
import replication from 'pouchdb-replication';
import type { PeersPage } from './contract.ts';
import { now } from './frames.ts';
import { createScreen, SHOWN, type Shown } from './screen.svelte.ts';

/** The peer at its best: no encryption, ids in the order of the list, and nothing painted while it replicates. */

const screen = createScreen();
const Idb = PouchDB.plugin(idbAdapter).plugin(httpAdapter).plugin(replication);
let database: PouchDB | undefined;
const open = (): PouchDB => (database ??= new Idb('announcements', { adapter: 'idb' }));

/** The limit writes batches of this size. */
const BULK = 1_000;
/** Live changes come one by one. */
const LIVE_BATCH = 100;

const toShown = (row: { readonly _id: string }): Shown => ({ ...(row as never as Shown), id: row._id });

const page: PeersPage = {
  replicate: async (remote, batchSize) => {
    const start = now();
    await open().replicate.from(remote, { batch_size: batchSize });
    const took = now() - start;
    return { took, count: (await open().info()).doc_count };
  },
  follow: async (remote) => {
    const newest = await open().allDocs({ include_docs: true, limit: SHOWN });
    let rows = newest.rows.map(({ doc }) => toShown(doc));
    screen.show(rows);
    open()
      .changes({ live: true, since: 'now', include_docs: true })
      .on('change', ({ doc }) => {
        rows = [toShown(doc), ...rows.filter(({ id }) => id !== doc._id)].slice(0, SHOWN);
        screen.show(rows);
      });
    open().replicate.from(remote, { live: true, batch_size: LIVE_BATCH });
    await screen.paintedRows(SHOWN);
  },
  painted: (id) => screen.painted(id),
  bulkPut: async (url) => {
    const response = await fetch(url);
    const documents = (await response.json()) as readonly object[];
    const dexie = new Dexie(`limit-${crypto.randomUUID()}`);
    dexie.version(1).stores({ documents: 'id, [kind+inv]' });
    await dexie.open();
    const start = now();
    for (let from = 0; from < documents.length; from += BULK) {
      await dexie.table('documents').bulkPut(documents.slice(from, from + BULK));
    }
    const took = now() - start;
    await dexie.delete();
    return took;
  },
  now,
};

Object.assign(window, { peers: page });
