import type { Clock, Instant } from '#core/kernel/clock.ts';

/** A token bucket: so many acts in a second on average, twice as many at once. */
export interface Rate {
  /** Whether one more act is within the rate; counts it if so. */
  take(): boolean;
}

export const createRate = (perSecond: number, clock: Clock): Rate => {
  const capacity = perSecond * 2;
  let tokens: number = capacity;
  let last: Instant = clock.now();
  return {
    take: () => {
      const now = clock.now();
      tokens = Math.min(capacity, tokens + (Math.max(0, now - last) * perSecond) / 1_000);
      last = now;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
};
