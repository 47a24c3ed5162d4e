import { JobError, StorageError, StorageFullError, type StoreStatistics } from '../contract/storage.ts';
import type { Failure, JobRequest, Outcome, RunGroup } from './group.ts';

/** The longest group, so that nobody waits for a burst of thousands to run before the first answer. */
const GROUP_SIZE = 500;

/** Jobs waiting for the writer, group after group. */
export interface GroupQueue {
  readonly statistics: StoreStatistics;
  write(job: string, args: unknown): Promise<unknown>;
  /** Does the work between two groups. */
  between<Result>(work: () => Promise<Result>): Promise<Result>;
  /** From now on every write is refused; what waits is still carried out. */
  close(reason: string): void;
  /** Resolves when nothing waits any more. */
  whenIdle(): Promise<void>;
}

interface Waiting {
  readonly request: JobRequest;
  readonly settle: (outcome: Outcome) => void;
}

/**
 * Group commit: while one group is on its way to the disk, whatever is written queues up and goes with the next. The
 * slower the disk, the larger the groups, so that throughput does not fall with it.
 */
export const createGroupQueue = (runGroup: RunGroup, onBroken: (error: StorageError) => void): GroupQueue => {
  let waiting: Waiting[] = [];
  let turn: Promise<void> = Promise.resolve();
  let isScheduled = false;
  let refusal: string | undefined;
  let jobs = 0;
  let groups = 0;

  const runNext = async (): Promise<void> => {
    isScheduled = false;
    const group = waiting.slice(0, GROUP_SIZE);
    waiting = waiting.slice(GROUP_SIZE);
    if (waiting.length > 0) schedule();
    const answer = await runGroup(group.map(({ request }) => request));
    groups += 1;
    jobs += group.length;
    if (answer.broken !== undefined && refusal === undefined) {
      refusal = answer.broken;
      onBroken(new StorageError(answer.broken));
    }
    group.forEach(({ settle }, index) => {
      settle(answer.outcomes[index] ?? unanswered);
    });
  };
  const takeTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = turn.then(work);
    turn = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  };
  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    void takeTurn(runNext);
  };

  return {
    get statistics() {
      return { jobs, groups };
    },
    write: (job, args) =>
      new Promise((resolve, reject) => {
        if (refusal !== undefined) throw new StorageError(refusal);
        // Copied now: a later change by the caller must not reach the job, and what cannot cross threads fails alone.
        const request = { job, args: structuredClone(args) };
        const settle = (outcome: Outcome): void => {
          if (outcome.ok) resolve(outcome.result);
          else reject(toError(outcome.failure));
        };
        waiting.push({ request, settle });
        schedule();
      }),
    between: takeTurn,
    close: (reason) => {
      refusal ??= reason;
    },
    whenIdle: async () => {
      let last: Promise<void> | undefined;
      while (last !== turn) {
        last = turn;
        await last;
      }
    },
  };
};

const unanswered: Outcome = {
  ok: false,
  failure: { kind: 'storage', name: 'StorageError', message: 'the writer gave no answer' },
};

const toError = (failure: Failure): Error => {
  switch (failure.kind) {
    case 'full':
      return new StorageFullError(failure.message);
    case 'storage':
      return new StorageError(failure.message);
    case 'job':
      return new JobError(failure.name, failure.message);
  }
};
