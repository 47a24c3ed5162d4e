import { dirname, join } from 'node:path';
import { StoreInUseError } from '../contract/storage.ts';
import { DatabaseBusyError, openDatabase } from './database.ts';

const LOCK_FILE = 'writer.lock';

/** Held for as long as the writer lives. */
export interface WriterLock {
  release(): void;
}

/**
 * Makes this the only writer of the folder: an exclusive transaction, never ended, on a tiny database of its own. The
 * operating system drops it with the process, however that dies, so there are no stale locks to judge by process id.
 * Throws `StoreInUseError` at once if another writer holds it.
 */
export const acquireWriterLock = (databasePath: string): WriterLock => {
  const folder = dirname(databasePath);
  const database = openDatabase(join(folder, LOCK_FILE), { busyTimeout: 0 });
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if (error instanceof DatabaseBusyError) {
      throw new StoreInUseError(`another process writes into ${folder}`, { cause: error });
    }
    throw error;
  }
  return {
    release: () => {
      database.close();
    },
  };
};
