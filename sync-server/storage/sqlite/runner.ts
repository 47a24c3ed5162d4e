import { StorageError, StorageFullError, type JobContext, type JobTable } from '../contract/storage.ts';
import { DatabaseBrokenError, type Database } from './database.ts';
import type { Failure, GroupAnswer, JobRequest, Outcome, RunGroup } from './group.ts';
import { createGroupKeys, type GroupKeys } from './group-keys.ts';
import type { KeyStore } from './key-store.ts';
import { createJobTransaction } from './transaction.ts';

/** Named points at which a test may want the process to die (style 6: "repeat allowed, loss never"). */
export type CrashPoint = 'before-commit' | 'after-commit';

/** Kills the process at the point, in the group of this number (from 1) or in the first that holds this job. Only tests ask for it. */
export type CrashPlan = { readonly point: CrashPoint } & (
  { readonly group: number } | { readonly job: string }
);

export interface RunnerOptions {
  readonly database: Database;
  readonly jobs: JobTable;
  readonly context: Omit<JobContext, 'keys'>;
  readonly keys: KeyStore;
  readonly crashAt?: CrashPlan | undefined;
}

/**
 * The heart of the writer, the same in a thread of its own and inline: a group is one transaction, each of its jobs a
 * savepoint, one job after the other. A job that fails is undone alone; when the transaction itself fails, every job of
 * the group is answered with that error.
 */
export const createRunner = ({ database, jobs, context, keys, crashAt }: RunnerOptions): RunGroup => {
  let groups = 0;
  let broken: string | undefined;
  const crash = (point: CrashPoint, requests: readonly JobRequest[]): void => {
    if (crashAt?.point !== point) return;
    const isMeant =
      'group' in crashAt ? crashAt.group === groups : requests.some(({ job }) => job === crashAt.job);
    if (isMeant) process.kill(process.pid, 'SIGKILL');
  };
  return async (requests) => {
    if (broken !== undefined) return failAll(requests, new StorageError(broken), broken);
    groups += 1;
    const groupKeys = createGroupKeys(keys, context.randomBytes);
    try {
      database.exec('begin immediate');
      const outcomes: Outcome[] = [];
      for (const request of requests) {
        outcomes.push(await runJob(database, jobs, { context, groupKeys }, request));
      }
      crash('before-commit', requests);
      database.exec('commit');
      crash('after-commit', requests);
      groupKeys.commit();
      return { outcomes };
    } catch (error) {
      groupKeys.undo();
      if (error instanceof DatabaseBrokenError) broken = error.message;
      if (!rollBack(database)) broken ??= 'a transaction could not be rolled back';
      return failAll(requests, error, broken);
    }
  };
};

const SAVEPOINT = 'job';

/** Throws only if the whole transaction is lost. */
const runJob = async (
  database: Database,
  jobs: JobTable,
  ports: { readonly context: Omit<JobContext, 'keys'>; readonly groupKeys: GroupKeys },
  request: JobRequest,
): Promise<Outcome> => {
  const job = Object.hasOwn(jobs, request.job) ? jobs[request.job] : undefined;
  if (job === undefined) return toOutcome(new StorageError(`there is no job "${request.job}"`));
  database.exec(`savepoint ${SAVEPOINT}`);
  const { transaction, end } = createJobTransaction(database);
  const own = ports.groupKeys.begin();
  try {
    // The caller of `write` vouches for the arguments; see `JobTable`.
    const result = await job(transaction, request.args as never, {
      ...ports.context,
      keys: own.keys,
    });
    end();
    if (!database.isInTransaction) throw new StorageError('the transaction was rolled back');
    // What cannot cross threads is found out before it is committed.
    const outcome: Outcome = { ok: true, result: structuredClone(result) };
    database.exec(`release ${SAVEPOINT}`);
    own.keep();
    return outcome;
  } catch (error) {
    own.undo();
    end();
    if (!database.isInTransaction || error instanceof DatabaseBrokenError) throw error;
    database.exec(`rollback to ${SAVEPOINT}`);
    database.exec(`release ${SAVEPOINT}`);
    return toOutcome(error);
  }
};

/** False if the transaction is still open afterwards. */
const rollBack = (database: Database): boolean => {
  try {
    if (database.isInTransaction) database.exec('rollback');
  } catch {
    return !database.isInTransaction;
  }
  return true;
};

const failAll = (
  requests: readonly JobRequest[],
  error: unknown,
  broken: string | undefined,
): GroupAnswer => {
  const outcome = toOutcome(error);
  return { outcomes: requests.map(() => outcome), broken };
};

const toOutcome = (error: unknown): Outcome => ({ ok: false, failure: toFailure(error) });

const toFailure = (error: unknown): Failure => {
  if (error instanceof StorageFullError) return { kind: 'full', name: error.name, message: error.message };
  if (error instanceof StorageError) return { kind: 'storage', name: error.name, message: error.message };
  if (error instanceof Error) return { kind: 'job', name: error.name, message: error.message };
  return { kind: 'job', name: 'Error', message: String(error) };
};
