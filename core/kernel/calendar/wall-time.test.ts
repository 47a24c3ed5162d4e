import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  isLocalDateTime,
  localDateSchema,
  localDateTimeSchema,
  toLocalDateTime,
} from './local-date.ts';
import {
  findClockChange,
  toDeadlineInstant,
  toInstant,
  toLastInstant,
  toLocal,
  zoneSchema,
} from './wall-time.ts';

const BERLIN = 'Europe/Berlin';
const local = (text: string) =>
  isLocalDateTime(text) ? localDateTimeSchema.parse(text) : localDateSchema.parse(text);
const utc = (text: string) => Date.parse(text);

/** Half an hour of summer time, changes at one minute past midnight, a skipped day, quarter hours, no change at all. */
const zone = fc.constantFrom(
  BERLIN,
  'UTC',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Asia/Kathmandu',
);
const instant = fc.integer({ min: utc('1980-01-01T00:00Z'), max: utc('2060-01-01T00:00Z') });

describe('wall time', () => {
  it('follows German summer and winter time', () => {
    expect(toLocal(utc('2026-01-15T23:30Z'), BERLIN)).toEqual({ date: '2026-01-16', minutes: 30 });
    expect(toLocal(utc('2026-07-15T21:59:59.999Z'), BERLIN)).toEqual({ date: '2026-07-15', minutes: 1439 });
    expect(toInstant(local('2026-01-15T08:00'), BERLIN)).toBe(utc('2026-01-15T07:00Z'));
    expect(toInstant(local('2026-07-15T08:00'), BERLIN)).toBe(utc('2026-07-15T06:00Z'));
    expect(toInstant(local('2026-07-15'), BERLIN)).toBe(utc('2026-07-14T22:00Z'));
  });

  it('takes the moment of the change for a time that spring skips', () => {
    const change = utc('2026-03-29T01:00Z');
    expect(toInstant(local('2026-03-29T01:59'), BERLIN)).toBe(change - 60_000);
    expect(toInstant(local('2026-03-29T02:00'), BERLIN)).toBe(change);
    expect(toInstant(local('2026-03-29T02:30'), BERLIN)).toBe(change);
    expect(toInstant(local('2026-03-29T03:00'), BERLIN)).toBe(change);
    expect(toInstant(local('2026-03-29T03:01'), BERLIN)).toBe(change + 60_000);
  });

  it('takes the first coming of a time that autumn repeats, unless the last is asked for', () => {
    expect(toInstant(local('2026-10-25T02:30'), BERLIN)).toBe(utc('2026-10-25T00:30Z'));
    expect(toLastInstant(local('2026-10-25T02:30'), BERLIN)).toBe(utc('2026-10-25T01:30Z'));
    expect(toInstant(local('2026-10-25T03:00'), BERLIN)).toBe(utc('2026-10-25T02:00Z'));
  });

  it('survives a day that a zone left out', () => {
    const skipped = local('2011-12-30T12:00');
    expect(toInstant(skipped, 'Pacific/Apia')).toBe(toInstant(local('2011-12-31'), 'Pacific/Apia'));
  });

  it('lets a deadline last to the end of its day, however long the day is', () => {
    expect(toDeadlineInstant(local('2026-11-24'), BERLIN)).toBe(utc('2026-11-24T22:59:59.999Z'));
    expect(toDeadlineInstant(local('2026-03-29'), BERLIN)).toBe(utc('2026-03-29T21:59:59.999Z'));
    expect(toDeadlineInstant(local('2026-10-25'), BERLIN)).toBe(utc('2026-10-25T22:59:59.999Z'));
    expect(toDeadlineInstant(local('2026-11-24T12:00'), BERLIN)).toBe(utc('2026-11-24T11:00Z'));
  });

  it('shows the deadline as the date that was set', () => {
    fc.assert(
      fc.property(instant, zone, (now, name) => {
        const { date } = toLocal(now, name);
        const deadline = toDeadlineInstant(date, name);
        expect(deadline).toBeGreaterThanOrEqual(now);
        expect(toLocal(deadline, name).date).toBe(date);
        expect(toLocal(deadline + 1, name).date > date).toBe(true);
      }),
    );
  });

  it('is an instant and back, to the minute', () => {
    fc.assert(
      fc.property(instant, zone, (now, name) => {
        const wall = toLocal(now, name);
        const text = toLocalDateTime(wall.date, wall.minutes);
        const minute = Math.floor(now / 60_000) * 60_000;
        expect([toInstant(text, name), toLastInstant(text, name)]).toContain(minute);
      }),
    );
  });

  it('never gives an earlier instant for a later wall time', () => {
    const wall = fc.tuple(fc.integer({ min: 0, max: 25_000 }), fc.integer({ min: 0, max: 1_439 }));
    fc.assert(
      fc.property(wall, fc.integer({ min: 0, max: 3_000 }), zone, ([days, minutes], later, name) => {
        const day = addDays(localDateSchema.parse('1980-01-01'), days);
        const total = minutes + later;
        const next = toLocalDateTime(addDays(day, Math.floor(total / 1_440)), total % 1_440);
        expect(toInstant(next, name)).toBeGreaterThanOrEqual(toInstant(toLocalDateTime(day, minutes), name));
      }),
    );
  });

  it('finds the moment of a change to the millisecond', () => {
    expect(findClockChange(utc('2026-10-24T22:00Z'), utc('2026-10-25T23:00Z'), BERLIN)).toBe(
      utc('2026-10-25T01:00Z'),
    );
    expect(findClockChange(utc('2026-10-01T00:00Z'), utc('2026-10-02T00:00Z'), BERLIN)).toBeUndefined();
  });

  it('knows the zones there are', () => {
    expect(zoneSchema.safeParse(BERLIN).success).toBe(true);
    for (const bad of ['Europe/Umlauf', '', 'x'.repeat(65), '../etc']) {
      expect(zoneSchema.safeParse(bad).success).toBe(false);
    }
  });
});
