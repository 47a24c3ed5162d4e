import type { Clock } from '#core/kernel/clock.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import type { Cancel, Timers } from './environment.ts';

/** Frames that may go out in one go, and frames a second after that: safely below what the server allows. */
const BURST = LIMITS.framesPerSecond;
const PER_MILLISECOND = (LIMITS.framesPerSecond * 0.8) / 1_000;

export interface Pace {
  /** Sends the frame as soon as the pace allows it. */
  push(text: string): void;
  /** Forgets what has not gone out. */
  clear(): void;
}

/** Keeps a full outbox from running into the server's limit of frames. */
export const createPace = (
  ports: { readonly clock: Clock; readonly timers: Timers },
  send: (text: string) => void,
): Pace => {
  let allowance: number = BURST;
  let countedAt = ports.clock.now();
  let waiting: string[] = [];
  let cancel: Cancel | undefined;

  const flush = (): void => {
    const now = ports.clock.now();
    // A clock that was set back must not hold frames up.
    allowance = Math.min(BURST, allowance + Math.max(0, now - countedAt) * PER_MILLISECOND);
    countedAt = now;
    while (waiting.length > 0 && allowance >= 1) {
      allowance -= 1;
      send(waiting.shift() ?? '');
    }
    if (waiting.length > 0 && cancel === undefined) {
      cancel = ports.timers.after(Math.ceil(1 / PER_MILLISECOND), () => {
        cancel = undefined;
        flush();
      });
    }
  };

  return {
    push: (text) => {
      waiting.push(text);
      flush();
    },
    clear: () => {
      waiting = [];
      cancel?.();
      cancel = undefined;
    },
  };
};
