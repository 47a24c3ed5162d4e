import { describe, expect, it } from 'vitest';
import { admitBallot, isChoiceOf, tally } from './ballot.ts';
import type { Choice } from './vote-record.ts';
import type { VoteQuestion } from './vote.ts';
import {
  createVoting,
  of,
  opened,
  others,
  question,
  to,
  toTestId,
  type Voting,
} from '#tests/support/votes.ts';

describe('a ballot', () => {
  const ballot = (personId = toTestId('person', 1), choice: Choice = 'yes', number = 1) => ({
    voteId: toTestId('vote', number),
    personId,
    choice,
  });
  const reason = (voting: Voting, given: ReturnType<typeof ballot>, now = 2_000) => {
    const admitted = admitBallot(voting.vote(), given, { now, rules: voting.context.current.rules });
    return admitted.ok ? 'admitted' : admitted.refusal;
  };

  it('counts while its vote runs, of whoever stands on the frozen roll', () => {
    const voting = opened({ procedure: 'open' });
    expect(reason(voting, ballot())).toBe('admitted');
    expect(reason(voting, ballot(toTestId('person', 41)))).toBe('forbidden');
    expect(reason(voting, ballot(undefined, 'yes', 2))).toBe('not-open');
    voting.give(to('stop-vote', {}));
    expect(reason(voting, ballot())).toBe('not-open');
  });

  it('counts in no vote by hand or on paper, nor before it opens, nor when its time is over', () => {
    expect(reason(opened({ procedure: 'show-of-hands' }), ballot())).toBe('not-open');
    expect(reason(opened({ procedure: 'paper' }), ballot())).toBe('not-open');
    const voting = createVoting();
    expect(reason(voting, ballot())).toBe('not-open');
    voting.give(to('prepare-vote', question({ procedure: 'without-names' })));
    voting.give(to('show-vote', {}));
    expect(reason(voting, ballot())).toBe('not-open');
    voting.give(to('open-vote', { seconds: 30 }));
    expect(reason(voting, ballot(), 30_999)).toBe('admitted');
    expect(reason(voting, ballot(), 31_000)).toBe('not-open');
  });

  it('answers the question that is asked', () => {
    const election = question({ voteKind: 'election', options: ['A', 'B', 'C'], seats: 2 });
    const fits = (asked: VoteQuestion, choice: Choice) => isChoiceOf(asked, choice);
    expect([fits(question(), 'yes'), fits(question(), 'abstain'), fits(question(), [0])]).toEqual([
      true,
      true,
      false,
    ]);
    expect([fits(election, [0, 2]), fits(election, [1]), fits(election, 'abstain')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([fits(election, [0, 1, 2]), fits(election, [3]), fits(election, 'yes')]).toEqual([
      false,
      false,
      false,
    ]);
    const voting = opened({ procedure: 'open' }, { rules: others.bavaria() });
    expect(reason(voting, ballot(undefined, 'abstain'))).toBe('invalid');
  });

  it('is counted once for what it says', () => {
    expect(tally(question(), ['yes', 'no', 'yes', 'abstain'])).toEqual(of(2, 1, 1));
    const election = question({ voteKind: 'election', options: ['A', 'B', 'C'], seats: 2 });
    expect(tally(election, [[0, 2], [2], 'abstain'])).toEqual({ options: [1, 0, 2], abstain: 1, invalid: 0 });
  });
});
