import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, fromDayNumber, localDateSchema } from './local-date.ts';
import { landSchema } from './public-holidays.ts';
import {
  addTeachingDays,
  createSchoolCalendar,
  findHoliday,
  isTeachingDay,
  schoolCalendarSchema,
  schoolHolidaySchema,
  teachingDaysBetween,
  type SchoolCalendar,
} from './school-calendar.ts';

const date = (text: string) => localDateSchema.parse(text);
const holiday = (name: string, from: string, to = from) => schoolHolidaySchema.parse({ name, from, to });
const bw = createSchoolCalendar('BW', [
  holiday('Weihnachtsferien', '2026-12-23', '2027-01-09'),
  holiday('Beweglicher Ferientag', '2027-02-08'),
]);

const day = fc.integer({ min: 15_000, max: 40_000 }).map(fromDayNumber);
const calendar: fc.Arbitrary<SchoolCalendar> = fc
  .record({
    land: fc.constantFrom(...landSchema.options),
    weekendDays: fc.subarray([1, 2, 3, 4, 5, 6, 7] as const, { maxLength: 6 }),
    holidays: fc.array(fc.tuple(day, fc.integer({ min: 0, max: 60 })), { maxLength: 20 }),
  })
  .map(({ land, weekendDays, holidays }) => ({
    zone: 'Europe/Berlin',
    land,
    weekendDays,
    holidays: holidays.map(([from, days]) => ({ name: 'Ferien', from, to: addDays(from, days) })),
  }));

describe('a teaching day', () => {
  it('is no weekend, no public holiday and no school holiday', () => {
    expect(isTeachingDay(date('2026-11-20'), bw)).toBe(true);
    expect(isTeachingDay(date('2026-11-21'), bw)).toBe(false);
    expect(isTeachingDay(date('2026-10-03'), bw)).toBe(false);
    expect(isTeachingDay(date('2026-12-22'), bw)).toBe(true);
    expect(isTeachingDay(date('2026-12-23'), bw)).toBe(false);
    expect(isTeachingDay(date('2027-01-11'), bw)).toBe(true);
    expect(isTeachingDay(date('2027-02-08'), bw)).toBe(false);
    expect(findHoliday(date('2026-12-25'), bw)).toBe('Erster Weihnachtstag');
    expect(findHoliday(date('2026-12-28'), bw)).toBe('Weihnachtsferien');
    expect(findHoliday(date('2026-11-20'), bw)).toBeUndefined();
  });

  it('may be a Saturday where the school teaches then', () => {
    expect(isTeachingDay(date('2026-11-21'), { ...bw, weekendDays: [7] })).toBe(true);
  });

  it('is counted from the next day on, over weekends and holidays', () => {
    expect(addTeachingDays(date('2026-11-20'), 1, bw)).toBe('2026-11-23');
    expect(addTeachingDays(date('2026-11-21'), 1, bw)).toBe('2026-11-23');
    expect(addTeachingDays(date('2026-11-20'), 10, bw)).toBe('2026-12-04');
    expect(addTeachingDays(date('2026-12-21'), 2, bw)).toBe('2027-01-11');
    expect(addTeachingDays(date('2027-01-11'), -2, bw)).toBe('2026-12-21');
    expect(addTeachingDays(date('2026-12-25'), 0, bw)).toBe('2026-12-25');
    expect(teachingDaysBetween(date('2026-12-21'), date('2027-01-11'), bw)).toBe(2);
    expect(teachingDaysBetween(date('2026-11-20'), date('2026-11-20'), bw)).toBe(0);
  });

  it('is reached by as many teaching days as lie between', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), calendar, (from, count, school) => {
        const to = addTeachingDays(from, count, school);
        expect(isTeachingDay(to, school)).toBe(true);
        expect(teachingDaysBetween(from, to, school)).toBe(count);
        expect(addTeachingDays(addDays(to, 1), -1, school)).toBe(to);
      }),
      { numRuns: 50 },
    );
  });

  it('adds up over any day in between', () => {
    fc.assert(
      fc.property(day, fc.nat(200), fc.nat(200), calendar, (from, first, second, school) => {
        const middle = addDays(from, first);
        const to = addDays(middle, second);
        expect(teachingDaysBetween(from, to, school)).toBe(
          teachingDaysBetween(from, middle, school) + teachingDaysBetween(middle, to, school),
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe('the calendar of a school as data', () => {
  it('is accepted as it is written', () => {
    expect(schoolCalendarSchema.parse(JSON.parse(JSON.stringify(bw)))).toEqual(bw);
  });

  it('refuses what would make it useless', () => {
    const refused: readonly unknown[] = [
      { ...bw, land: 'XX' },
      { ...bw, zone: 'Mars/Olympus' },
      { ...bw, weekendDays: [1, 2, 3, 4, 5, 6, 7] },
      { ...bw, weekendDays: [0] },
      { ...bw, holidays: [{ name: 'Ferien', from: '2027-01-09', to: '2026-12-23' }] },
      { ...bw, holidays: [{ name: 'Ferien', from: '2026-02-30', to: '2026-03-01' }] },
      { ...bw, holidays: [{ name: '', from: '2026-02-01', to: '2026-03-01' }] },
      { ...bw, holidays: [{ name: 'Immer', from: '2026-02-01', to: '2036-03-01' }] },
    ];
    for (const calendarData of refused)
      expect(schoolCalendarSchema.safeParse(calendarData).success).toBe(false);
  });

  it('says so when no teaching day can be found', () => {
    expect(() =>
      addTeachingDays(date('2026-11-20'), 1, { ...bw, weekendDays: [1, 2, 3, 4, 5, 6, 7] }),
    ).toThrow(RangeError);
  });
});
