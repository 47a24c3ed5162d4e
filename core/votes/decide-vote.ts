import type { z } from 'zod';
import type { RefusalKind } from '../access/refusal.ts';
import type { Instant } from '../kernel/clock.ts';
import type { Id } from '../kernel/id.ts';
import { accept, refuse, type Result } from '../kernel/result.ts';
import type { openVote, prepareVote, voteCommands } from './commands.ts';
import { countSchema, findImpossible, sum, type Count } from './count.ts';
import { decide, isQuorate } from './decide.ts';
import type { RuleSet } from './rule-set.ts';
import { isByDevice, type VoteCounts, type VoteRecord } from './vote-record.ts';
import {
  isUnopened,
  type DecidedVote,
  type RunningVote,
  type UnopenedVote,
  type VoteEvent,
  type VoteQuestion,
  type VoteState,
} from './vote.ts';

type Definition = (typeof voteCommands)[number];

/** A command to a vote that its chair gives. Ballots and demands for secrecy are the members' and decided elsewhere. */
export type VoteCommand = {
  [Name in Exclude<Definition['name'], 'cast-ballot' | 'support-secrecy'>]: {
    readonly name: Name;
    readonly args: z.infer<Extract<Definition, { name: Name }>['args']>;
  };
}[Exclude<Definition['name'], 'cast-ballot' | 'support-secrecy'>];

/** What is true beside the vote itself. */
export interface VoteContext {
  readonly now: Instant;
  readonly actorId: Id;
  /** The rules the sitting was opened with; null where the body has none. */
  readonly rules: RuleSet | null;
  readonly secondCall: boolean;
  /** The item that is being dealt with. */
  readonly itemId: Id | null;
  /** Who may vote on that item, and who of them is there at this moment. */
  readonly roll: { readonly entitled: number; readonly present: readonly Id[] };
  /** Whether somebody is in the room, with a vote or without. */
  readonly isInRoom: (personId: Id) => boolean;
  /** The record of an earlier vote of this conference. */
  readonly recordOf: (voteId: Id) => VoteRecord['state'] | undefined;
  /** What the ballot box holds, where a vote by device closes; the chair's own vote where the procedure shows it. */
  readonly box?: { readonly counts: VoteCounts; readonly chairVote: 'yes' | 'no' | 'abstain' | null };
}

type Decided = Result<readonly VoteEvent[], RefusalKind>;

/** What a command of the chair does to the vote. That it comes from who leads the sitting was seen to before. */
export const decideVote = (vote: VoteState | null, command: VoteCommand, context: VoteContext): Decided => {
  if (command.name === 'prepare-vote') return prepare(vote, command.args, context);
  if (command.name === 'annul-vote') return annul(vote, command.args, context);
  const { voteId } = command.args;
  if (vote?.id !== voteId) return refuse('phase-passed');
  switch (command.name) {
    case 'show-vote':
      return isUnopened(vote) ? show(vote, context) : refuse('phase-passed');
    case 'drop-vote':
      return isUnopened(vote) ? accept([{ type: 'dropped', voteId }]) : refuse('phase-passed');
    case 'open-vote':
      return vote.phase === 'shown' ? open(vote, command.args, context) : refuse('phase-passed');
    case 'settle-tie':
      return vote.phase === 'decided'
        ? settle(vote, command.args.chairVote, context)
        : refuse('phase-passed');
    case 'tick-voters':
    case 'close-vote':
    case 'enter-count':
    case 'enter-paper':
    case 'stop-vote':
      return vote.phase === 'running' ? decideRunning(vote, command, context) : refuse('phase-passed');
  }
};

type RunningCommand = Extract<
  VoteCommand,
  { name: 'tick-voters' | 'close-vote' | 'enter-count' | 'enter-paper' | 'stop-vote' }
>;

const decideRunning = (vote: RunningVote, command: RunningCommand, context: VoteContext): Decided => {
  const { procedure } = vote.question;
  switch (command.name) {
    case 'stop-vote':
      return accept([{ type: 'stopped', voteId: vote.id, at: context.now, reason: 'broken-off' }]);
    case 'tick-voters':
      return procedure === 'paper' ? tick(vote, command.args) : refuse('invalid');
    case 'close-vote': {
      const { box } = context;
      return isByDevice(procedure) && box !== undefined ? count(vote, box, context) : refuse('invalid');
    }
    case 'enter-count': {
      const { counts } = command.args;
      if (procedure !== 'show-of-hands') return refuse('invalid');
      return isAllOf(vote.question, counts, vote.present.size)
        ? count(vote, { counts, chairVote: null }, context)
        : refuse('count-impossible');
    }
    case 'enter-paper': {
      const { counts, tellerIds } = command.args;
      if (procedure !== 'paper') return refuse('invalid');
      if (new Set(tellerIds).size < tellerIds.length || !tellerIds.every(context.isInRoom)) {
        return refuse('invalid');
      }
      return isAllOf(vote.question, counts, vote.ticked.size)
        ? count(vote, { counts, chairVote: null, tellerIds }, context)
        : refuse('count-impossible');
    }
  }
};

const prepare = (
  vote: VoteState | null,
  args: z.infer<(typeof prepareVote)['args']>,
  context: VoteContext,
): Decided => {
  const { conferenceId: _, voteId, repeatOf, ...question } = args;
  if (!isQuestion(question)) return refuse('invalid');
  // A vote lapses with its item, so one for another item would be lost when that one is called.
  if (question.itemId !== context.itemId) return refuse('phase-passed');
  if (context.recordOf(voteId) !== undefined) return refuse('phase-passed');
  // One vote at a time: another one must be dropped or ended first.
  if (vote?.phase === 'running') return refuse('phase-passed');
  const isUnopenedVote = vote !== null && isUnopened(vote);
  if (isUnopenedVote ? vote.id !== voteId : vote?.id === voteId) return refuse('phase-passed');
  if (repeatOf !== undefined && context.recordOf(repeatOf) === undefined) return refuse('not-found');
  const demanded = isUnopenedVote && vote.demanded;
  // What members have demanded to be secret does not become open again by a change of its wording.
  if (demanded && question.procedure !== 'paper') return refuse('forbidden');
  const repeated = repeatOf ?? (isUnopenedVote ? vote.repeatOf : null);
  return accept([
    { type: 'prepared', voteId, question, ...(repeated === null ? {} : { repeatOf: repeated }), demanded },
  ]);
};

/** Whether a question can be put: no options for yes and no, at least two to choose from, no more seats than candidates. */
const isQuestion = ({ voteKind, options, seats }: VoteQuestion): boolean => {
  switch (voteKind) {
    case 'yes-no':
      return options.length === 0 && seats === 1;
    case 'options':
      return options.length >= 2 && seats === 1;
    case 'election':
      return options.length >= 1 && seats <= options.length;
  }
};

const show = (vote: UnopenedVote, { itemId }: VoteContext): Decided => {
  if (vote.question.itemId !== itemId) return refuse('phase-passed');
  return accept(vote.phase === 'shown' ? [] : [{ type: 'shown', voteId: vote.id }]);
};

/** Nothing is opened that could not be decided: the rules must be known, and enough people there. */
const open = (
  vote: UnopenedVote,
  { seconds }: z.infer<(typeof openVote)['args']>,
  { now, rules, roll, secondCall, itemId }: VoteContext,
): Decided => {
  if (vote.question.itemId !== itemId) return refuse('phase-passed');
  if (seconds !== undefined && !isByDevice(vote.question.procedure)) return refuse('invalid');
  const quorum = rules?.quorum.value ?? null;
  if (quorum === null) return refuse('quorum-rule-open');
  if (rules?.majority.value === null) return refuse('majority-rule-open');
  const present = roll.present.length;
  if (!isQuorate(quorum, { entitled: roll.entitled, present, secondCall })) return refuse('not-quorate');
  return accept([
    {
      type: 'opened',
      voteId: vote.id,
      at: now,
      ...(seconds === undefined ? {} : { endsAt: now + seconds * 1_000 }),
      entitled: roll.entitled,
      present: [...roll.present],
      secondCall,
    },
  ]);
};

const tick = (
  vote: RunningVote,
  { personIds, ticked }: { readonly personIds: readonly Id[]; readonly ticked: boolean },
): Decided => {
  if (!personIds.every((id) => vote.present.has(id))) return refuse('invalid');
  const changed = [...new Set(personIds)].filter((id) => vote.ticked.has(id) !== ticked);
  return accept(
    changed.length === 0 ? [] : [{ type: 'ticked', voteId: vote.id, personIds: changed, ticked }],
  );
};

/** Whether counts made by people account for everybody who took part, no more and no fewer (D26). */
export const isAllOf = (
  question: Pick<VoteQuestion, 'voteKind' | 'seats'>,
  counts: VoteCounts,
  people: number,
): boolean => {
  const voters = people - counts.abstain - counts.invalid;
  if (voters < 0) return false;
  if (question.voteKind === 'yes-no') return (counts.yes ?? 0) + (counts.no ?? 0) === voters;
  const votes = sum(counts.options ?? []);
  // Who has several votes gives at least one and no candidate two.
  return question.seats === 1 ? votes === voters : votes >= voters && votes <= voters * question.seats;
};

/** The counts as the rule engine takes them, or undefined if they do not fit the question. */
export const toCount = (
  vote: {
    readonly question: Pick<VoteQuestion, 'voteKind' | 'seats'> & { readonly options: readonly string[] };
    readonly entitled: number;
    readonly secondCall: boolean;
  },
  present: number,
  counts: VoteCounts,
  chairVote: Count['chairVote'],
): Count | undefined => {
  const { question, entitled, secondCall } = vote;
  const { yes, no, options, abstain, invalid } = counts;
  const fits =
    question.voteKind === 'yes-no'
      ? yes !== undefined && no !== undefined && options === undefined
      : yes === undefined && no === undefined && options?.length === question.options.length;
  if (!fits) return undefined;
  const named = question.options.map((name, index): [string, number] => [name, options?.[index] ?? 0]);
  const parsed = countSchema.safeParse({
    kind: question.voteKind,
    entitled,
    present,
    chairVote,
    secondCall,
    seats: question.seats,
    counts:
      question.voteKind === 'yes-no' ? { yes, no, abstain, invalid } : { options: named, abstain, invalid },
  });
  return parsed.success ? parsed.data : undefined;
};

const count = (
  vote: RunningVote,
  box: {
    readonly counts: VoteCounts;
    readonly chairVote: Count['chairVote'];
    readonly tellerIds?: readonly Id[];
  },
  { now, rules }: VoteContext,
): Decided => {
  const counted = toCount(vote, vote.present.size, box.counts, box.chairVote);
  if (rules === null || counted === undefined) return refuse('count-impossible');
  if (findImpossible(counted, rules.abstention.value) !== undefined) return refuse('count-impossible');
  const decision = decide(rules, counted);
  return accept([
    {
      type: 'decided',
      voteId: vote.id,
      at: now,
      counts: box.counts,
      chairVote: box.chairVote,
      decision: decision.ok ? toEventDecision(decision.value) : null,
      undecided: decision.ok ? null : decision.refusal,
      tellerIds: [...(box.tellerIds ?? [])],
    },
  ]);
};

type EventDecision = Extract<VoteEvent, { type: 'settled' }>['decision'];

const toEventDecision = (decision: NonNullable<DecidedVote['decision']>): EventDecision => ({
  ...decision,
  elected: [...decision.elected],
  runOff: [...decision.runOff],
});

/** The chair says how they vote where the rule set leaves a tie to them. */
const settle = (vote: DecidedVote, chairVote: 'yes' | 'no', { rules }: VoteContext): Decided => {
  if (vote.decision?.outcome !== 'chair-decides' || rules === null) return refuse('phase-passed');
  const counted = toCount(vote, vote.present, vote.counts, chairVote);
  const decision = counted && decide(rules, counted);
  if (!decision?.ok) return refuse('phase-passed');
  return accept([{ type: 'settled', voteId: vote.id, chairVote, decision: toEventDecision(decision.value) }]);
};

const annul = (
  vote: VoteState | null,
  { voteId, reason }: { readonly voteId: Id; readonly reason: string },
  { now, actorId, recordOf }: VoteContext,
): Decided => {
  const state = vote?.id === voteId ? vote.phase : recordOf(voteId);
  if (state === undefined) return refuse('not-found');
  if (state !== 'decided') return refuse('phase-passed');
  return accept([{ type: 'annulled', voteId, at: now, reason, byId: actorId }]);
};
