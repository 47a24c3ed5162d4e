import { describe, expect, it } from 'vitest';
import { admitSupport, demandSecrecy, isDemandable, toDemandThreshold } from './secrecy.ts';
import type { VoteState } from './vote.ts';
import {
  createVoting,
  opened,
  others,
  people,
  question,
  to,
  toTestId,
  type Voting,
} from '#tests/support/votes.ts';

describe('the demand for secrecy', () => {
  const supporters = (voting: Voting, count: number) =>
    demandSecrecy(
      voting.vote() as VoteState,
      { supporters: count, present: 41 },
      { now: 3_000, rules: voting.context.current.rules, paperVoteId: toTestId('vote', 2) },
    );

  it('stops the open vote at a fifth of those present and puts the same question on paper', () => {
    const voting = opened({ procedure: 'open' });
    expect(supporters(voting, 8)).toEqual([]);
    voting.append(supporters(voting, 9));
    expect(voting.records.get(toTestId('vote', 1))).toBe('stopped');
    expect(voting.vote()).toMatchObject({
      phase: 'shown',
      id: toTestId('vote', 2),
      question: question({ procedure: 'paper' }),
      repeatOf: toTestId('vote', 1),
      demanded: true,
    });
    expect(voting.give(to('prepare-vote', question(), 2))).toBe('forbidden');
    voting.give(to('prepare-vote', question({ procedure: 'paper', wording: 'Genauer.' }), 2));
    expect(voting.vote()).toMatchObject({ demanded: true, repeatOf: toTestId('vote', 1) });
  });

  it('may be supported by who may vote, while the vote is on the wall or runs, and not on paper', () => {
    const present = new Set(people(10));
    const support = (voting: Voting, person: number, now = 2_000) => {
      const admitted = admitSupport(
        voting.vote(),
        { voteId: toTestId('vote', 1), personId: toTestId('person', person) },
        { now, rules: voting.context.current.rules, present },
      );
      return admitted.ok ? [...admitted.value.present].length : admitted.refusal;
    };
    const voting = createVoting();
    voting.give(to('prepare-vote', question({ procedure: 'open' })));
    expect(support(voting, 1)).toBe('phase-passed');
    voting.give(to('show-vote', {}));
    expect(support(voting, 1)).toBe(10);
    expect(support(voting, 11)).toBe('forbidden');
    voting.give(to('open-vote', { seconds: 30 }));
    expect(support(voting, 11)).toBe(41);
    expect(support(voting, 41)).toBe('forbidden');
    expect(support(voting, 1, 31_000)).toBe('phase-passed');
    expect(support(opened({ procedure: 'paper' }), 1)).toBe('phase-passed');
    expect(support(opened({ procedure: 'open' }, { rules: others.bavaria() }), 1)).toBe('phase-passed');
    expect(
      isDemandable(opened({ procedure: 'open' }, { rules: others.berlin() }).vote() as VoteState, null),
    ).toBe(false);
  });

  it('needs the share the rule names, rounded up', () => {
    const threshold = (present: number) => toDemandThreshold(others.hesse(), present);
    expect([threshold(0), threshold(1), threshold(5), threshold(6), threshold(41)]).toEqual([1, 1, 1, 2, 9]);
    expect(toDemandThreshold(others.bavaria(), 41)).toBeNull();
    expect(toDemandThreshold(others.westphalia(), 41)).toBeNull();
  });
});
