import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setLocale } from './catalogue.ts';
import {
  dateLong,
  dateNumeric,
  day,
  dayHeading,
  dayShort,
  fileSize,
  list,
  moment,
  momentLong,
  momentShort,
  number,
} from './format.ts';
import { setTimeZone, toInstant, toWallTime } from './zone.ts';

/** Monday, 23 November 2026, 07:50 at school. */
const now = Date.parse('2026-11-23T07:50:00+01:00');
const at = (local: string): number => Date.parse(`${local}:00+01:00`);

beforeEach(() => setTimeZone('Europe/Berlin'));
afterEach(() => {
  setLocale('de');
  setTimeZone('Europe/Berlin');
});

describe('a moment', () => {
  it('is stated in full as in a letter', () => {
    expect(momentLong(at('2026-11-23T14:00'))).toBe('Mo., 23. November 2026, 14:00');
    expect(dateLong('2026-03-04')).toBe('Mi., 4. März 2026');
  });

  it('is stated as near as it is', () => {
    expect(moment(at('2026-11-23T07:44'), now)).toBe('heute, 07:44');
    expect(moment(at('2026-11-22T16:05'), now)).toBe('gestern 16:05');
    expect(moment(at('2026-11-24T15:30'), now)).toBe('morgen, 15:30');
    expect(moment(at('2026-11-20T13:20'), now)).toBe('Fr., 13:20');
    expect(moment(at('2026-11-04T15:20'), now)).toBe('Mi., 4. November, 15:20');
    expect(moment(at('2025-11-04T15:20'), now)).toBe('Di., 4. November 2025, 15:20');
  });

  it('is short in lists and on the foot line', () => {
    expect(momentShort(at('2026-11-23T07:31'), now)).toBe('07:31');
    expect(momentShort(at('2026-11-22T16:05'), now)).toBe('gestern 16:05');
    expect(momentShort(at('2026-11-20T13:20'), now)).toBe('Fr., 13:20');
    expect(momentShort(at('2026-11-16T13:20'), now)).toBe('16.11.');
    expect(momentShort(at('2025-02-01T13:20'), now)).toBe('1.2.2025');
  });

  it('speaks English with days first and a 24-hour clock', () => {
    setLocale('en');
    expect(momentLong(at('2026-11-23T14:00'))).toBe('Mon, 23 November 2026, 14:00');
    expect(moment(at('2026-11-22T16:05'), now)).toBe('yesterday 16:05');
    expect(momentShort(at('2026-11-20T13:20'), now)).toBe('Fri, 13:20');
    expect(momentShort(at('2026-09-01T13:20'), now)).toMatch(/^1 Sept?$/u);
    expect(dateNumeric('2026-11-23')).toBe('23/11/2026');
  });

  it('is the school’s, whatever zone the reader’s device is in', () => {
    setTimeZone('America/New_York');
    expect(momentLong(at('2026-11-23T03:00'))).toBe('So., 22. November 2026, 21:00');
  });
});

describe('a day', () => {
  it('has a name when it is near', () => {
    expect(['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'].map((date) => day(date, now))).toEqual([
      'gestern',
      'heute',
      'morgen',
      'Mi., 25. November',
    ]);
    expect(dayShort('2026-11-27', now)).toBe('Fr.');
    expect(dayShort('2026-12-02', now)).toBe('2.12.');
    expect(dayHeading('2026-11-23', now)).toBe('Heute');
    expect(dayHeading('2025-11-20', now)).toBe('Do., 20. November 2025');
  });
});

describe('wall time', () => {
  it('goes there and back on both sides of the clock change', () => {
    for (const wall of [
      { date: '2026-03-29', time: '01:30' },
      { date: '2026-03-29', time: '03:30' },
      { date: '2026-10-25', time: '02:30' },
      { date: '2026-12-31', time: '23:59' },
    ]) {
      expect(toWallTime(toInstant(wall))).toEqual(wall);
    }
  });

  it('moves a time that the clock skips an hour on, and takes the earlier of two', () => {
    expect(toWallTime(toInstant({ date: '2026-03-29', time: '02:30' })).time).toBe('03:30');
    expect(toInstant({ date: '2026-10-25', time: '02:30' })).toBe(Date.parse('2026-10-25T00:30:00Z'));
  });
});

describe('numbers, names and sizes', () => {
  it('are written the German way', () => {
    expect(number(12_345)).toBe('12.345');
    expect(list(['Brandt', 'Demirel', 'Vollmer'])).toBe('Brandt, Demirel und Vollmer');
    expect([980, 184_000, 1_234_000, 20_400_000].map(fileSize)).toEqual([
      '980 Byte',
      '184 kB',
      '1,2 MB',
      '20 MB',
    ]);
  });
});
