import type { Clock } from '#core/kernel/clock.ts';
import type { Timers } from '../environment.ts';

/** A clock and timers that only move when a test turns them. */
export interface HandTimers extends Timers {
  readonly clock: Clock;
  /** Turns the clock on by so many milliseconds; what is due on the way runs in order. */
  turn(milliseconds: number): void;
}

export const createHandTimers = (start = 1_700_000_000_000): HandTimers => {
  let now = start;
  let lastId = 0;
  const due = new Map<number, { readonly at: number; readonly run: () => void }>();
  return {
    clock: { now: () => now },
    after: (milliseconds, run) => {
      const id = ++lastId;
      due.set(id, { at: now + milliseconds, run });
      return () => due.delete(id);
    },
    turn: (milliseconds) => {
      const end = now + milliseconds;
      for (;;) {
        const next = [...due].sort(([, left], [, right]) => left.at - right.at)[0];
        if (next === undefined || next[1].at > end) break;
        const [id, { at, run }] = next;
        due.delete(id);
        now = at;
        run();
      }
      now = end;
    },
  };
};
