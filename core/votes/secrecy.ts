import { accept, refuse, type Result } from '../kernel/result.ts';
import type { RefusalKind } from '../access/refusal.ts';
import type { Instant } from '../kernel/clock.ts';
import type { Id } from '../kernel/id.ts';
import { hasRunOut } from './ballot.ts';
import type { RuleSet } from './rule-set.ts';
import type { VoteEvent, VoteState } from './vote.ts';

type SecrecyRules = Pick<RuleSet, 'secrecy'> | null;

/** Whether members can demand a secret vote instead of this one: it is known to all, not decided, and not on paper yet. */
export const isDemandable = (vote: VoteState, rules: SecrecyRules): boolean =>
  rules?.secrecy.value?.kind === 'on-demand' &&
  vote.question.procedure !== 'paper' &&
  (vote.phase === 'shown' || vote.phase === 'running');

/** How many must demand it, of so many who are entitled and there; nobody alone where nobody is there. */
export const toDemandThreshold = (rules: SecrecyRules, present: number): number | null => {
  const secrecy = rules?.secrecy.value;
  if (secrecy?.kind !== 'on-demand') return null;
  const { numerator, denominator } = secrecy.fraction;
  return Math.max(1, Math.ceil((present * numerator) / denominator));
};

/** Whether somebody may support the demand: who may vote. While it is shown that is who could vote now. */
export const admitSupport = (
  vote: VoteState | null,
  support: { readonly voteId: Id; readonly personId: Id },
  context: { readonly now: Instant; readonly rules: SecrecyRules; readonly present: ReadonlySet<Id> },
): Result<{ readonly present: ReadonlySet<Id> }, RefusalKind> => {
  if (vote?.id !== support.voteId) return refuse('phase-passed');
  if (!isDemandable(vote, context.rules)) return refuse('phase-passed');
  if (vote.phase === 'running' && hasRunOut(vote, context.now)) return refuse('phase-passed');
  const present = vote.phase === 'running' ? vote.present : context.present;
  return present.has(support.personId) ? accept({ present }) : refuse('forbidden');
};

/**
 * What follows from the demand so far: nothing below the threshold; at it the vote stops and the same question stands on
 * the wall as a vote on paper (§ 13 (4) KonfO), under the id `paperVoteId`.
 */
export const demandSecrecy = (
  vote: VoteState,
  { supporters, present }: { readonly supporters: number; readonly present: number },
  context: { readonly now: Instant; readonly rules: SecrecyRules; readonly paperVoteId: Id },
): readonly VoteEvent[] => {
  const threshold = toDemandThreshold(context.rules, present);
  if (threshold === null || supporters < threshold) return [];
  const question = { ...vote.question, procedure: 'paper' as const };
  const voteId = context.paperVoteId;
  return [
    { type: 'stopped', voteId: vote.id, at: context.now, reason: 'secrecy-demanded' },
    { type: 'prepared', voteId, question, repeatOf: vote.id, demanded: true },
    { type: 'shown', voteId },
  ];
};
