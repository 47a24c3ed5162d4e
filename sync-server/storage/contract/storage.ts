/** What a cell may hold. Truth values are stored as 0 and 1, instants as UTC milliseconds, ids as text. */
export type SqlValue = string | number | null | Uint8Array;

/**
 * Reads, in SQL with `?` for every value. Asynchronous, so that PostgreSQL can stand behind it as well; an answer is
 * one page at most, never a whole table.
 */
export interface Reader {
  /** All rows of a query. */
  all<Row extends object>(sql: string, ...parameters: readonly SqlValue[]): Promise<readonly Row[]>;
  /** The first row of a query, if there is one. */
  get<Row extends object>(sql: string, ...parameters: readonly SqlValue[]): Promise<Row | undefined>;
}

/** Reads and writes of one job. Only select, insert, update, delete; it is dead once its job has ended. */
export interface Transaction extends Reader {
  /** Carries out one statement; `changes` counts the rows it touched. */
  run(sql: string, ...parameters: readonly SqlValue[]): Promise<{ readonly changes: number }>;
}

/**
 * Keys that must never lie beside what they open: not in the database, not in its log, not in a backup (D27). A job that
 * is undone leaves no key behind and destroys none.
 */
export interface KeyVault {
  /** A new random key of 32 bytes; it is on disk when this returns. */
  create(name: string): Uint8Array;
  /** The key; undefined if it was destroyed or lost, or if others could have read it. */
  find(name: string): Uint8Array | undefined;
  /** Destroys the key as soon as the job is on disk, so that what it opened is gone only when its outcome is kept. */
  destroy(name: string): void;
  names(): readonly string[];
}

/** Time and chance as a job gets them: never `Date.now()` and never `crypto` inside a job. */
export interface JobContext {
  /** The present instant in UTC milliseconds. */
  now(): number;
  /** `length` unpredictable bytes. */
  randomBytes(length: number): Uint8Array;
  readonly keys: KeyVault;
}

/**
 * One change of the store: reads, decides and writes in a savepoint of its own. Whatever it throws undoes it alone and
 * reaches the caller as a `JobError`. It awaits nothing but its transaction: while it waits, nobody else can write.
 */
export type Job<Args, Result> = (
  transaction: Transaction,
  args: Args,
  context: JobContext,
) => Promise<Result>;

/**
 * Jobs by name; what a caller hands to `Store.write` under a name must fit the job's `Args`. `never`, because a job of
 * any `Args` is welcome here.
 */
export type JobTable = Readonly<Record<string, Job<never, unknown>>>;

/** What a job module exports. It is named by its file URL and loaded beside the database (closures cannot cross threads). */
export interface JobModule {
  readonly jobs: JobTable;
}

/** How much was written since the store was opened: `groups` commits carried `jobs` jobs. */
export interface StoreStatistics {
  readonly jobs: number;
  readonly groups: number;
}

/** The store of one school: one writer, any number of readers. */
export interface Store {
  /**
   * Carries out the job of this name. The promise resolves only after the commit is on disk. Jobs run one after the
   * other in the order of the calls; what queues up while the disk is busy commits as one group.
   * Rejects with `JobError`, `StorageFullError` or `StorageError`; then nothing of the job was stored. (Only a process
   * that dies between commit and answer leaves this open: repeat with the same id.)
   */
  write<Result>(job: string, args: unknown): Promise<Result>;
  /** Single reads of what is committed; a read that starts after a write has resolved sees that write. */
  readonly read: Reader;
  /**
   * Several reads of one and the same state, one snapshot after the other. The work only reads, through the reader it
   * is given: waiting in it for `write` or for another snapshot would wait for ever.
   */
  snapshot<Result>(work: (reader: Reader) => Promise<Result>): Promise<Result>;
  readonly statistics: StoreStatistics;
  /** Takes no more jobs, finishes those that wait, and closes. Harmless when repeated. */
  close(): Promise<void>;
}

/** The disk (or the quota) is full: nothing was stored, and it works again once there is room. */
export class StorageFullError extends Error {
  override readonly name = 'StorageFullError';
}

/** The store failed or is closed: nothing was stored. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}

/** Another process (or another store in this one) writes into the same folder. */
export class StoreInUseError extends Error {
  override readonly name = 'StoreInUseError';
}

/** The database was written by a newer program. */
export class StoreTooNewError extends Error {
  override readonly name = 'StoreTooNewError';
}

/** What a job threw, by name and message: that is all that crosses from thread to thread. */
export class JobError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}
