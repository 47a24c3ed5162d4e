import { z } from 'zod';
import { defineCommand } from '../kernel/command.ts';
import { idSchema } from '../kernel/id.ts';
import { lineSchema, plainTextSchema } from '../kernel/text.ts';
import { choiceSchema, procedureSchema, voteCountsSchema, voteKindSchema } from './vote-record.ts';

/** Commands to a vote in a conference that sits; like all live ones they never wait anywhere (D26). */
const live = <Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  defineCommand({
    name,
    args: z.object({ conferenceId: idSchema, voteId: idSchema, ...shape }),
    offline: false,
  });

const question = {
  itemId: idSchema,
  wording: plainTextSchema(4_000),
  motionId: idSchema.optional(),
  voteKind: voteKindSchema,
  options: z
    .array(lineSchema(200))
    .max(100)
    .refine((names) => new Set(names).size === names.length),
  seats: z.int().min(1).max(100),
  procedure: procedureSchema,
};

/** Writes the wording (or changes it while the vote is not open); nobody but the chair sees it yet. */
export const prepareVote = live('prepare-vote', { ...question, repeatOf: idSchema.optional() });
/** Puts the wording on the wall. */
export const showVote = live('show-vote', {});
/** Opens the vote: quorum and roll freeze. `seconds`: it closes by itself after so many. */
export const openVote = live('open-vote', { seconds: z.int().min(5).max(3_600).optional() });
/** Drops a vote that was not opened. */
export const dropVote = live('drop-vote', {});
/** One person's ballot. Nothing of the choice is kept where the procedure keeps no names (D27). */
export const castBallot = live('cast-ballot', { choice: choiceSchema });
/** Supports the demand for a secret vote, unseen; `supports` false takes it back. */
export const supportSecrecy = live('support-secrecy', { supports: z.boolean() });
/** Closes it: ballots by device are counted. */
export const closeVote = live('close-vote', {});
/** Breaks a running vote off without a result. */
export const stopVote = live('stop-vote', {});
/** The counted show of hands, which must sum to the people ticked. Closes the vote. */
export const enterCount = live('enter-count', { counts: voteCountsSchema });
/** Ticks persons who have drawn a slip (or takes the tick away). */
export const tickVoters = live('tick-voters', {
  personIds: z.array(idSchema).max(3_000),
  ticked: z.boolean(),
});
/** The tellers' totals of a vote on paper; the sum is checked against the people ticked. Closes the vote. */
export const enterPaper = live('enter-paper', {
  counts: voteCountsSchema,
  tellerIds: z.array(idSchema).min(2).max(10),
});
/** The chair settles a tie where the rule set leaves it to them. */
export const settleTie = live('settle-tie', { chairVote: z.enum(['yes', 'no']) });
/** Takes the effect from a vote that was decided, with a reason; it can be repeated. */
export const annulVote = live('annul-vote', { reason: plainTextSchema(1_000) });

export const voteCommands = [
  prepareVote,
  showVote,
  openVote,
  dropVote,
  castBallot,
  supportSecrecy,
  closeVote,
  stopVote,
  enterCount,
  tickVoters,
  enterPaper,
  settleTie,
  annulVote,
] as const;
