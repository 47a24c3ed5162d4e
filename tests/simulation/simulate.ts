import { parseArgs } from 'node:util';
import { bugs } from './bugs.ts';
import { runSeed } from './run.ts';
import { shrink } from './shrink.ts';
import { createPlan } from './steps.ts';

/**
 * `npm run simulate -- --seeds N --from S`: lets more seeds happen than the tests do. Stops at the first that fails,
 * prints what happened in as few steps as possible, and exits with 1. `--trace` prints every seed's trace,
 * `--bug NAME` plants a bug.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    trace: { type: 'boolean', default: false },
    bug: { type: 'string' },
  },
});

const from = Number(values.from);
const until = from + Number(values.seeds);
if (!Number.isSafeInteger(from) || !Number.isSafeInteger(until)) {
  console.error('--seeds and --from take whole numbers');
  process.exit(2);
}
const createBug = values.bug === undefined ? undefined : bugs[values.bug];
if (values.bug !== undefined && createBug === undefined) {
  console.error(`There is no bug "${values.bug}". There are: ${Object.keys(bugs).join(', ')}`);
  process.exit(2);
}

const simulate = async (): Promise<number> => {
  const began = performance.now();
  for (let seed = from; seed < until; seed += 1) {
    const bug = createBug?.();
    const outcome = await runSeed(seed, bug === undefined ? {} : { bug });
    if (values.trace) console.log(outcome.trace.join('\n'));
    if (outcome.violations.length === 0) {
      if ((seed - from + 1) % 50 === 0) console.log(`${seed - from + 1} seeds are fine`);
      continue;
    }
    console.log(`Seed ${seed} fails; looking for the fewest steps …`);
    const { plan, outcome: shrunk } = await shrink(outcome, createPlan(seed), createBug);
    console.log(shrunk.trace.join('\n'));
    const [violation] = shrunk.violations;
    console.log(`\nSeed ${seed} breaks invariant ${violation?.invariant}: ${violation?.what}`);
    console.log('To keep it, add this to tests/simulation/failing-seeds.json:');
    console.log(JSON.stringify({ seed, invariant: violation?.invariant, note: '', steps: plan }));
    return 1;
  }
  const seconds = Math.round((performance.now() - began) / 1_000);
  console.log(`${until - from} seeds from ${from} are fine (${seconds} s)`);
  return 0;
};

process.exit(await simulate());
