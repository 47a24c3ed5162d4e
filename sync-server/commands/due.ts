import type { Clock } from '#core/kernel/clock.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import type { DueJobArgs } from './due.job.ts';
import type { Committed } from './door.job.ts';
import { isWorthTelling } from './worth-telling.ts';

/** Plans are looked at so often, in milliseconds: a vote that closes by time should not seem to wait. */
const INTERVAL = 1_000;
/** A plan that failed is tried again after so many milliseconds. */
const PATIENCE = 10 * 60_000;
const BATCH = 100;

/** What happens later by itself: releases, expiries, reminders (D11, R16). */
export interface Due {
  /** Carries out everything that is due, the earliest first; what fell due while the server was down comes late. */
  tick(): Promise<void>;
  /** Ticks from now on by itself. */
  start(): void;
  /** Stops and waits for a tick that runs. */
  stop(): Promise<void>;
}

export interface DueOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly onCommitted: (committed: Committed) => void;
  readonly onError: (error: unknown) => void;
}

export const createDue = ({ store, clock, onCommitted, onError }: DueOptions): Due => {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  const runOne = async (id: string): Promise<void> => {
    const now = clock.now();
    try {
      const args: DueJobArgs = { id, now };
      const committed = await store.write<Committed>('run-due', args);
      if (isWorthTelling(committed)) onCommitted(committed);
    } catch (error) {
      onError(error);
      await store.write('postpone-due', { id, until: now + PATIENCE });
    }
  };
  const runAll = async (): Promise<void> => {
    for (;;) {
      const due = await store.read.all<{ id: string }>(
        'select id from job where due_at <= ? order by due_at, id limit ?',
        clock.now(),
        BATCH,
      );
      for (const { id } of due) await runOne(id);
      if (due.length < BATCH) return;
    }
  };
  const tick = (): Promise<void> => {
    running = running.then(runAll).catch(onError);
    return running;
  };
  return {
    tick,
    start: () => {
      timer ??= setInterval(() => void tick(), INTERVAL);
    },
    stop: async () => {
      clearInterval(timer);
      timer = undefined;
      await running;
    },
  };
};
