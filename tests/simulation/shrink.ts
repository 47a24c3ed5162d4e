import type { Bug } from './bugs.ts';
import { runSeed, type Outcome } from './run.ts';
import type { PlannedStep } from './steps.ts';

/** A seed that failed, with as few steps as are needed. */
export interface Shrunk {
  readonly plan: readonly PlannedStep[];
  readonly outcome: Outcome;
}

/** More attempts than this are not worth the wait. */
const ATTEMPTS_MAX = 200;

/**
 * Leaves out steps as long as the same invariant still fails: halves first, then ever smaller pieces (Zeller and
 * Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002).
 */
export const shrink = async (
  failed: Outcome,
  plan: readonly PlannedStep[],
  createBug?: () => Bug,
): Promise<Shrunk> => {
  const [violation] = failed.violations;
  let best: Shrunk = { plan, outcome: failed };
  let attempts = 0;
  for (let size = Math.ceil(plan.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < best.plan.length && attempts < ATTEMPTS_MAX;) {
      const fewer = best.plan.toSpliced(start, size);
      attempts += 1;
      const bug = createBug?.();
      const outcome = await runSeed(failed.seed, { plan: fewer, ...(bug === undefined ? {} : { bug }) });
      if (outcome.violations[0]?.invariant === violation?.invariant) best = { plan: fewer, outcome };
      else start += size;
    }
  }
  return best;
};
