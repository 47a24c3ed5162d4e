import type { Id } from '#core/kernel/id.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import type { FileStore } from './file-store.ts';

/** The folder is looked through so often, in milliseconds. */
const INTERVAL = 3_600_000;

/** Deletes the bytes of files the database has forgotten: once at the start, then every hour. */
export interface Sweeper {
  stop(): Promise<void>;
}

/** Deletes what lies in the folder and is in no row; returns how many files went. */
export const sweepFiles = (store: Store, files: FileStore): Promise<number> =>
  files.sweep(async (ids) => {
    const rows = await store.read.all<{ id: Id }>(
      `select id from file where id in (${ids.map(() => '?').join(', ')})`,
      ...ids,
    );
    return new Set(rows.map(({ id }) => id));
  });

export const startSweeper = (store: Store, files: FileStore, onError: (error: unknown) => void): Sweeper => {
  let running: Promise<unknown> = Promise.resolve();
  const sweep = (): void => {
    running = running.then(() => sweepFiles(store, files)).catch(onError);
  };
  sweep();
  const timer = setInterval(sweep, INTERVAL);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
};
