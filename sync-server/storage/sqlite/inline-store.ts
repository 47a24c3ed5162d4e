import type { JobContext, Reader, SqlValue, Store } from '../contract/storage.ts';
import type { Migration } from '../migrations/migration.ts';
import { createGroupQueue } from './group-queue.ts';
import { createReader, readSnapshot } from './reader.ts';
import { systemContext } from './system-context.ts';
import { openWriter, type WriterOptions } from './writer.ts';

export interface InlineStoreOptions extends WriterOptions {
  /** Time and chance; the system's if left out. */
  readonly context?: Omit<JobContext, 'keys'> | undefined;
  readonly migrations?: readonly Migration[] | undefined;
}

/**
 * The store in the calling thread, for small tools and the simulation: the same writer without a thread. It blocks
 * while the disk works, but with a clock and randomness of the caller's it is deterministic: nothing waits for anything
 * but microtasks. One connection serves both sides, so reads wait for the group that is being written.
 */
export const createInlineSqliteStore = async (options: InlineStoreOptions): Promise<Store> => {
  const { context = systemContext, migrations, ...writerOptions } = options;
  const writer = await openWriter(writerOptions, { context, migrations });
  const queue = createGroupQueue(writer.run, () => undefined);
  const direct = createReader(writer.database);

  let isSnapshot = false;
  let closing: Promise<void> | undefined;
  /** `query_only` for as long as nobody writes: a read that writes fails here as it does on a connection of its own. */
  const onlyReading = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    writer.database.exec('pragma query_only = on');
    try {
      return await work();
    } finally {
      writer.database.exec('pragma query_only = off');
    }
  };
  const read = <Result>(work: () => Promise<Result>): Promise<Result> =>
    isSnapshot ? work() : queue.between(() => onlyReading(work));
  const reader: Reader = {
    all: <Row extends object>(sql: string, ...parameters: readonly SqlValue[]) =>
      read(() => direct.all<Row>(sql, ...parameters)),
    get: <Row extends object>(sql: string, ...parameters: readonly SqlValue[]) =>
      read(() => direct.get<Row>(sql, ...parameters)),
  };
  const close = async (): Promise<void> => {
    queue.close('the store is closed');
    await queue.whenIdle();
    writer.close();
  };
  return {
    write: async <Result>(job: string, args: unknown) => (await queue.write(job, args)) as Result,
    read: reader,
    snapshot: (work) =>
      queue.between(() =>
        onlyReading(async () => {
          isSnapshot = true;
          try {
            return await readSnapshot(writer.database, direct, work);
          } finally {
            isSnapshot = false;
          }
        }),
      ),
    get statistics() {
      return queue.statistics;
    },
    close: () => (closing ??= close()),
  };
};
