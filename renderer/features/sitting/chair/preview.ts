import type { VoteView } from '#core/meetings/view.ts';
import { decide } from '#core/votes/decide.ts';
import type { RuleSet } from '#core/votes/rule-set.ts';
import type { VoteCounts } from '#core/votes/vote-record.ts';

/** What the counts would come to by the body's rules; undefined where a rule is open. The server decides for itself. */
export const toPreview = (
  vote: VoteView,
  counts: VoteCounts,
  rules: RuleSet | undefined,
): Pick<VoteView, 'decision' | 'counts'> => {
  if (rules === undefined) return { counts };
  const common = {
    entitled: vote.entitled,
    present: vote.present,
    chairVote: null,
    secondCall: false,
  } as const;
  const { abstain, invalid } = counts;
  const votes = vote.options.map((name, index): [string, number] => [name, counts.options?.[index] ?? 0]);
  const decided = decide(
    rules,
    vote.voteKind === 'yes-no'
      ? {
          ...common,
          kind: 'yes-no',
          seats: 1,
          counts: { yes: counts.yes ?? 0, no: counts.no ?? 0, abstain, invalid },
        }
      : vote.voteKind === 'options'
        ? { ...common, kind: 'options', seats: 1, counts: { options: votes, abstain, invalid } }
        : { ...common, kind: 'election', seats: vote.seats, counts: { options: votes, abstain, invalid } },
  );
  if (!decided.ok) return { counts };
  const { elected, runOff } = decided.value;
  return { counts, decision: { ...decided.value, elected: [...elected], runOff: [...runOff] } };
};
