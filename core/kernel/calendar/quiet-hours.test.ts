import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDateTimeSchema, timeOfDaySchema, toLocalDateTime } from './local-date.ts';
import { landSchema } from './public-holidays.ts';
import {
  DEFAULT_QUIET_HOURS,
  endOfQuiet,
  isQuiet,
  quietHoursSchema,
  type QuietHours,
} from './quiet-hours.ts';
import { createSchoolCalendar, schoolHolidaySchema, type SchoolCalendar } from './school-calendar.ts';
import { toInstant, toLocal } from './wall-time.ts';

const school = createSchoolCalendar('BW', [
  schoolHolidaySchema.parse({ name: 'Weihnachtsferien', from: '2026-12-23', to: '2027-01-09' }),
]);
const at = (text: string) => toInstant(localDateTimeSchema.parse(text), school.zone);
const time = (text: string) => timeOfDaySchema.parse(text);
const show = (instant: number) => {
  const { date, minutes } = toLocal(instant, school.zone);
  return toLocalDateTime(date, minutes);
};
const end = (text: string, quiet: QuietHours = DEFAULT_QUIET_HOURS) =>
  show(endOfQuiet(at(text), quiet, school));

describe('quiet hours', () => {
  it('are evening, night, weekend and holidays by default', () => {
    const quiet = [
      '2026-11-20T18:00',
      '2026-11-20T06:59',
      '2026-11-21T12:00',
      '2026-12-25T12:00',
      '2027-01-07T12:00',
    ];
    const loud = ['2026-11-20T17:59', '2026-11-20T07:00', '2026-12-22T12:00', '2027-01-11T07:00'];
    for (const text of quiet) expect(isQuiet(at(text), DEFAULT_QUIET_HOURS, school)).toBe(true);
    for (const text of loud) expect(isQuiet(at(text), DEFAULT_QUIET_HOURS, school)).toBe(false);
  });

  it('end on the next morning, on Monday, or after the holidays', () => {
    expect(end('2026-11-19T18:00')).toBe('2026-11-20T07:00');
    expect(end('2026-11-20T06:00')).toBe('2026-11-20T07:00');
    expect(end('2026-11-20T19:00')).toBe('2026-11-23T07:00');
    expect(end('2026-12-22T18:00')).toBe('2027-01-11T07:00');
    expect(end('2026-11-20T12:00')).toBe('2026-11-20T12:00');
  });

  it('may lie within the day, or spare weekends and holidays', () => {
    const noon: QuietHours = { from: time('12:00'), to: time('13:30'), weekend: false, holidays: false };
    expect(end('2026-11-21T12:10', noon)).toBe('2026-11-21T13:30');
    expect(end('2026-12-25T11:59', noon)).toBe('2026-12-25T11:59');
    const never: QuietHours = { ...noon, to: time('12:00') };
    expect(end('2026-11-21T12:00', never)).toBe('2026-11-21T12:00');
  });

  it('end when the clocks jump over their end', () => {
    const night: QuietHours = { from: time('22:00'), to: time('02:30'), weekend: false, holidays: false };
    expect(endOfQuiet(at('2026-03-29T01:00'), night, school)).toBe(Date.parse('2026-03-29T01:00Z'));
  });

  it('end at the first instant that is not quiet, in any zone, on any day', () => {
    const minutes = fc.integer({ min: 0, max: 1_439 }).map((value) => time(toTime(value)));
    const quietHours: fc.Arbitrary<QuietHours> = fc.record({
      from: minutes,
      to: minutes,
      weekend: fc.boolean(),
      holidays: fc.boolean(),
    });
    const calendar: fc.Arbitrary<SchoolCalendar> = fc
      .record({
        land: fc.constantFrom(...landSchema.options),
        zone: fc.constantFrom('Europe/Berlin', 'Australia/Lord_Howe', 'America/St_Johns', 'Pacific/Apia'),
        weekendDays: fc.constantFrom([6, 7] as const, [7] as const, [] as const),
      })
      .map(({ land, zone, weekendDays }) => ({ ...school, land, zone, weekendDays }));
    const nearChange = fc
      .tuple(
        fc.constantFrom('2026-03-29', '2026-10-25', '2011-12-30', '2026-04-05', '2026-12-24'),
        fc.nat(2_880),
      )
      .map(([day, later]) => Date.parse(`${day}T00:00Z`) - 86_400_000 + later * 60_000);
    const instant = fc.oneof(nearChange, fc.integer({ min: 1_600_000_000_000, max: 1_900_000_000_000 }));
    fc.assert(
      fc.property(
        instant,
        quietHours,
        calendar,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (now, quiet, cal, part) => {
          const until = endOfQuiet(now, quiet, cal);
          expect(isQuiet(until, quiet, cal)).toBe(false);
          expect(until > now).toBe(isQuiet(now, quiet, cal));
          if (until > now) {
            expect(isQuiet(until - 1, quiet, cal)).toBe(true);
            expect(isQuiet(Math.floor(now + (until - 1 - now) * part), quiet, cal)).toBe(true);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('are refused as data when a time does not exist', () => {
    expect(quietHoursSchema.safeParse({ ...DEFAULT_QUIET_HOURS, from: '24:00' }).success).toBe(false);
    expect(quietHoursSchema.safeParse({ ...DEFAULT_QUIET_HOURS, weekend: 'ja' }).success).toBe(false);
  });

  it('say so when they never end', () => {
    const calendar: SchoolCalendar = { ...school, weekendDays: [1, 2, 3, 4, 5, 6, 7] };
    expect(() => endOfQuiet(at('2026-11-20T12:00'), DEFAULT_QUIET_HOURS, calendar)).toThrow(RangeError);
  });
});

function toTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
