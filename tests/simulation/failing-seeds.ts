import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { stepNames, type PlannedStep } from './steps.ts';

/** A world in which something once went wrong; it is replayed for ever. */
export interface FailingSeed {
  readonly seed: number;
  /** The invariant that was broken. */
  readonly invariant: string;
  /** What was wrong, and what was done about it. */
  readonly note: string;
  /** Its steps, so that a change of the plans does not turn it into another world. */
  readonly steps: readonly PlannedStep[];
}

const schema = z.array(
  z.object({
    seed: z.int(),
    invariant: z.string(),
    note: z.string().min(1),
    steps: z.array(z.object({ name: z.enum(stepNames), seed: z.int() })),
  }),
);

/** The worlds kept in `failing-seeds.json`. */
export const readFailingSeeds = (): readonly FailingSeed[] =>
  schema.parse(JSON.parse(readFileSync(new URL('./failing-seeds.json', import.meta.url), 'utf8')));
