import type { Clock } from '#core/kernel/clock.ts';

/** How far the server's clock is ahead of ours, by the answers to pings. */
export interface ClockOffset {
  /** A ping goes out. */
  pinged(id: number): void;
  /** The server's clock minus ours by its answer; `known` where what is known already is more exact. */
  measure(id: number, serverNow: number, known: number): number;
  /** Another line: what was measured on the old one says nothing of its delays. */
  forget(): void;
}

/** A clock that differs by more than this from what it was has been set, in milliseconds. */
const CLOCK_WAS_SET = 2_000;

export const createClockOffset = (clock: Clock): ClockOffset => {
  let lastPing = { id: 0, at: 0 };
  let shortest = Number.POSITIVE_INFINITY;
  return {
    pinged: (id) => {
      lastPing = { id, at: clock.now() };
    },
    measure: (id, serverNow, known) => {
      const roundTrip = clock.now() - lastPing.at;
      if (id !== lastPing.id || roundTrip < 0) return known;
      const offset = Math.round(serverNow + roundTrip / 2 - clock.now());
      // A clock that was set in the meantime counts at once, however slow this answer was.
      if (roundTrip > shortest && Math.abs(offset - known) <= roundTrip + CLOCK_WAS_SET) return known;
      shortest = roundTrip;
      return offset;
    },
    forget: () => {
      shortest = Number.POSITIVE_INFINITY;
    },
  };
};
