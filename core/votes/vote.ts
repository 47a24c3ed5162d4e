import { z } from 'zod';
import type { Instant } from '../kernel/clock.ts';
import { idSchema, type Id } from '../kernel/id.ts';
import type { Decision } from './decide.ts';
import {
  stopReasonSchema,
  undecidedRuleSchema,
  voteCountsSchema,
  voteDecisionSchema,
  voteQuestionShape,
  type StopReason,
  type UndecidedRule,
  type VoteCounts,
} from './vote-record.ts';

/**
 * One vote of a conference, from the first word of its wording to its result. What has happened is a list of events, kept
 * in the log of the meeting; the state is made of them alone. Ballots are rows of the server and never events.
 */

const instant = z.int().min(0);
const ids = z.array(idSchema).max(3_000);

export const voteQuestionSchema = z.object(voteQuestionShape).readonly();
export type VoteQuestion = z.infer<typeof voteQuestionSchema>;

export const voteEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('prepared'),
    voteId: idSchema,
    question: voteQuestionSchema,
    repeatOf: idSchema.optional(),
    /** It is the vote on paper that members have demanded. */
    demanded: z.boolean(),
  }),
  z.object({ type: z.literal('shown'), voteId: idSchema }),
  z.object({ type: z.literal('dropped'), voteId: idSchema }),
  z.object({
    type: z.literal('opened'),
    voteId: idSchema,
    at: instant,
    endsAt: instant.optional(),
    /** How many are entitled to vote on the item, and who of them is there: the frozen roll (D26). */
    entitled: z.int().min(0),
    present: ids,
    secondCall: z.boolean(),
  }),
  z.object({ type: z.literal('ticked'), voteId: idSchema, personIds: ids, ticked: z.boolean() }),
  z.object({
    type: z.literal('decided'),
    voteId: idSchema,
    at: instant,
    counts: voteCountsSchema,
    chairVote: z.enum(['yes', 'no', 'abstain']).nullable(),
    decision: voteDecisionSchema.nullable(),
    undecided: undecidedRuleSchema.nullable(),
    tellerIds: ids,
  }),
  z.object({ type: z.literal('stopped'), voteId: idSchema, at: instant, reason: stopReasonSchema }),
  z.object({
    type: z.literal('settled'),
    voteId: idSchema,
    chairVote: z.enum(['yes', 'no']),
    decision: voteDecisionSchema,
  }),
  z.object({
    type: z.literal('annulled'),
    voteId: idSchema,
    at: instant,
    reason: z.string().max(1_000),
    byId: idSchema,
  }),
]);
export type VoteEvent = z.infer<typeof voteEventSchema>;

interface Base {
  readonly id: Id;
  readonly question: VoteQuestion;
  readonly repeatOf: Id | null;
  readonly demanded: boolean;
}

/** Typed, or on the wall; nobody votes yet. */
export interface UnopenedVote extends Base {
  readonly phase: 'prepared' | 'shown';
}

interface Opened extends Base {
  readonly openedAt: Instant;
  readonly entitled: number;
  readonly secondCall: boolean;
}

export interface RunningVote extends Opened {
  readonly phase: 'running';
  /** When it closes by itself. */
  readonly endsAt: Instant | null;
  /** Who of the entitled was there when it opened; nobody else votes. */
  readonly present: ReadonlySet<Id>;
  /** Who has drawn a slip of paper. */
  readonly ticked: ReadonlySet<Id>;
}

interface Ended extends Opened {
  readonly present: number;
  readonly closedAt: Instant;
}

interface Counted extends Ended {
  readonly counts: VoteCounts;
  /** How the chair voted, where that is known, or settled a tie. */
  readonly chairVote: 'yes' | 'no' | 'abstain' | null;
  /** Null where the rule that decides is open: the counts stand, a result is not asserted. */
  readonly decision: Decision | null;
  readonly undecided: UndecidedRule | null;
  readonly tellerIds: readonly Id[];
}

export interface DecidedVote extends Counted {
  readonly phase: 'decided';
}

export interface StoppedVote extends Ended {
  readonly phase: 'stopped';
  readonly reason: StopReason;
}

/** It was decided and has no effect any more. */
export interface AnnulledVote extends Counted {
  readonly phase: 'annulled';
  readonly annulled: { readonly reason: string; readonly at: Instant; readonly byId: Id };
}

export type EndedVote = DecidedVote | StoppedVote | AnnulledVote;
export type VoteState = UnopenedVote | RunningVote | EndedVote;

/** Whether the wording can still be changed. */
export const isUnopened = (vote: VoteState): vote is UnopenedVote =>
  vote.phase === 'prepared' || vote.phase === 'shown';

/** Whether the vote is over, with or without a result. */
export const isEnded = (vote: VoteState): vote is EndedVote =>
  vote.phase === 'decided' || vote.phase === 'stopped' || vote.phase === 'annulled';

/** The vote of the moment after an event. What was said of another vote than this one changes nothing here. */
export const foldVote = (vote: VoteState | null, event: VoteEvent): VoteState | null => {
  if (event.type === 'prepared') return prepare(event);
  if (vote?.id !== event.voteId) return vote;
  switch (event.type) {
    case 'shown':
      return isUnopened(vote) ? { ...vote, phase: 'shown' } : vote;
    case 'dropped':
      return isUnopened(vote) ? null : vote;
    case 'opened':
      return isUnopened(vote) ? open(vote, event) : vote;
    case 'ticked':
      return vote.phase === 'running' ? tick(vote, event) : vote;
    case 'decided':
      return vote.phase === 'running'
        ? {
            ...end(vote, event.at),
            phase: 'decided',
            counts: event.counts,
            chairVote: event.chairVote,
            decision: event.decision,
            undecided: event.undecided,
            tellerIds: event.tellerIds,
          }
        : vote;
    case 'stopped':
      return vote.phase === 'running' || isUnopened(vote)
        ? { ...end(vote, event.at), phase: 'stopped', reason: event.reason }
        : vote;
    case 'settled':
      return vote.phase === 'decided'
        ? { ...vote, chairVote: event.chairVote, decision: event.decision }
        : vote;
    case 'annulled':
      return vote.phase === 'decided'
        ? {
            ...vote,
            phase: 'annulled',
            annulled: { reason: event.reason, at: event.at, byId: event.byId },
          }
        : vote;
  }
};

type EventOf<Type extends VoteEvent['type']> = Extract<VoteEvent, { readonly type: Type }>;

const prepare = ({ voteId, question, repeatOf, demanded }: EventOf<'prepared'>): UnopenedVote => ({
  id: voteId,
  phase: 'prepared',
  question,
  repeatOf: repeatOf ?? null,
  demanded,
});

const open = (vote: UnopenedVote, event: EventOf<'opened'>): RunningVote => ({
  ...vote,
  phase: 'running',
  openedAt: event.at,
  endsAt: event.endsAt ?? null,
  entitled: event.entitled,
  present: new Set(event.present),
  secondCall: event.secondCall,
  ticked: new Set(),
});

const tick = (vote: RunningVote, { personIds, ticked }: EventOf<'ticked'>): RunningVote => {
  const next = new Set(vote.ticked);
  for (const id of personIds) {
    if (ticked) next.add(id);
    else next.delete(id);
  }
  return { ...vote, ticked: next };
};

/** The roll is needed no longer: its numbers stay. A vote that never opened had nobody on it. */
const end = (vote: RunningVote | UnopenedVote, at: Instant): Ended => {
  const { id, question, repeatOf, demanded } = vote;
  const base = { id, question, repeatOf, demanded, closedAt: at };
  return vote.phase === 'running'
    ? {
        ...base,
        openedAt: vote.openedAt,
        entitled: vote.entitled,
        present: vote.present.size,
        secondCall: vote.secondCall,
      }
    : { ...base, openedAt: at, entitled: 0, present: 0, secondCall: false };
};
