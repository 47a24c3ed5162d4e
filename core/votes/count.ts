import { z } from 'zod';
import type { Abstention } from './rule-set.ts';

/** How many said what. Numbers of people, or of votes where each person has several. */
const number = z.int().min(0).max(100_000);

/**
 * Votes by option, in the order they were written. Read as entries and not as a record, since an option may be called
 * like a property that every object has.
 */
const optionsSchema = z.preprocess(
  (value) => (isPlainObject(value) ? Object.entries(value) : value),
  z
    .array(z.tuple([z.string().trim().min(1).max(200), number]))
    .min(1)
    .max(100)
    .refine((entries) => new Set(entries.map(([name]) => name)).size === entries.length),
);

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const commonShape = {
  entitled: number,
  present: number,
  /** How the chair voted; counts only where the rule set lets the chair settle a tie. */
  chairVote: z.enum(['yes', 'no', 'abstain']).nullable().default(null),
  /** Whether the body was called a second time for the same item. */
  secondCall: z.boolean().default(false),
};

const optionCountsSchema = z.strictObject({
  options: optionsSchema,
  abstain: number.default(0),
  invalid: number.default(0),
});

/** What was counted, with everybody who could have voted. */
export const countSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...commonShape,
    kind: z.literal('yes-no'),
    seats: z.literal(1).default(1),
    counts: z.strictObject({
      yes: number,
      no: number,
      abstain: number.default(0),
      invalid: number.default(0),
    }),
  }),
  z.strictObject({
    ...commonShape,
    kind: z.literal('options'),
    seats: z.literal(1).default(1),
    counts: optionCountsSchema,
  }),
  z.strictObject({
    ...commonShape,
    kind: z.literal('election'),
    seats: z.int().min(1).max(100).default(1),
    counts: optionCountsSchema,
  }),
]);
export type Count = z.infer<typeof countSchema>;

/** Why a count cannot be right. */
export type Impossible =
  | 'more-present-than-entitled'
  | 'more-votes-than-present'
  | 'candidate-above-present'
  | 'abstention-forbidden';

/** What makes the count impossible, or undefined (D29). Who abstained or spoilt the ballot has voted for nobody. */
export const findImpossible = (count: Count, abstention: Abstention | null): Impossible | undefined => {
  const { entitled, present, counts } = count;
  if (present > entitled) return 'more-present-than-entitled';
  if (abstention === 'forbidden' && counts.abstain > 0) return 'abstention-forbidden';
  const voters = present - counts.abstain - counts.invalid;
  if (voters < 0) return 'more-votes-than-present';
  if (count.kind === 'yes-no') {
    return count.counts.yes + count.counts.no > voters ? 'more-votes-than-present' : undefined;
  }
  const votes = count.counts.options.map(([, given]) => given);
  if (votes.some((given) => given > voters)) return 'candidate-above-present';
  return sum(votes) > voters * count.seats ? 'more-votes-than-present' : undefined;
};

/** The sum of the numbers. */
export const sum = (numbers: readonly number[]): number => numbers.reduce((total, next) => total + next, 0);
