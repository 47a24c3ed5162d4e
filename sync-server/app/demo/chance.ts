import type { Random } from '#core/kernel/clock.ts';

/** Chance that repeats: the same seed gives the same school. */
export interface Chance extends Random {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number from `low` to `high`, both possible. */
  whole(low: number, high: number): number;
  pick<Value>(values: readonly [Value, ...Value[]]): Value;
  pick<Value>(values: readonly Value[]): Value | undefined;
  /** Whether something of this likelihood happens. */
  happens(likelihood: number): boolean;
}

/** Mulberry32: small, quick, good enough for invented texts and of no use for secrets. */
export const createChance = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: <Value>(values: readonly Value[]): Value => values[Math.floor(next() * values.length)] as Value,
    happens: (likelihood) => next() < likelihood,
    bytes: (length) => Uint8Array.from({ length }, () => Math.floor(next() * 256)),
  };
};
