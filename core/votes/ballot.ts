import type { RefusalKind } from '../access/refusal.ts';
import type { Instant } from '../kernel/clock.ts';
import type { Id } from '../kernel/id.ts';
import { accept, refuse, type Result } from '../kernel/result.ts';
import type { RuleSet } from './rule-set.ts';
import { isByDevice, type Choice, type VoteCounts } from './vote-record.ts';
import type { RunningVote, VoteQuestion, VoteState } from './vote.ts';

/**
 * Whether somebody's ballot counts now (D26): the vote takes ballots by device and has neither closed nor run out of time,
 * they stand on its frozen roll, and the choice fits. Whether they have voted before is the ballot box's to know.
 */
export const admitBallot = (
  vote: VoteState | null,
  ballot: { readonly voteId: Id; readonly personId: Id; readonly choice: Choice },
  { now, rules }: { readonly now: Instant; readonly rules: Pick<RuleSet, 'abstention'> | null },
): Result<RunningVote, RefusalKind> => {
  if (vote?.id !== ballot.voteId || vote.phase !== 'running') return refuse('not-open');
  if (!isByDevice(vote.question.procedure) || hasRunOut(vote, now)) return refuse('not-open');
  if (!vote.present.has(ballot.personId)) return refuse('forbidden');
  if (!isChoiceOf(vote.question, ballot.choice)) return refuse('invalid');
  if (ballot.choice === 'abstain' && rules?.abstention.value === 'forbidden') return refuse('invalid');
  return accept(vote);
};

/** Whether its time is over, closed yet or not. */
export const hasRunOut = (vote: RunningVote, now: Instant): boolean =>
  vote.endsAt !== null && now >= vote.endsAt;

/** Whether a choice answers the question: yes or no; or options that exist, no more than there are seats. */
export const isChoiceOf = ({ voteKind, options, seats }: VoteQuestion, choice: Choice): boolean => {
  if (choice === 'abstain') return true;
  if (typeof choice === 'string') return voteKind === 'yes-no';
  return voteKind !== 'yes-no' && choice.length <= seats && choice.every((index) => index < options.length);
};

/** Counts ballots. A ballot by device is never invalid, since none that does not fit is taken. */
export const tally = (question: VoteQuestion, choices: Iterable<Choice>): VoteCounts => {
  let [yes, no, abstain] = [0, 0, 0];
  const options = question.options.map(() => 0);
  for (const choice of choices) {
    if (choice === 'yes') yes += 1;
    else if (choice === 'no') no += 1;
    else if (choice === 'abstain') abstain += 1;
    else for (const index of choice) options[index] = (options[index] ?? 0) + 1;
  }
  return question.voteKind === 'yes-no' ? { yes, no, abstain, invalid: 0 } : { options, abstain, invalid: 0 };
};
