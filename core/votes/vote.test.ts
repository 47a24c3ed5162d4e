import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VoteCommand } from './decide-vote.ts';
import { toNextQuestion } from './next-vote.ts';
import { open as openRule, read } from './rule-sets/source.ts';
import type { VoteCounts } from './vote-record.ts';
import { foldVote, type VoteState } from './vote.ts';
import {
  bw,
  createVoting,
  ITEM,
  of,
  opened,
  others,
  people,
  question,
  to,
  toTestId,
  type Voting,
} from '#tests/support/votes.ts';

const phase = (voting: Voting): string | undefined => voting.vote()?.phase;
const result = (voting: Voting) => {
  const vote = voting.vote();
  if (vote?.phase !== 'decided') throw new Error(`the vote is ${vote?.phase ?? 'gone'}`);
  return vote;
};

describe('a vote', () => {
  it('[VOTE1] goes from the wording to the wall to the room to its result', () => {
    const voting = createVoting();
    voting.give(to('prepare-vote', question()));
    expect(phase(voting)).toBe('prepared');
    voting.give(to('show-vote', {}));
    expect(phase(voting)).toBe('shown');
    voting.give(to('open-vote', {}));
    expect(voting.vote()).toMatchObject({ phase: 'running', entitled: 75, openedAt: 1_000, endsAt: null });
    voting.give(to('enter-count', { counts: of(28, 9, 4) }));
    expect(result(voting)).toMatchObject({
      counts: of(28, 9, 4),
      present: 41,
      decision: { outcome: 'accepted', base: 37, needed: 19, citation: '§ 13 Abs. 3 KonfO', verified: true },
    });
  });

  it('can be worded anew until it opens; what was on the wall is shown again', () => {
    const voting = createVoting();
    voting.give(to('prepare-vote', question()));
    voting.give(to('show-vote', {}));
    voting.give(to('prepare-vote', question({ wording: 'Das Handykonzept gilt ab Februar.' })));
    expect(phase(voting)).toBe('prepared');
    expect(voting.give(to('open-vote', {}))).toBe('phase-passed');
    voting.give(to('show-vote', {}));
    voting.give(to('open-vote', {}));
    expect(voting.give(to('prepare-vote', question()))).toBe('phase-passed');
    expect(voting.give(to('prepare-vote', question(), 2))).toBe('phase-passed');
    expect(voting.give(to('drop-vote', {}))).toBe('phase-passed');
  });

  it('is one at a time: another waits until it was dropped or has ended', () => {
    const voting = createVoting();
    voting.give(to('prepare-vote', question()));
    expect(voting.give(to('prepare-vote', question(), 2))).toBe('phase-passed');
    voting.give(to('drop-vote', {}));
    expect(voting.vote()).toBeNull();
    expect(voting.give(to('prepare-vote', question(), 2))).not.toBeTypeOf('string');
  });

  it('never takes the id of one that has ended, and a command for another vote changes nothing', () => {
    const voting = opened();
    voting.give(to('stop-vote', {}));
    expect(voting.give(to('prepare-vote', question()))).toBe('phase-passed');
    for (const command of [to('show-vote', {}, 9), to('open-vote', {}, 9), to('stop-vote', {}, 9)]) {
      expect(voting.give(command)).toBe('phase-passed');
    }
    expect(foldVote(voting.vote(), { type: 'shown', voteId: toTestId('vote', 9) })).toBe(voting.vote());
  });

  it('is prepared, shown and opened for the item that is being dealt with', () => {
    const voting = createVoting();
    const other = toTestId('item', 2);
    const call = (itemId: typeof ITEM | null): void => {
      voting.context.current = { ...voting.context.current, itemId };
    };
    expect(voting.give(to('prepare-vote', question({ itemId: other })))).toBe('phase-passed');
    voting.give(to('prepare-vote', question()));
    call(other);
    expect(voting.give(to('show-vote', {}))).toBe('phase-passed');
    call(ITEM);
    voting.give(to('show-vote', {}));
    call(null);
    expect(voting.give(to('open-vote', {}))).toBe('phase-passed');
  });

  it('[VOTE2] opens with enough people, and with rules somebody has decided; a refusal names the rule', () => {
    const refusal = (context: Parameters<typeof createVoting>[0]) => {
      const voting = createVoting(context);
      voting.give(to('prepare-vote', question()));
      voting.give(to('show-vote', {}));
      return voting.give(to('open-vote', {}));
    };
    expect(refusal({ roll: { entitled: 82, present: people(41) } })).toBe('not-quorate');
    expect(refusal({ roll: { entitled: 0, present: [] } })).toBe('not-quorate');
    expect(refusal({ rules: null })).toBe('quorum-rule-open');
    expect(refusal({ rules: others.westphalia() })).toBe('quorum-rule-open');
    expect(refusal({ rules: { ...bw(), majority: openRule() } })).toBe('majority-rule-open');
    expect(refusal({ rules: others.bavaria(), roll: { entitled: 75, present: people(3) } })).toBe(
      'not-quorate',
    );
    const few = { rules: others.bavaria(), roll: { entitled: 75, present: people(3) }, secondCall: true };
    expect(refusal(few)).not.toBeTypeOf('string');
  });

  it('freezes the roll: who comes or goes later changes neither the vote nor its numbers', () => {
    const voting = opened({ procedure: 'open' });
    voting.context.current = { ...voting.context.current, roll: { entitled: 10, present: people(2) } };
    voting.give(to('close-vote', {}));
    expect(phase(voting)).toBe('running');
    voting.context.current = { ...voting.context.current, box: { counts: of(20, 10), chairVote: 'yes' } };
    voting.give(to('close-vote', {}));
    expect(result(voting)).toMatchObject({ entitled: 75, present: 41 });
  });

  it.each([
    [{ voteKind: 'yes-no' as const, options: ['A'] }],
    [{ voteKind: 'yes-no' as const, seats: 2 }],
    [{ voteKind: 'options' as const, options: ['A'] }],
    [{ voteKind: 'options' as const, options: ['A', 'B'], seats: 2 }],
    [{ voteKind: 'election' as const, options: [], seats: 1 }],
    [{ voteKind: 'election' as const, options: ['A', 'B'], seats: 3 }],
  ])('cannot ask %j', (change) => {
    expect(createVoting().give(to('prepare-vote', question(change)))).toBe('invalid');
  });

  it('closes by device alone where ballots are given by device, and by time only there', () => {
    expect(opened({ procedure: 'show-of-hands' }).give(to('close-vote', {}))).toBe('invalid');
    expect(opened({ procedure: 'open' }).give(to('enter-count', { counts: of(41, 0) }))).toBe('invalid');
    expect(opened({ procedure: 'paper' }).give(to('enter-count', { counts: of(41, 0) }))).toBe('invalid');
    const voting = createVoting();
    voting.give(to('prepare-vote', question()));
    voting.give(to('show-vote', {}));
    expect(voting.give(to('open-vote', { seconds: 60 }))).toBe('invalid');
  });
});

describe('what people count', () => {
  it.each([
    [of(28, 9, 3), 'one is missing'],
    [of(28, 9, 5), 'one too many'],
    [of(28, 9, 3, 2), 'one too many with the invalid ones'],
    [of(-1, 42), 'below nothing'],
    [{ options: [41], abstain: 0, invalid: 0 }, 'counts of another question'],
    [{ yes: 41, abstain: 0, invalid: 0 }, 'a side not said'],
  ])('must account for everybody there: %j (%s)', (counts) => {
    const voting = opened();
    expect(voting.give(to('enter-count', { counts }))).toBe('count-impossible');
    expect(phase(voting)).toBe('running');
  });

  it('on paper accounts for everybody who drew a slip, by two tellers who are there', () => {
    const voting = opened({ procedure: 'paper' });
    const [first, second, third] = people(3);
    if (first === undefined || second === undefined || third === undefined) throw new Error('too few people');
    const outsider = toTestId('person', 99);
    const paper = (counts: VoteCounts, tellerIds = [first, second]) =>
      to('enter-paper', { counts, tellerIds });
    expect(voting.give(to('tick-voters', { personIds: [outsider], ticked: true }))).toBe('invalid');
    voting.give(to('tick-voters', { personIds: [...people(40)], ticked: true }));
    voting.give(to('tick-voters', { personIds: [third], ticked: false }));
    voting.give(to('tick-voters', { personIds: [third], ticked: false }));
    expect(voting.give(paper(of(20, 18, 1, 1)))).toBe('count-impossible');
    expect(voting.give(paper(of(20, 17, 1, 1), [first, first]))).toBe('invalid');
    expect(voting.give(paper(of(20, 17, 1, 1), [first, outsider]))).toBe('invalid');
    voting.give(paper(of(20, 17, 1, 1)));
    expect(result(voting)).toMatchObject({
      decision: { outcome: 'accepted', base: 37 },
      present: 41,
      tellerIds: [first, second],
    });
  });

  it('has no abstentions where the rules forbid them', () => {
    const voting = opened({}, { rules: others.bavaria() });
    expect(voting.give(to('enter-count', { counts: of(30, 10, 1) }))).toBe('count-impossible');
    voting.give(to('enter-count', { counts: of(30, 11) }));
    expect(result(voting).decision?.outcome).toBe('accepted');
  });
});

describe('a tie', () => {
  const tie = of(20, 20, 1);

  it('is a rejection in Baden-Württemberg', () => {
    const voting = opened();
    voting.give(to('enter-count', { counts: tie }));
    expect(result(voting).decision).toMatchObject({ outcome: 'rejected', citation: '§ 13 Abs. 3 KonfO' });
    expect(voting.give(to('settle-tie', { chairVote: 'yes' }))).toBe('phase-passed');
  });

  it.each([
    ['yes', 'accepted'],
    ['no', 'rejected'],
  ] as const)('waits for the chair where it is the chair’s: %s means %s, once', (chairVote, outcome) => {
    const voting = opened({}, { rules: { ...others.bavaria(), abstention: read('allowed', '§ X') } });
    voting.give(to('enter-count', { counts: tie }));
    expect(result(voting).decision?.outcome).toBe('chair-decides');
    voting.give(to('settle-tie', { chairVote }));
    expect(result(voting)).toMatchObject({ chairVote, decision: { outcome } });
    expect(voting.give(to('settle-tie', { chairVote: 'yes' }))).toBe('phase-passed');
  });

  it('[VOTE10] is settled at once where the chair’s own vote is known', () => {
    const voting = opened(
      { procedure: 'roll-call' },
      {
        rules: others.bavaria(),
        box: { counts: of(20, 20), chairVote: 'no' },
      },
    );
    voting.give(to('close-vote', {}));
    expect(result(voting).decision?.outcome).toBe('rejected');
  });

  it('is repeated where the rule says so', () => {
    const voting = opened({}, { rules: { ...bw(), tie: read('repeat', '§ X') } });
    voting.give(to('enter-count', { counts: tie }));
    expect(result(voting).decision?.outcome).toBe('repeat');
    expect(toNextQuestion(result(voting))).toEqual(question());
    const again = { ...question(), repeatOf: toTestId('vote', 1) };
    expect(voting.give(to('prepare-vote', again, 2))).not.toBeTypeOf('string');
    expect(voting.vote()).toMatchObject({ phase: 'prepared', repeatOf: toTestId('vote', 1) });
  });

  it('[VOTE6] keeps its counts and asserts no result where the rule is open', () => {
    const voting = opened({}, { rules: others.berlin() });
    voting.give(to('enter-count', { counts: tie }));
    expect(result(voting)).toMatchObject({ counts: tie, decision: null, undecided: 'tie' });
    expect(toNextQuestion(result(voting))).toEqual(question());
  });
});

describe('options and elections', () => {
  const candidates = { voteKind: 'election' as const, options: ['Ada', 'Ben', 'Cem', 'Dua'] };

  it('propose the run-off of the best two', () => {
    const voting = opened(candidates);
    voting.give(to('enter-count', { counts: { options: [15, 14, 8, 4], abstain: 0, invalid: 0 } }));
    expect(toNextQuestion(result(voting))).toEqual(question({ ...candidates, options: ['Ada', 'Ben'] }));
  });

  it('propose the seats that are left among those who tie', () => {
    const voting = opened({ ...candidates, seats: 2 });
    voting.give(to('enter-count', { counts: { options: [40, 15, 15, 2], abstain: 1, invalid: 0 } }));
    expect(result(voting).decision?.elected).toEqual(['Ada']);
    expect(toNextQuestion(result(voting))).toEqual(
      question({ ...candidates, options: ['Ben', 'Cem'], seats: 1 }),
    );
  });

  it('are counted with at most one vote for a candidate from each, and at least one from everybody', () => {
    const voting = opened({ ...candidates, seats: 2 });
    const give = (options: number[]) =>
      voting.give(to('enter-count', { counts: { options, abstain: 1, invalid: 0 } }));
    expect(give([41, 1, 1, 1])).toBe('count-impossible');
    expect(give([40, 40, 1, 0])).toBe('count-impossible');
    expect(give([10, 10, 10, 9])).toBe('count-impossible');
    expect(give([40, 40, 0])).toBe('count-impossible');
    expect(give([40, 20, 10, 0])).not.toBeTypeOf('string');
    expect(toNextQuestion(result(voting))).toBeNull();
  });
});

describe('the effect of a vote', () => {
  it('is taken away with a reason, once; the same question can be put again', () => {
    const voting = opened();
    expect(voting.give(to('annul-vote', { reason: 'Falsch gezählt' }))).toBe('phase-passed');
    voting.give(to('enter-count', { counts: of(28, 9, 4) }));
    voting.give(to('annul-vote', { reason: 'Falsch gezählt' }));
    expect(voting.vote()).toMatchObject({ phase: 'annulled', annulled: { reason: 'Falsch gezählt' } });
    expect(voting.give(to('annul-vote', { reason: 'noch einmal' }))).toBe('phase-passed');
    expect(toNextQuestion(voting.vote() as VoteState)).toEqual(question());
  });

  it('can be taken from an earlier vote while another one runs, which goes on', () => {
    const voting = opened();
    voting.give(to('enter-count', { counts: of(28, 9, 4) }));
    voting.give(to('prepare-vote', question(), 2));
    expect(voting.give(to('annul-vote', { reason: 'Falsch gezählt' }))).not.toBeTypeOf('string');
    expect(voting.vote()).toMatchObject({ phase: 'prepared', id: toTestId('vote', 2) });
    expect(voting.give(to('annul-vote', { reason: 'Falsch gezählt' }))).toBe('phase-passed');
    expect(voting.give(to('annul-vote', { reason: 'nie gewesen' }, 7))).toBe('not-found');
    expect(voting.give(to('prepare-vote', { ...question(), repeatOf: toTestId('vote', 7) }, 2))).toBe(
      'not-found',
    );
  });
});

describe('whatever the chair does', () => {
  const number = fc.integer({ min: 1, max: 3 });
  const procedure = fc.constantFrom('show-of-hands' as const, 'open' as const, 'paper' as const);
  const counts = fc
    .tuple(fc.nat(41), fc.nat(41), fc.nat(3))
    .map(([yes, no, abstain]) => of(yes, no, abstain));
  const command: fc.Arbitrary<VoteCommand> = fc.oneof(
    fc.tuple(number, procedure).map(([n, how]) => to('prepare-vote', question({ procedure: how }), n)),
    number.map((n) => to('show-vote', {}, n)),
    number.map((n) => to('open-vote', {}, n)),
    number.map((n) => to('drop-vote', {}, n)),
    number.map((n) => to('close-vote', {}, n)),
    number.map((n) => to('stop-vote', {}, n)),
    fc.tuple(number, counts).map(([n, given]) => to('enter-count', { counts: given }, n)),
    number.map((n) => to('enter-count', { counts: of(20, 20, 1) }, n)),
    number.map((n) => to('tick-voters', { personIds: [...people(20)], ticked: true }, n)),
    number.map((n) => to('enter-paper', { counts: of(15, 5), tellerIds: [...people(2)] }, n)),
    number.map((n) => to('settle-tie', { chairVote: 'yes' }, n)),
    number.map((n) => to('annul-vote', { reason: 'x' }, n)),
  );

  it('no vote decides with numbers its people cannot have given, none decides twice, and the log rebuilds it', () => {
    fc.assert(
      fc.property(
        fc.array(command, { maxLength: 40 }),
        fc.constantFrom(bw(), others.bavaria()),
        (commands, rules) => {
          const voting = createVoting({ rules, box: { counts: of(20, 20), chairVote: null } });
          for (const next of commands) {
            const before = voting.vote();
            const given = voting.give(next);
            if (typeof given === 'string') expect(voting.vote()).toBe(before);
            const vote = voting.vote();
            if (vote?.phase !== 'decided') continue;
            const { yes = 0, no = 0, abstain, invalid } = vote.counts;
            expect(yes + no + abstain + invalid).toBeLessThanOrEqual(vote.present);
          }
          const decided = voting.log.filter(({ type }) => type === 'decided').map(({ voteId }) => voteId);
          expect(new Set(decided).size).toBe(decided.length);
          expect(voting.log.reduce<VoteState | null>(foldVote, null)).toEqual(voting.vote());
        },
      ),
      { numRuns: 300 },
    );
  });
});
