import { describe, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { localDateSchema } from '../kernel/calendar/local-date.ts';
import { createSchoolCalendar, schoolHolidaySchema } from '../kernel/calendar/school-calendar.ts';
import { encodeBase32, type Id } from '../kernel/id.ts';
import { findRuleSet } from '../votes/rule-sets/rule-sets.ts';
import { toEndOfSchoolYear, toLapseOffer } from './lapse.ts';
import { resolutionSchema, type Resolution } from './outcome.ts';
import { object, set, settle, toNextNumber, toPresentState, toRestrictedNumber } from './resolutions.ts';

const id = (fill: number): Id => encodeBase32(new Uint8Array(16).fill(fill)) as Id;
const day = (text: string) => localDateSchema.parse(text);
const person = (fill: number, lastName: string) => ({
  id: id(fill),
  shortCode: lastName.slice(0, 3),
  firstName: 'Oğuz',
  lastName,
});
const head = person(1, 'Kühne');
const minuteTaker = person(2, 'Jäger');
const somebody = person(3, 'Dreßler');
const actor = (personId: Id, role: Actor['role'] = 'teacher'): Actor => ({
  personId,
  role,
  administrator: false,
  memberships: [],
});
const leadership = actor(head.id, 'leadership');
const keeper = actor(minuteTaker.id);
const member = actor(somebody.id);

/** Christmas holidays in Baden-Württemberg, and a day the school has moved. */
const calendar = createSchoolCalendar('BW', [
  schoolHolidaySchema.parse({ name: 'Weihnachtsferien', from: '2026-12-23', to: '2027-01-09' }),
  schoolHolidaySchema.parse({ name: 'Beweglicher Ferientag', from: '2026-12-18', to: '2026-12-18' }),
]);
const staff = findRuleSet('bw-staff');

const resolution = (extra: Partial<Resolution> = {}): Resolution =>
  resolutionSchema.parse({
    id: id(9),
    rev: 1,
    inv: 0,
    kind: 'resolution',
    number: '12/2026',
    conferenceId: id(10),
    itemId: id(11),
    body: { id: id(12), name: 'Gesamtlehrerkonferenz' },
    chair: head,
    minuteTaker,
    title: 'Doppelstundenmodell',
    wording: 'Die Schule führt das Doppelstundenmodell ein.',
    voteKind: 'yes-no',
    options: [],
    elected: [],
    counts: { yes: 28, no: 9, abstain: 4, invalid: 0 },
    citation: '§ 13 Abs. 3 KonfO',
    verified: true,
    decidedOn: '2026-11-25',
    state: 'in-force',
    ...extra,
  });

const objectOn = (today: string, before = resolution(), ruleSet = staff) =>
  object(before, { id: before.id, reason: 'Fahrzeiten' }, head, leadership, {
    today: day(today),
    calendar,
    ruleSet,
  });
const objected = (today: string): Resolution => {
  const outcome = objectOn(today);
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
};

describe('the objection of the head', () => {
  it('suspends the resolution and names the first and the last day on which the body meets again', () => {
    const after = objected('2026-11-26');
    expect(after.state).toBe('objected');
    // Fri, Mon to Thu, Fri, Mon: seven teaching days after Thursday.
    expect(after.objection).toMatchObject({
      on: '2026-11-26',
      notBefore: '2026-11-27',
      reconveneBy: '2026-12-07',
      citation: '§ 16 Abs. 2 KonfO',
    });
    expect(resolutionSchema.parse(after)).toEqual(after);
  });

  it('counts neither holidays nor days the school has taken off', () => {
    // 17 (Thu) → Mon 21, Tue 22 December, then Mon 11 to Fri 15 January: seven.
    expect(objected('2026-12-17').objection).toMatchObject({
      notBefore: '2026-12-18',
      reconveneBy: '2027-01-15',
    });
    expect(objected('2026-12-28').objection?.reconveneBy).toBe('2027-01-19');
  });

  it('asserts no period that nobody has read', () => {
    const outcome = objectOn('2026-11-26', resolution(), findRuleSet('bw-school'));
    expect(outcome.ok && outcome.value.objection).toMatchObject({ notBefore: '2026-11-27' });
    expect(outcome.ok && outcome.value.objection?.reconveneBy).toBeUndefined();
    expect(outcome.ok && outcome.value.objection?.citation).toBeUndefined();
  });

  it('is the head’s alone, and concerns what is in force', () => {
    const before = resolution();
    const context = { today: day('2026-11-26'), calendar, ruleSet: staff };
    expect(object(before, { id: before.id, reason: 'x' }, somebody, keeper, context)).toEqual({
      ok: false,
      refusal: 'forbidden',
    });
    for (const state of ['done', 'objected', 'repealed'] as const) {
      expect(objectOn('2026-11-26', resolution({ state }))).toMatchObject({ refusal: 'resolution-changed' });
    }
    expect(objectOn('2026-11-26', resolution({ expires: '2026-11-25' }))).toMatchObject({
      refusal: 'resolution-changed',
    });
  });

  it('is settled by the second decision, on the next day at the earliest', () => {
    const before = objected('2026-11-26');
    const args = { id: before.id, outcome: 'upheld' } as const;
    expect(settle(before, args, keeper, day('2026-11-26'))).toMatchObject({ refusal: 'too-early' });
    const upheld = settle(before, args, keeper, day('2026-11-27'));
    expect(upheld.ok && upheld.value).toMatchObject({
      state: 'in-force',
      objection: { outcome: 'upheld', settledOn: '2026-11-27' },
    });
    // What the body has confirmed is not objected to a second time.
    expect(upheld.ok && objectOn('2026-11-30', upheld.value)).toMatchObject({
      refusal: 'resolution-changed',
    });
    expect(settle(before, { ...args, outcome: 'repealed' }, keeper, day('2026-12-20'))).toMatchObject({
      value: { state: 'repealed' },
    });
    expect(settle(before, args, member, day('2026-11-27'))).toMatchObject({ refusal: 'forbidden' });
    expect(settle(resolution(), args, keeper, day('2026-11-27'))).toMatchObject({
      refusal: 'resolution-changed',
    });
  });
});

describe('keeping the register', () => {
  const args = { id: id(9), due: day('2026-12-18'), expires: day('2030-07-31'), done: false };

  it('says who sees to it, until when, how long it holds, and takes it back again', () => {
    const outcome = set(resolution(), { ...args, responsibleId: somebody.id }, somebody, keeper);
    expect(outcome.ok && outcome.value).toMatchObject({ responsible: somebody, due: '2026-12-18' });
    const cleared = outcome.ok && set(outcome.value, { id: id(9), done: true }, undefined, leadership);
    expect(cleared && cleared.ok && cleared.value).toEqual({ ...resolution(), state: 'done' });
  });

  it('is for those who keep it, and takes no day before the decision', () => {
    expect(set(resolution(), args, undefined, member)).toMatchObject({ refusal: 'forbidden' });
    expect(set(resolution(), { ...args, due: day('2026-11-24') }, undefined, keeper)).toMatchObject({
      refusal: 'invalid',
    });
    expect(set(resolution(), { ...args, expires: day('2026-11-24') }, undefined, keeper)).toMatchObject({
      refusal: 'invalid',
    });
  });

  it('carries out nothing that the head objected to, and changes nothing that was repealed', () => {
    const suspended = objected('2026-11-26');
    expect(set(suspended, { ...args, done: true }, undefined, keeper)).toMatchObject({
      refusal: 'resolution-changed',
    });
    expect(set(suspended, args, undefined, keeper)).toMatchObject({ value: { state: 'objected' } });
    expect(set(resolution({ state: 'repealed' }), args, undefined, keeper)).toMatchObject({
      refusal: 'resolution-changed',
    });
  });

  it('knows that a time is over on the day after', () => {
    const until = resolution({ expires: '2030-07-31' });
    expect(toPresentState(until, '2030-07-31')).toBe('in-force');
    expect(toPresentState(until, '2030-08-01')).toBe('lapsed');
    expect(toPresentState({ ...until, state: 'done' }, '2030-08-01')).toBe('done');
  });
});

describe('numbers', () => {
  it('are counted in the calendar year, also after a gap', () => {
    expect(toNextNumber([], day('2026-11-25'))).toBe('1/2026');
    expect(toNextNumber(['9/2026', '10/2026', '3/2025'], day('2026-11-25'))).toBe('11/2026');
    expect(toNextNumber(['10/2026'], day('2027-01-11'))).toBe('1/2027');
  });

  it('of restricted ones are drawn, so that none tells of another', () => {
    expect(toRestrictedNumber(encodeBase32(new Uint8Array([83, 90, 9, 7])) as Id, day('2026-11-25'))).toMatch(
      /^V [A-Z2-7]{4}\/2026$/,
    );
    expect(toNextNumber(['V KQ7M/2026', '2/2026'], day('2026-11-25'))).toBe('3/2026');
  });
});

describe('what lapses by itself', () => {
  const table = { title: 'Stundentafel', wording: 'Die Kontingentstundentafel wird geändert.' };

  it('is offered for the table of weekly lessons: the end of the school year after three years', () => {
    expect(toLapseOffer({ ...table, decidedOn: '2026-11-25' }, 'bw-staff')).toEqual({
      expires: '2030-07-31',
      citation: '§ 16 Abs. 1 KonfO',
    });
    expect(toLapseOffer({ ...table, decidedOn: '2027-03-01' }, 'bw-subject')?.expires).toBe('2030-07-31');
    expect(toLapseOffer({ ...table, decidedOn: '2028-02-29' }, 'bw-staff')?.expires).toBe('2031-07-31');
  });

  it('is not offered for anything else, nor where nobody has read such a rule', () => {
    expect(toLapseOffer(resolution(), 'bw-staff')).toBeUndefined();
    expect(toLapseOffer({ ...table, decidedOn: '2026-11-25' }, 'bw-school')).toBeUndefined();
    expect(toLapseOffer({ ...table, decidedOn: '2026-11-25' }, undefined)).toBeUndefined();
    expect(toEndOfSchoolYear(day('2026-07-31'))).toBe('2026-07-31');
    expect(toEndOfSchoolYear(day('2026-08-01'))).toBe('2027-07-31');
  });
});
