import { describe, expect, it } from 'vitest';
import { landSchema } from '../../kernel/calendar/public-holidays.ts';
import { ruleSetSchema, type RuleSet } from '../rule-set.ts';
import { findRuleSet, RULE_SETS, toProposedBodies, toStaffConferenceName } from './rule-sets.ts';
import { open, read } from './source.ts';

const staff = (): RuleSet => {
  const found = findRuleSet('bw-staff');
  if (found === undefined) throw new Error('the rule set of Baden-Württemberg is missing');
  return found;
};

describe('the rule sets that come with the program', () => {
  it('keep their schema, and each has an id of its own', () => {
    for (const ruleSet of RULE_SETS) expect(ruleSetSchema.parse(ruleSet)).toEqual(ruleSet);
    expect(new Set(RULE_SETS.map(({ id }) => id)).size).toBe(RULE_SETS.length);
    expect(findRuleSet('bw-nichts')).toBeUndefined();
  });

  it('say of Baden-Württemberg what its Konferenzordnung says, with the paragraph', () => {
    expect(staff()).toMatchObject({
      quorum: {
        verified: true,
        value: { fraction: { numerator: 1, denominator: 2 }, strict: true, base: 'entitled' },
        citation: '§ 13 Abs. 2 KonfO',
      },
      majority: { value: { base: 'cast', threshold: 'simple' }, citation: '§ 13 Abs. 3 KonfO' },
      tie: { value: 'rejected', citation: '§ 13 Abs. 3 KonfO' },
      secrecy: { value: { kind: 'on-demand', fraction: { numerator: 1, denominator: 5 } } },
      objection: { value: { kind: 'teaching-days', count: 7 }, citation: '§ 16 Abs. 2 KonfO' },
    });
  });

  it('assert nothing that was not read: the period of invitation and the school conference are open', () => {
    expect(staff().invitation).toEqual({ verified: false, value: null, citation: '§ 12 Abs. 6 KonfO' });
    const school = findRuleSet('bw-school');
    expect(school?.quorum.verified).toBe(false);
    expect(school?.majority).toEqual({ verified: false, value: null, citation: null });
  });

  it('can hold what other Länder have: votes by those present, the chair’s decision, a second call', () => {
    const bavaria: RuleSet = {
      ...staff(),
      id: 'by-staff',
      land: 'BY',
      name: 'Lehrerkonferenz',
      quorum: read(
        {
          fraction: { numerator: 1, denominator: 2 },
          strict: true,
          base: 'members',
          allInvited: true,
          secondCall: 'any-number',
        },
        'ältere Schulordnungen',
      ),
      abstention: read('forbidden', 'ältere Schulordnungen'),
      tie: read('chair-decides', 'ältere Schulordnungen'),
      secrecy: read({ kind: 'never' }, 'ältere Schulordnungen'),
      invitation: read({ kind: 'days', count: 7 }, 'ältere Schulordnungen'),
      lateItems: read(
        { kind: 'consent', fraction: { numerator: 1, denominator: 4 }, orChair: true },
        'ältere Schulordnungen',
      ),
    };
    const westphalia: RuleSet = {
      ...staff(),
      id: 'nw-school',
      land: 'NW',
      body: 'school',
      quorum: open('§ 63 SchulG'),
      secondMajority: read('teachers', '§ 63 SchulG'),
    };
    const berlin: RuleSet = {
      ...staff(),
      id: 'be-staff',
      land: 'BE',
      quorum: read(
        {
          fraction: { numerator: 1, denominator: 3 },
          strict: false,
          base: 'entitled',
          allInvited: false,
          secondCall: 'same',
        },
        '§ 116 SchulG',
      ),
      lateItems: read(
        { kind: 'consent', fraction: { numerator: 3, denominator: 4 }, orChair: false },
        '§ 116 SchulG',
      ),
    };
    for (const ruleSet of [bavaria, westphalia, berlin])
      expect(ruleSetSchema.parse(ruleSet)).toEqual(ruleSet);
  });

  it.each([
    ['a verified rule without its source', { tie: { verified: true, value: 'rejected', citation: '' } }],
    ['a verified rule without a value', { tie: { verified: true, value: null, citation: '§ 1' } }],
    ['more than the whole', { quorum: toQuorum(3, 2) }],
    ['a share of nothing', { quorum: toQuorum(1, 0) }],
  ])('refuse %s', (_what, change) => {
    expect(ruleSetSchema.safeParse({ ...staff(), ...change }).success).toBe(false);
  });
});

describe('the bodies proposed to a new school', () => {
  it('begin with the conference of all teachers under the name it has in the Land', () => {
    for (const land of landSchema.options) {
      const [first] = toProposedBodies(land, 'secondary');
      expect(first).toMatchObject({ body: 'staff', name: toStaffConferenceName(land), usual: true });
    }
  });

  it('depend on the kind of school: divisions at vocational schools only', () => {
    const names = (form: Parameters<typeof toProposedBodies>[1]): readonly string[] =>
      toProposedBodies('BW', form).map(({ name }) => name);
    expect(names('secondary')).toEqual(['Gesamtlehrerkonferenz', 'Schulkonferenz']);
    expect(names('vocational')).toContain('Abteilungskonferenz');
    expect(names('combined')).toContain('Schulartkonferenz');
  });

  it('name a rule set only where there is one', () => {
    for (const { ruleSet } of toProposedBodies('BW', 'combined')) {
      expect(findRuleSet(ruleSet ?? '')).toBeDefined();
    }
    expect(toProposedBodies('HE', 'secondary')).toEqual([
      { body: 'staff', name: 'Gesamtkonferenz', usual: true },
    ]);
  });
});

function toQuorum(numerator: number, denominator: number) {
  return {
    verified: true,
    value: {
      fraction: { numerator, denominator },
      strict: false,
      base: 'entitled',
      allInvited: false,
      secondCall: 'same',
    },
    citation: '§ 1',
  };
}
