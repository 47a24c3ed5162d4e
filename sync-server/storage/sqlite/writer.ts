import type { JobContext, JobModule, JobTable } from '../contract/storage.ts';
import { migrations as allMigrations } from '../migrations/migrations.ts';
import type { Migration } from '../migrations/migration.ts';
import { IN_MEMORY, openDatabase, type Database } from './database.ts';
import type { RunGroup } from './group.ts';
import { createKeyFolder, createKeyMemory } from './key-store.ts';
import { acquireWriterLock, type WriterLock } from './lock.ts';
import { migrate } from './migrate.ts';
import { createRunner, type CrashPlan } from './runner.ts';

/** What a writer needs to know; plain data except for `context`, so that it can be sent to a thread. */
export interface WriterOptions {
  /** The database file; beside it lies the lock of its folder. Or `:memory:`. */
  readonly path: string;
  /** The folder for keys that no backup takes along (D27); in memory if left out. */
  readonly keyFolder?: string | undefined;
  /** File URLs of the modules whose jobs can be called. */
  readonly jobModules: readonly string[];
  /** The largest size of the database in bytes; more is answered with `StorageFullError`. */
  readonly maximumBytes?: number | undefined;
  /** Kills the process at a named point; for tests of crashes. */
  readonly crashAt?: CrashPlan | undefined;
}

export interface WriterPorts {
  readonly context: Omit<JobContext, 'keys'>;
  /** For tests of the migration itself. */
  readonly migrations?: readonly Migration[] | undefined;
}

export interface Writer {
  readonly database: Database;
  readonly run: RunGroup;
  close(): void;
}

/** Takes the lock, opens the database, brings its schema up to date and loads the jobs. */
export const openWriter = async (options: WriterOptions, ports: WriterPorts): Promise<Writer> => {
  const jobs = await loadJobs(options.jobModules);
  const lock = options.path === IN_MEMORY ? undefined : acquireWriterLock(options.path);
  try {
    return openLocked(options, ports, jobs, lock);
  } catch (error) {
    lock?.release();
    throw error;
  }
};

const openLocked = (
  options: WriterOptions,
  { context, migrations = allMigrations }: WriterPorts,
  jobs: JobTable,
  lock: WriterLock | undefined,
): Writer => {
  const database = openDatabase(options.path);
  try {
    migrate(database, migrations, context.now());
    // FULL, said aloud: in WAL mode several builds default to NORMAL, which loses acknowledged commits in a power cut.
    // fullfsync: on macOS an ordinary fsync does not reach the disk.
    database.exec(`
      pragma journal_mode = wal;
      pragma synchronous = full;
      pragma fullfsync = on;
      pragma foreign_keys = on;
      pragma trusted_schema = off;
      pragma temp_store = memory;
    `);
    if (options.maximumBytes !== undefined) limitSize(database, options.maximumBytes);
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    database,
    run: createRunner({
      database,
      jobs,
      context,
      keys: options.keyFolder === undefined ? createKeyMemory() : createKeyFolder(options.keyFolder),
      crashAt: options.crashAt,
    }),
    close: () => {
      database.close();
      lock?.release();
    },
  };
};

const limitSize = (database: Database, bytes: number): void => {
  const row = database.get('pragma page_size', []);
  const pageSize = row !== undefined && 'page_size' in row ? Number(row.page_size) : 4_096;
  database.exec(`pragma max_page_count = ${Math.floor(bytes / pageSize)}`);
};

const loadJobs = async (urls: readonly string[]): Promise<JobTable> => {
  const jobs: Record<string, JobTable[string]> = {};
  for (const url of urls) {
    const module: unknown = await import(/* @vite-ignore */ url);
    if (!isJobModule(module)) throw new TypeError(`${url} exports no jobs`);
    for (const [name, job] of Object.entries(module.jobs)) {
      if (Object.hasOwn(jobs, name))
        throw new TypeError(`two modules have a job "${name}"; the second is ${url}`);
      jobs[name] = job;
    }
  }
  return jobs;
};

const isJobModule = (module: unknown): module is JobModule =>
  typeof module === 'object' &&
  module !== null &&
  'jobs' in module &&
  typeof module.jobs === 'object' &&
  module.jobs !== null &&
  Object.values(module.jobs).every((job) => typeof job === 'function');
