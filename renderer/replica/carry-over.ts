import type { Environment } from './environment.ts';
import { CHUNK, openCabinet, type Drawer } from './files/cabinet.ts';
import { openPouchDrawer } from './files/pouch-drawer.ts';
import { openLocalStore, type LocalStore } from './local-store.ts';

/** Loaded only when something is carried over: it needs the files' database. */

/** A profile's databases and the key that opens them. */
export interface Keyed {
  readonly prefix: string;
  readonly key: CryptoKey;
}

/** What was carried over that its person had not finished. */
export interface Carried {
  readonly commands: number;
  readonly drafts: number;
}

/**
 * Takes what a person wrote from one profile into another, sealed anew, under the ids it had: what is there already stays
 * as it is there, so that a second try carries nothing twice, and the server knows a command by its `mid`. Each thing leaves
 * the old profile only once it lies in the new one. Neither profile may be open. Throws `DiskFullError`; what has not come
 * over by then still lies where it was.
 */
export const carryOver = async (
  from: Keyed,
  to: Keyed,
  environment: Environment,
  openDrawer: (name: string) => Drawer = openPouchDrawer,
): Promise<Carried> => {
  const old = openLocalStore(toLocal(from), from.key, environment);
  const fresh = openLocalStore(toLocal(to), to.key, environment);
  try {
    // Files first: a command that finds none of its files here would go out without them.
    await carryFiles(old, from, to, environment, openDrawer);
    return {
      commands: await carryRows(old, fresh, 'commands'),
      drafts: await carryRows(old, fresh, 'drafts'),
    };
  } finally {
    old.close();
    fresh.close();
  }
};

const toLocal = ({ prefix }: Keyed): string => `${prefix}-local`;
const toFiles = ({ prefix }: Keyed): string => `${prefix}-files`;

const carryRows = async (
  old: LocalStore,
  fresh: LocalStore,
  table: 'commands' | 'drafts',
): Promise<number> => {
  const unfinished = await old[table].open();
  // What was stored in the last 30 days comes too: a restored server may have to be given it back (D1).
  for (const { id, done, value } of [...unfinished, ...(await old[table].doneSince(0))]) {
    await fresh[table].write([{ id, before: undefined, done, value }]);
    await old[table].remove(id);
  }
  return unfinished.length;
};

/** The files that something unsent attaches; all others can be fetched again. */
const carryFiles = async (
  old: LocalStore,
  from: Keyed,
  to: Keyed,
  environment: Environment,
  openDrawer: (name: string) => Drawer,
): Promise<void> => {
  const known = await environment.indexedDB.databases();
  if (!known.some(({ name }) => name === toFiles(from))) return;
  const unsent = JSON.stringify([...(await old.commands.open()), ...(await old.drafts.open())]);
  const first = openDrawer(toFiles(from));
  const drawers = [first];
  try {
    const source = await openCabinet(first, from.key);
    const wanted = (await source.entries()).filter(
      ({ id, sha256, received, size }) => sha256 !== undefined && received === size && unsent.includes(id),
    );
    if (wanted.length === 0) return;
    const drawer = openDrawer(toFiles(to));
    drawers.push(drawer);
    const target = await openCabinet(drawer, to.key);
    for (const entry of wanted) {
      for (let number = 0; number * CHUNK < entry.size; number += 1) {
        const chunk = await source.chunk(entry, number);
        if (chunk !== undefined) await target.putChunk(entry, number, chunk);
      }
      // Last: what the entry counts is there.
      await target.put(entry);
    }
  } finally {
    for (const drawer of drawers) await drawer.close();
  }
};
