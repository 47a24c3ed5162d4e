import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSchema, findImpossible, type Count } from './count.ts';
import { decide, toNeeded, type Decision, type DecidingRules } from './decide.ts';
import { findRuleSet } from './rule-sets/rule-sets.ts';
import { open, read } from './rule-sets/source.ts';

const bw = (): DecidingRules => {
  const found = findRuleSet('bw-staff');
  if (found === undefined) throw new Error('the rule set of Baden-Württemberg is missing');
  return found;
};

/** As older school orders of Bavaria have it: nobody abstains, the chair settles a tie, a second call needs no quorum. */
const bavaria: DecidingRules = {
  quorum: read(
    {
      fraction: { numerator: 1, denominator: 2 },
      strict: true,
      base: 'members',
      allInvited: true,
      secondCall: 'any-number',
    },
    'Schulordnung',
  ),
  majority: read({ base: 'cast', threshold: 'simple' }, 'Schulordnung'),
  abstention: read('forbidden', 'Schulordnung'),
  tie: read('chair-decides', 'Schulordnung'),
};

const withMajority = (value: NonNullable<DecidingRules['majority']['value']>): DecidingRules => ({
  ...bw(),
  majority: read(value, '§ X'),
});

const count = (input: object): Count => countSchema.parse({ entitled: 20, present: 15, ...input });
const yesNo = (yes: number, no: number, abstain = 0, rest: object = {}): Count =>
  count({ kind: 'yes-no', counts: { yes, no, abstain }, ...rest });
const choose = (options: Record<string, number>, rest: object = {}): Count =>
  count({ kind: 'election', counts: { options }, ...rest });

const decided = (rules: DecidingRules, given: Count): Decision => {
  const decision = decide(rules, given);
  if (!decision.ok) throw new Error(`${decision.refusal} is open`);
  return decision.value;
};

describe('a vote of yes and no', () => {
  it('by the Konferenzordnung of Baden-Württemberg: more than half of the valid votes, abstentions do not count', () => {
    expect(decided(bw(), yesNo(5, 4, 6))).toEqual({
      quorate: true,
      outcome: 'accepted',
      base: 9,
      needed: 5,
      elected: [],
      runOff: [],
      citation: '§ 13 Abs. 3 KonfO',
      verified: true,
    });
    expect(decided(bw(), yesNo(4, 5, 6))).toMatchObject({ outcome: 'rejected', needed: 5 });
    expect(decided(bw(), yesNo(7, 7, 1))).toMatchObject({ outcome: 'rejected', base: 14, needed: 8 });
    expect(decided(bw(), yesNo(0, 0, 15))).toMatchObject({ outcome: 'rejected', base: 0, needed: 1 });
  });

  it('needs more than half of the entitled, not half', () => {
    expect(decided(bw(), yesNo(10, 0, 0, { present: 10 }))).toMatchObject({
      quorate: false,
      outcome: 'no-quorum',
      citation: '§ 13 Abs. 2 KonfO',
    });
    expect(decided(bw(), yesNo(10, 0, 0, { present: 11 })).quorate).toBe(true);
    expect(decided(bw(), yesNo(0, 0, 0, { present: 0, entitled: 0 })).outcome).toBe('no-quorum');
  });

  it('counts what the base says: abstentions, those present, the entitled', () => {
    const outcomes = (['cast', 'cast-and-abstained', 'present', 'entitled'] as const).map((base) => {
      const {
        outcome,
        base: of,
        needed,
      } = decided(withMajority({ base, threshold: 'simple' }), yesNo(6, 3, 4));
      return [outcome, of, needed];
    });
    expect(outcomes).toEqual([
      ['accepted', 9, 5],
      ['rejected', 13, 7],
      ['rejected', 15, 8],
      ['rejected', 20, 11],
    ]);
  });

  it.each([
    ['two-thirds', 10, 5, 'accepted', 10],
    ['two-thirds', 9, 6, 'rejected', 10],
    ['three-quarters', 12, 3, 'accepted', 12],
    ['three-quarters', 11, 4, 'rejected', 12],
    ['unanimous', 15, 0, 'accepted', 15],
    ['unanimous', 14, 1, 'rejected', 15],
    ['absolute', 8, 7, 'accepted', 8],
  ] as const)('reaches %s with %i to %i: %s', (threshold, yes, no, outcome, needed) => {
    expect(decided(withMajority({ base: 'cast', threshold }), yesNo(yes, no))).toMatchObject({
      outcome,
      needed,
    });
  });

  it('leaves a tie to the rule: rejected, the chair’s vote, or once more', () => {
    const tie = (chairVote: Count['chairVote']) => decided(bavaria, yesNo(7, 7, 0, { chairVote })).outcome;
    expect([tie('yes'), tie('no'), tie('abstain'), tie(null)]).toEqual([
      'accepted',
      'rejected',
      'chair-decides',
      'chair-decides',
    ]);
    expect(decided({ ...bw(), tie: read('repeat', '§ X') }, yesNo(7, 7)).outcome).toBe('repeat');
    // The chair's vote settles nothing else.
    expect(decided(bavaria, yesNo(6, 7, 0, { chairVote: 'yes' })).outcome).toBe('rejected');
    expect(decided(bw(), yesNo(7, 7, 0, { chairVote: 'yes' })).outcome).toBe('rejected');
  });

  it('is no tie where neither side has half of the base', () => {
    const rules = { ...withMajority({ base: 'present', threshold: 'simple' }), tie: bavaria.tie };
    expect(decided(rules, yesNo(5, 5, 5, { chairVote: 'yes' }))).toMatchObject({
      outcome: 'rejected',
      needed: 8,
    });
  });

  it('is quorate with any number on a second call, where the rule says so', () => {
    const few = { present: 3, secondCall: true };
    expect(decided(bavaria, yesNo(2, 1, 0, few))).toMatchObject({ quorate: true, outcome: 'accepted' });
    expect(decided(bw(), yesNo(2, 1, 0, few)).outcome).toBe('no-quorum');
    expect(decided(bavaria, yesNo(0, 0, 0, { present: 0, secondCall: true })).quorate).toBe(false);
  });

  it('decides nothing by a rule that is open', () => {
    expect(decide({ ...bw(), quorum: open() }, yesNo(5, 4))).toEqual({ ok: false, refusal: 'quorum' });
    expect(decide({ ...bw(), majority: open() }, yesNo(5, 4))).toEqual({ ok: false, refusal: 'majority' });
    expect(decide({ ...bw(), tie: open() }, yesNo(5, 5))).toEqual({ ok: false, refusal: 'tie' });
    expect(decided({ ...bw(), tie: open() }, yesNo(5, 4)).outcome).toBe('accepted');
  });

  it('says that a rule was not read where it stands', () => {
    const unread = { ...bw(), quorum: { ...bw().quorum, verified: false as const } };
    expect(decided(unread, yesNo(5, 4)).verified).toBe(false);
  });
});

describe('an election', () => {
  it('of one: more than half, else the best two once more with all who equal them', () => {
    expect(decided(bw(), choose({ Ada: 8, Ben: 5, Cem: 2 }))).toMatchObject({
      outcome: 'elected',
      elected: ['Ada'],
      runOff: [],
      base: 15,
      needed: 8,
      verified: true,
    });
    expect(decided(bw(), choose({ Ada: 7, Ben: 5, Cem: 3 }))).toMatchObject({
      outcome: 'run-off',
      elected: [],
      runOff: ['Ada', 'Ben'],
      verified: false,
    });
    expect(decided(bw(), choose({ Ada: 7, Ben: 4, Cem: 4 })).runOff).toEqual(['Ada', 'Ben', 'Cem']);
    expect(decided(bw(), choose({ Ada: 5, Ben: 5 })).runOff).toEqual(['Ada', 'Ben']);
    expect(decided(bw(), choose({ Ada: 0, Ben: 0 }))).toMatchObject({ outcome: 'run-off', needed: 1 });
  });

  it('of several: the most votes, a tie at the last seat runs once more', () => {
    expect(decided(bw(), choose({ Ada: 12, Ben: 9, Cem: 4 }, { seats: 2 }))).toMatchObject({
      outcome: 'elected',
      elected: ['Ada', 'Ben'],
      base: 25,
      needed: 5,
    });
    expect(decided(bw(), choose({ Ada: 12, Ben: 6, Cem: 6, Dua: 1 }, { seats: 2 }))).toMatchObject({
      outcome: 'run-off',
      elected: ['Ada'],
      runOff: ['Ben', 'Cem'],
    });
    expect(decided(bw(), choose({ Ada: 3, Ben: 0 }, { seats: 2 })).elected).toEqual(['Ada']);
    expect(decided(bw(), choose({ Ada: 0, Ben: 0 }, { seats: 2 })).outcome).toBe('rejected');
  });

  it('takes names as they come', () => {
    const options: unknown = JSON.parse('{"__proto__": 9, "constructor": 4}');
    const given = count({ kind: 'election', counts: { options } });
    expect(decided(bw(), given).elected).toEqual(['__proto__']);
  });

  it('without a quorum elects nobody', () => {
    expect(decided(bw(), choose({ Ada: 9 }, { present: 9 }))).toMatchObject({
      outcome: 'no-quorum',
      elected: [],
      runOff: [],
    });
  });
});

describe('a count that cannot be', () => {
  it.each([
    [yesNo(1, 0, 0, { present: 21 }), 'more-present-than-entitled'],
    [yesNo(10, 5, 1), 'more-votes-than-present'],
    [choose({ Ada: 16 }), 'candidate-above-present'],
    [choose({ Ada: 8, Ben: 8 }), 'more-votes-than-present'],
    [choose({ Ada: 15, Ben: 15, Cem: 1 }, { seats: 2 }), 'more-votes-than-present'],
    [count({ kind: 'options', counts: { options: { A: 15 }, invalid: 1 } }), 'candidate-above-present'],
  ] as const)('%j: %s', (given, impossible) => {
    expect(findImpossible(given, 'allowed')).toBe(impossible);
  });

  it('has abstentions where they are forbidden', () => {
    expect(findImpossible(yesNo(5, 5, 1), 'forbidden')).toBe('abstention-forbidden');
    expect(findImpossible(yesNo(5, 5, 1), null)).toBeUndefined();
  });

  it.each([
    { kind: 'yes-no', counts: { yes: 1.5, no: 1 } },
    { kind: 'yes-no', counts: { yes: -1, no: 1 } },
    { kind: 'yes-no', counts: { yes: 1 } },
    { kind: 'yes-no', counts: { yes: 1, no: 1, maybe: 1 } },
    { kind: 'yes-no', seats: 2, counts: { yes: 1, no: 1 } },
    { kind: 'election', seats: 0, counts: { options: { A: 1 } } },
    { kind: 'election', counts: { options: {} } },
    { kind: 'election', counts: { options: ['A'] } },
    { kind: 'election', counts: { yes: 1, no: 1 } },
    { kind: 'acclamation', counts: { yes: 1, no: 1 } },
  ])('is refused before anything is counted: %j', (input) => {
    expect(countSchema.safeParse({ entitled: 20, present: 15, ...input }).success).toBe(false);
  });
});

describe('every rule and every count', () => {
  const threshold = fc.constantFrom(
    'simple' as const,
    'absolute' as const,
    'two-thirds' as const,
    'three-quarters' as const,
    'unanimous' as const,
  );
  const base = fc.constantFrom(
    'cast' as const,
    'cast-and-abstained' as const,
    'present' as const,
    'entitled' as const,
  );
  const votes = fc.tuple(fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(60)).map(([yes, no, abstain, others]) => {
    const present = yes + no + abstain + others;
    return count({ entitled: present, present, kind: 'yes-no', counts: { yes, no, abstain } });
  });

  it('accepts exactly what reaches the needed number, ties apart', () => {
    fc.assert(
      fc.property(threshold, base, votes, (threshold_, base_, given) => {
        if (given.kind !== 'yes-no' || given.present === 0) return;
        const result = decided(withMajority({ base: base_, threshold: threshold_ }), given);
        expect(result.outcome).toBe(given.counts.yes >= result.needed ? 'accepted' : 'rejected');
        expect(result.needed).toBe(toNeeded(threshold_, result.base));
      }),
    );
  });

  it('is not turned down by one more yes from somebody who had not voted', () => {
    fc.assert(
      fc.property(threshold, base, votes, (threshold_, base_, given) => {
        if (given.kind !== 'yes-no') return;
        const rules = withMajority({ base: base_, threshold: threshold_ });
        const { yes, no, abstain } = given.counts;
        const more = count({
          entitled: given.entitled + 1,
          present: given.present + 1,
          kind: 'yes-no',
          counts: { yes: yes + 1, no, abstain },
        });
        if (decided(rules, given).outcome === 'accepted')
          expect(decided(rules, more).outcome).toBe('accepted');
      }),
    );
  });

  it('fills no more seats than there are, with nobody twice, and nobody who has fewer votes than one left out', () => {
    const election = fc
      .tuple(fc.array(fc.nat(40), { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 5 }))
      .map(([given, seats]) => {
        const options = Object.fromEntries(given.map((number, index) => [`P${index}`, number]));
        const present = given.reduce((total, number) => total + number, 1);
        return { given: options, count: choose(options, { seats, present, entitled: present }) };
      });
    fc.assert(
      fc.property(election, ({ given, count: counted }) => {
        const { elected, runOff, outcome } = decided(bw(), counted);
        expect(elected.length).toBeLessThanOrEqual(counted.seats);
        expect(new Set([...elected, ...runOff]).size).toBe(elected.length + runOff.length);
        const out = Object.keys(given).filter((name) => !elected.includes(name) && !runOff.includes(name));
        const least = Math.min(...[...elected, ...runOff].map((name) => given[name] ?? 0));
        if (outcome !== 'rejected') for (const name of out) expect(given[name]).toBeLessThanOrEqual(least);
      }),
    );
  });
});
