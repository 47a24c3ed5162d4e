import { z } from 'zod';
import { personNameSchema } from '../kernel/document.ts';
import { idSchema } from '../kernel/id.ts';
import {
  stopReasonSchema,
  undecidedRuleSchema,
  voteCountsSchema,
  voteDecisionSchema,
  voteQuestionShape,
} from '../votes/vote-record.ts';
import { itemKindSchema } from './conference.ts';
import { rollEntrySchema } from './outcome.ts';

/**
 * What a conference that sits shows, as the server tells it. Made for an audience: `room` (members and guests of the item),
 * `outside` (members who do not take part in a restricted item: to them there is none), `chair`, `wall` (the projector:
 * nothing the room may not see, no roll). Each part is sent when it has changed, the roll by the person.
 */
const instant = z.int().min(0);
const number = z.int().min(0);

/** A request to speak: a speech, a question, or a point of order, which goes first. */
export const handKindSchema = z.enum(['speech', 'question', 'order']);
export type HandKind = z.infer<typeof handKindSchema>;

/** One raised hand; the list shows them in the order in which they are called. */
export const handSchema = z.object({
  id: idSchema,
  person: personNameSchema,
  kind: handKindSchema,
  /** The chair has listed a raised arm of somebody without a device. */
  listed: z.boolean(),
});
export type Hand = z.infer<typeof handSchema>;

/** The item that is being dealt with. */
export const meetingItemViewSchema = z.object({
  id: idSchema,
  label: z.string().max(8),
  title: z.string(),
  itemKind: itemKindSchema,
  presenter: personNameSchema.optional(),
  minutes: z.int().optional(),
  calledAt: instant,
  restricted: z.boolean(),
});

/** Numbers of the roll that count now; for the present item where it has entitled persons of its own. */
export const presenceViewSchema = z.object({
  /** Entitled and not dormant, for the present item. */
  entitled: number,
  /** Of them present. */
  present: number,
  excused: number,
  /** Everybody who is there, guests and advisers included. */
  inRoom: number,
  /** How many of the entitled must be present; 0 where the body has no such rule. */
  needed: number,
  quorate: z.boolean(),
  citation: z.string().nullable(),
  verified: z.boolean(),
});

export const speakersViewSchema = z.object({
  closed: z.boolean(),
  speaking: z.object({ hand: handSchema, since: instant }).nullable(),
  hands: z.array(handSchema),
  /** Who has spoken last and can be put back (for the chair). */
  last: handSchema.nullable(),
});

/**
 * The vote of the moment. `prepared`: typed, the chair alone sees it until it is `shown`; `shown`: on the wall, not open;
 * `running`: ballots are taken, or hands and slips counted; `decided`; `stopped`: without a result; `annulled`: without effect.
 */
export const voteViewSchema = z.object({
  id: idSchema,
  ...voteQuestionShape,
  phase: z.enum(['prepared', 'shown', 'running', 'decided', 'stopped', 'annulled']),
  /** Of the frozen roll: who may vote. Before it opens: who could now. */
  entitled: number,
  present: number,
  /** Ballots given, or persons ticked on paper. No interim counts (R23). */
  turnout: number,
  openedAt: instant.optional(),
  /** When it closes by itself. */
  endsAt: instant.optional(),
  counts: voteCountsSchema.optional(),
  decision: voteDecisionSchema.optional(),
  /** The rule nobody has decided: the counts stand without a result. */
  undecided: undecidedRuleSchema.optional(),
  /** Whether the rule set lets members demand secrecy of it now. */
  demandable: z.boolean(),
  /** Why it was stopped. */
  stopped: stopReasonSchema.optional(),
  /** It is on paper because members have demanded it of the vote before (`repeatOf`). */
  demanded: z.boolean().optional(),
  repeatOf: idSchema.optional(),
});
export type VoteView = z.infer<typeof voteViewSchema>;

/** The parts of a view beside the roll. */
export const meetingPartsSchema = z.object({
  phase: z.enum(['open', 'closed']),
  title: z.string(),
  body: z.string(),
  briefing: z.boolean(),
  openedAt: instant,
  chair: personNameSchema,
  minuteTaker: personNameSchema.nullable(),
  /** Guests are not let in while it is locked (R24). */
  locked: z.boolean(),
  /** Items this audience knows that are settled. */
  settled: z.array(z.object({ id: idSchema, state: z.enum(['done', 'deferred']) })),
  item: meetingItemViewSchema.nullable(),
  presence: presenceViewSchema,
  speakers: speakersViewSchema,
  vote: voteViewSchema.nullable(),
  /** Guests who wait to be let in; for the chair, empty for all others. */
  lobby: z.array(personNameSchema),
});
export type MeetingParts = z.infer<typeof meetingPartsSchema>;

/** The roll by person id. */
export const rollViewSchema = z.record(z.string(), rollEntrySchema);
export type RollView = z.infer<typeof rollViewSchema>;

export type MeetingView = MeetingParts & { readonly roll: RollView };
export type MeetingAudience = 'chair' | 'room' | 'outside' | 'wall';
