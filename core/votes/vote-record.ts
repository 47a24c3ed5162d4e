import { z } from 'zod';
import { documentBaseShape, groupNameSchema, personNameSchema } from '../kernel/document.ts';
import { idSchema } from '../kernel/id.ts';

/**
 * How votes are given (R21). `show-of-hands`: counted in the room and entered in one line; `open`: by device, everybody's
 * vote is visible afterwards; `roll-call`: the same, recorded in the minutes; `without-names`: by device, the server counts
 * and keeps no link (never offered as secret); `paper`: secret, on slips, counted by tellers.
 */
export const procedureSchema = z.enum(['show-of-hands', 'open', 'roll-call', 'without-names', 'paper']);
export type Procedure = z.infer<typeof procedureSchema>;

/** Whether a procedure takes ballots from devices. */
export const isByDevice = (procedure: Procedure): boolean =>
  procedure === 'open' || procedure === 'roll-call' || procedure === 'without-names';

export const voteKindSchema = z.enum(['yes-no', 'options', 'election']);
export type VoteKind = z.infer<typeof voteKindSchema>;

/** What one ballot says: yes, no, abstention, or the indexes of the options chosen (at most `seats` of them). */
export const choiceSchema = z.union([
  z.enum(['yes', 'no', 'abstain']),
  z
    .array(z.int().min(0).max(99))
    .min(1)
    .max(100)
    .refine((indexes) => new Set(indexes).size === indexes.length),
]);
export type Choice = z.infer<typeof choiceSchema>;

const number = z.int().min(0);
/** What was counted; `options` in the order of the vote's options. */
export const voteCountsSchema = z.object({
  yes: number.optional(),
  no: number.optional(),
  options: z.array(number).max(100).optional(),
  abstain: number,
  invalid: number,
});
export type VoteCounts = z.infer<typeof voteCountsSchema>;

/** What the rule engine said of the counts (`Decision`). */
export const voteDecisionSchema = z.object({
  quorate: z.boolean(),
  outcome: z.enum(['accepted', 'rejected', 'no-quorum', 'chair-decides', 'repeat', 'elected', 'run-off']),
  base: number,
  needed: number,
  elected: z.array(z.string()),
  runOff: z.array(z.string()),
  citation: z.string(),
  verified: z.boolean(),
});

/**
 * Why a vote ended without a result: members demanded secrecy; the chair broke it off; the key of its ballots was lost; a
 * backup was restored while it ran (D27).
 */
export const stopReasonSchema = z.enum(['secrecy-demanded', 'broken-off', 'key-lost', 'restored']);
export type StopReason = z.infer<typeof stopReasonSchema>;

/** Which rule nobody has decided, so that the counts stand without a result. */
export const undecidedRuleSchema = z.enum(['quorum', 'majority', 'tie']);
export type UndecidedRule = z.infer<typeof undecidedRuleSchema>;

/** What a vote asks; the same on the ballot, on the wall and in the record. */
export const voteQuestionShape = {
  itemId: idSchema,
  /** Verbatim what is voted on. */
  wording: z.string().min(1).max(4_000),
  motionId: idSchema.optional(),
  voteKind: voteKindSchema,
  /** Names of options or candidates; empty for yes-no. */
  options: z.array(z.string().min(1).max(200)).max(100),
  seats: z.int().min(1).max(100),
  procedure: procedureSchema,
} as const;

/** A vote that has ended, as a document. Placed as its item is; made by the server alone. */
export const voteRecordSchema = z.object({
  ...documentBaseShape,
  kind: z.literal('vote-record'),
  conferenceId: idSchema,
  body: groupNameSchema,
  ...voteQuestionShape,
  /** `stopped`: secrecy was demanded, or the vote was broken off without a result; `annulled`: has no effect any more. */
  state: z.enum(['decided', 'stopped', 'annulled']),
  /** The roll frozen when it opened (D26). */
  entitled: number,
  present: number,
  secondCall: z.boolean(),
  counts: voteCountsSchema.optional(),
  decision: voteDecisionSchema.optional(),
  /** Of a decided vote without a decision: the rule that was open. */
  undecided: undecidedRuleSchema.optional(),
  /** Why it was stopped. */
  stopped: stopReasonSchema.optional(),
  /** Who voted how: of open votes and roll-calls alone. */
  rollCall: z.array(z.object({ person: personNameSchema, choice: choiceSchema })).optional(),
  /** Who counted, on paper. */
  tellers: z.array(personNameSchema).max(10).optional(),
  annulled: z.object({ reason: z.string().max(1_000), at: z.int(), by: personNameSchema }).optional(),
  repeatOf: idSchema.optional(),
  openedAt: z.int(),
  closedAt: z.int(),
});
export type VoteRecord = z.infer<typeof voteRecordSchema>;
