import { Worker } from 'node:worker_threads';
import {
  StorageError,
  StorageFullError,
  StoreInUseError,
  StoreTooNewError,
  type Store,
} from '../contract/storage.ts';
import { openDatabase, type Database } from './database.ts';
import type { GroupAnswer, RunGroup } from './group.ts';
import { createGroupQueue } from './group-queue.ts';
import { createReader, readSnapshot } from './reader.ts';
import type { FromWorker, OpenFailure, ToWorker } from './worker-messages.ts';
import type { WriterOptions } from './writer.ts';

export interface SqliteStoreOptions extends WriterOptions {
  /** Told once, when the writer has failed for good: nothing can be stored until the program starts anew. */
  readonly onFailure?: ((error: StorageError) => void) | undefined;
}

/**
 * The store of a server: one worker thread writes, this thread reads. While the disk works, sockets are served.
 * Rejects with `StoreInUseError`, `StoreTooNewError` or `StorageError`.
 */
export const createSqliteStore = async (options: SqliteStoreOptions): Promise<Store> => {
  const { onFailure, ...writerOptions } = options;
  const writer = await startWorker(writerOptions);
  const queue = createGroupQueue(writer.run, (error) => onFailure?.(error));
  const [single, paged] = await openReaders(options.path, writer);
  const pages = createReader(paged);

  // A snapshot spans several statements of a connection, so snapshots take turns; single reads have one of their own.
  let turn: Promise<unknown> = Promise.resolve();
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    queue.close('the store is closed');
    await queue.whenIdle();
    await turn;
    // The writer closes last: only the last connection that may write puts the WAL back into the database.
    single.close();
    paged.close();
    await writer.stop();
  };
  return {
    write: async <Result>(job: string, args: unknown) => (await queue.write(job, args)) as Result,
    read: createReader(single),
    snapshot: (work) => {
      const result = turn.then(() => readSnapshot(paged, pages, work));
      turn = result.catch(() => undefined);
      return result;
    },
    get statistics() {
      return queue.statistics;
    },
    close: () => (closing ??= close()),
  };
};

interface WorkerHandle {
  readonly run: RunGroup;
  stop(): Promise<void>;
}

const openReaders = async (path: string, writer: WorkerHandle): Promise<readonly [Database, Database]> => {
  try {
    return [openDatabase(path, { readOnly: true }), openDatabase(path, { readOnly: true })];
  } catch (error) {
    await writer.stop();
    throw error;
  }
};

const startWorker = (options: WriterOptions): Promise<WorkerHandle> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: options });
    let death: string | undefined;
    let answer: ((answer: GroupAnswer) => void) | undefined;
    const send = (message: ToWorker): void => {
      worker.postMessage(message);
    };
    const die = (reason: string): void => {
      death ??= reason;
      reject(new StorageError(reason));
      answer?.({ outcomes: [], broken: death });
      answer = undefined;
    };
    const ended = new Promise<void>((done) => {
      worker.once('exit', () => {
        die('the writer has ended');
        done();
      });
    });
    worker.once('error', (error) => {
      die(`the writer failed: ${error instanceof Error ? error.message : String(error)}`);
    });
    worker.on('message', (message: FromWorker) => {
      switch (message.kind) {
        case 'open':
          resolve({ run, stop });
          break;
        case 'failed':
          reject(toOpenError(message));
          break;
        case 'answer':
          answer?.(message.answer);
          answer = undefined;
          break;
      }
    });
    const run: RunGroup = (requests) =>
      new Promise((done) => {
        if (death !== undefined) {
          done({ outcomes: [], broken: death });
          return;
        }
        answer = done;
        send({ kind: 'group', requests });
      });
    const stop = async (): Promise<void> => {
      if (death === undefined) send({ kind: 'close' });
      await ended;
    };
  });

const toOpenError = ({ name, message }: OpenFailure): Error => {
  switch (name) {
    case 'StoreInUseError':
      return new StoreInUseError(message);
    case 'StoreTooNewError':
      return new StoreTooNewError(message);
    case 'StorageFullError':
      return new StorageFullError(message);
    default:
      return new StorageError(message);
  }
};
