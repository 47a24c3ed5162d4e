import { wipeDatabases } from './database.ts';
import type { Environment } from './environment.ts';
import { openCabinet, type Drawer } from './files/cabinet.ts';
import { openPouchDrawer } from './files/pouch-drawer.ts';
import { openLocalStore } from './local-store.ts';

/** Loaded only when a device locks itself: it needs the files' database. */

/**
 * Deletes what a profile holds of its school: the replica, the search index, files that were fetched, and the copies of what
 * was sent. What its person has not sent stays, sealed, with the files it attaches. The profile must not be open.
 */
export const emptyOut = async (
  prefix: string,
  key: CryptoKey,
  environment: Environment,
  openDrawer: (name: string) => Drawer = openPouchDrawer,
): Promise<void> => {
  await wipeDatabases(`${prefix}-g-`, environment);
  await wipeDatabases(`${prefix}-search`, environment);
  const local = openLocalStore(`${prefix}-local`, key, environment);
  try {
    await local.commands.forget(Number.MAX_SAFE_INTEGER);
    const unsent = JSON.stringify([...(await local.commands.open()), ...(await local.drafts.open())]);
    await dropFiles(`${prefix}-files`, key, environment, openDrawer, (id) => !unsent.includes(id));
  } finally {
    local.close();
  }
};

const dropFiles = async (
  name: string,
  key: CryptoKey,
  environment: Environment,
  openDrawer: (name: string) => Drawer,
  isToGo: (id: string) => boolean,
): Promise<void> => {
  const known = await environment.indexedDB.databases();
  if (!known.some((database) => database.name === name)) return;
  const drawer = openDrawer(name);
  try {
    const cabinet = await openCabinet(drawer, key);
    for (const entry of await cabinet.entries()) if (isToGo(entry.id)) await cabinet.remove(entry);
  } finally {
    await drawer.close();
  }
};
