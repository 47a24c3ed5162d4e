import { describe, expect, test } from 'vitest';
import { bugs, type Bug } from './bugs.ts';
import { runSeed } from './run.ts';

/** A bug that takes more seeds than this to be seen would slip through `npm test` one day. */
const SEEDS = 80;

/** The first seed at which the bug breaks the invariant that it is planted for. */
const findSeed = async (createBug: () => Bug): Promise<number | undefined> => {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const bug = createBug();
    const { violations } = await runSeed(seed, { bug });
    if (violations.some(({ invariant }) => invariant === bug.invariant)) return seed;
  }
  return undefined;
};

describe('a planted bug turns the simulation red', () => {
  test.each(Object.entries(bugs))('%s', async (_name, createBug) => {
    expect(await findSeed(createBug)).toBeDefined();
  });

  test('in every one of the invariants', () => {
    const broken = Object.values(bugs).map((createBug) => {
      const bug = createBug();
      bug.remove?.();
      return bug.invariant;
    });
    expect([...new Set(broken)].sort()).toEqual(['1', '2', '3', '4', '5', '7', '9']);
  });
});
