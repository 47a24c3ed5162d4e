import type { RefusalKind } from '#core/access/refusal.ts';
import type { Random } from '#core/kernel/clock.ts';
import type { Cancel, Timers } from './environment.ts';

const FIRST = 200;
const LONGEST = 15_000;
/** Nothing changes soon where the program is too old. */
const AFTER_PROTOCOL = 60_000;
/** Whoever was too fast waits longer than the window in which it is counted. */
const AFTER_RATE = 5_000;

export interface BackOff {
  /** Attempts that have failed since the last success. */
  readonly failures: number;
  /** Arranges the next attempt. */
  wait(obstacle: RefusalKind | undefined, attempt: () => void): void;
  /** Makes the arranged attempt at once. */
  now(): void;
  /** An attempt has succeeded. */
  reset(): void;
  stop(): void;
}

/** Waits between attempts: doubling from 0.2 s to 15 s, of which a random half, so that a school does not come back in one beat. */
export const createBackOff = (ports: { readonly timers: Timers; readonly random: Random }): BackOff => {
  let failures = 0;
  let cancel: Cancel = () => undefined;
  let arranged: (() => void) | undefined;

  const now = (): void => {
    const attempt = arranged;
    arranged = undefined;
    cancel();
    attempt?.();
  };
  const toDelay = (obstacle: RefusalKind | undefined): number => {
    const doubled = Math.min(FIRST * 2 ** Math.min(failures, 10), LONGEST);
    const jittered = doubled * (0.5 + (ports.random.bytes(1)[0] ?? 0) / 512);
    if (obstacle === 'protocol-version') return AFTER_PROTOCOL;
    return obstacle === 'rate-limited' ? Math.max(AFTER_RATE, jittered) : jittered;
  };

  return {
    get failures() {
      return failures;
    },
    wait: (obstacle, attempt) => {
      cancel();
      arranged = attempt;
      cancel = ports.timers.after(toDelay(obstacle), now);
      failures += 1;
    },
    now,
    reset: () => {
      failures = 0;
    },
    stop: () => {
      arranged = undefined;
      cancel();
    },
  };
};
