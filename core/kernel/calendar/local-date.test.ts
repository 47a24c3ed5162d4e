import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  fromDayNumber,
  isLocalDate,
  isLocalDateTime,
  isTimeOfDay,
  localDateSchema,
  timeOfDaySchema,
  toDayNumber,
  toLocalDateTime,
  toMinutes,
  toWeekday,
} from './local-date.ts';

const date = (text: string) => localDateSchema.parse(text);
const day = fc.integer({ min: -20_000, max: 80_000 }).map(fromDayNumber);

describe('a local date', () => {
  it('exists in the calendar', () => {
    for (const good of ['2024-02-29', '2026-12-31', '2000-02-29', '1970-01-01']) {
      expect(isLocalDate(good)).toBe(true);
    }
    for (const bad of ['2026-02-29', '2026-04-31', '1900-02-29', '2026-13-01', '2026-00-10', '26-01-01']) {
      expect(isLocalDate(bad)).toBe(false);
    }
    for (const bad of ['', '2026-1-1', '2026-01-01T00:00', ' 2026-01-01', '2026-01-01\n', '９026-01-01']) {
      expect(isLocalDate(bad)).toBe(false);
    }
  });

  it('has times of day from 00:00 to 23:59', () => {
    expect(['00:00', '23:59', '07:30'].every(isTimeOfDay)).toBe(true);
    expect(['24:00', '7:30', '07:60', '07:30:00', ''].some(isTimeOfDay)).toBe(false);
    expect(isLocalDateTime('2026-11-23T07:30')).toBe(true);
    expect(isLocalDateTime('2026-11-31T07:30')).toBe(false);
    expect(isLocalDateTime('2026-11-23 07:30')).toBe(false);
    expect(toMinutes(timeOfDaySchema.parse('07:30'))).toBe(450);
    expect(toLocalDateTime(date('2026-11-23'), 450)).toBe('2026-11-23T07:30');
  });

  it('knows its day of the week', () => {
    expect(toWeekday(date('2026-11-21'))).toBe(6);
    expect(toWeekday(date('2026-11-22'))).toBe(7);
    expect(toWeekday(date('2026-11-23'))).toBe(1);
    expect(toWeekday(date('1969-12-31'))).toBe(3);
  });

  it('is a day number and back, in the same order', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -5_000, max: 5_000 }), (from, days) => {
        const to = addDays(from, days);
        expect(toDayNumber(to) - toDayNumber(from)).toBe(days);
        expect(isLocalDate(to)).toBe(true);
        expect(addDays(to, -days)).toBe(from);
        expect(Math.sign(days)).toBe(to === from ? 0 : to > from ? 1 : -1);
        expect((((toWeekday(to) - toWeekday(from) - days) % 7) + 7) % 7).toBe(0);
      }),
    );
  });
});
