import type { Random } from '#core/kernel/clock.ts';

/** Chance that repeats itself: the same seed gives the same numbers, on every machine. */
export interface Chance extends Random {
  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number;
  /** Whether something happens that happens `percent` times out of a hundred. */
  percent(percent: number): boolean;
  /** One of these; they must not be empty. */
  pick<Item>(items: readonly Item[]): Item;
  /** One of these or, if there are none, undefined. */
  maybe<Item>(items: readonly Item[]): Item | undefined;
  /** One of the names, each as likely as its weight. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name;
  /** A number for the chance of its own that a part of the world gets. */
  seed(): number;
}

/** sfc32 (Chris Doty-Humphrey's PractRand), seeded by one number; nothing secret ever hangs on it. */
export const createChance = (seed: number): Chance => {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let round = 0; round < 15; round += 1) next();

  const below = (limit: number): number => Math.floor((next() / 0x1_0000_0000) * limit);
  const maybe = <Item>(items: readonly Item[]): Item | undefined => items[below(items.length)];
  return {
    below,
    maybe,
    percent: (percent) => below(100) < percent,
    pick: (items) => {
      const item = maybe(items);
      if (item === undefined) throw new RangeError('there is nothing to pick from');
      return item;
    },
    weighted: <Name extends string>(weights: Readonly<Record<Name, number>>): Name => {
      const names = Object.keys(weights) as Name[];
      let rest = below(names.reduce((sum, name) => sum + weights[name], 0));
      for (const name of names) {
        rest -= weights[name];
        if (rest < 0) return name;
      }
      throw new RangeError('there is nothing to pick from');
    },
    seed: next,
    bytes: (length) => Uint8Array.from({ length }, () => next() & 255),
  };
};
