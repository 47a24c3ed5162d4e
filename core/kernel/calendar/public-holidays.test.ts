import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDateSchema, toWeekday } from './local-date.ts';
import {
  findPublicHoliday,
  landSchema,
  toEasterSunday,
  toPublicHolidays,
  type Land,
} from './public-holidays.ts';

const date = (text: string) => localDateSchema.parse(text);
const dates = (land: Land, year: number) =>
  toPublicHolidays(land, year).map((holiday) => holiday.date.slice(5));

describe('Easter', () => {
  it('falls on the days the tables give', () => {
    const known = ['1954-04-18', '1961-04-02', '1981-04-19', '2000-04-23', '2008-03-23', '2011-04-24'];
    const coming = [
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2038-04-25',
      '2049-04-18',
      '2285-03-22',
    ];
    for (const easter of [...known, ...coming])
      expect(toEasterSunday(Number(easter.slice(0, 4)))).toBe(easter);
  });

  it('is a Sunday from 22 March to 25 April in every year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 2999 }), (year) => {
        const easter = toEasterSunday(year);
        expect(toWeekday(easter)).toBe(7);
        expect(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25').toBe(true);
      }),
    );
  });
});

describe('public holidays', () => {
  it('are nine everywhere and more by Land', () => {
    const counts = Object.fromEntries(landSchema.options.map((land) => [land, dates(land, 2026).length]));
    expect(counts).toEqual({
      ...{ BW: 12, BY: 12, BE: 10, BB: 12, HB: 10, HH: 10, HE: 10, MV: 11 },
      ...{ NI: 10, NW: 11, RP: 11, SL: 12, SN: 11, ST: 11, SH: 10, TH: 11 },
    });
  });

  it('are those of Baden-Württemberg in 2026, in order', () => {
    expect(dates('BW', 2026)).toEqual([
      '01-01',
      '01-06',
      '04-03',
      '04-06',
      '05-01',
      '05-14',
      '05-25',
      '06-04',
      '10-03',
      '11-01',
      '12-25',
      '12-26',
    ]);
  });

  it('hold what only one Land has', () => {
    const name = (day: string, land: Land) => findPublicHoliday(date(day), land)?.name;
    expect(name('2026-11-18', 'SN')).toBe('Buß- und Bettag');
    expect(name('2023-11-22', 'SN')).toBe('Buß- und Bettag');
    expect(name('2022-11-16', 'SN')).toBe('Buß- und Bettag');
    expect(name('2026-11-18', 'BY')).toBeUndefined();
    expect(name('2026-09-20', 'TH')).toBe('Weltkindertag');
    expect(name('2026-08-15', 'SL')).toBe('Mariä Himmelfahrt');
    expect(name('2026-04-05', 'BB')).toBe('Ostersonntag');
    expect(name('2026-03-08', 'BE')).toBe('Frauentag');
  });

  it('begin in the year of their statute, and some come once', () => {
    const name = (day: string, land: Land) => findPublicHoliday(date(day), land)?.name;
    expect(name('2017-10-31', 'HE')).toBe('Reformationstag');
    expect(name('2016-10-31', 'NI')).toBeUndefined();
    expect(name('2018-10-31', 'NI')).toBe('Reformationstag');
    expect(name('2022-03-08', 'MV')).toBeUndefined();
    expect(name('2023-03-08', 'MV')).toBe('Frauentag');
    expect(name('2025-05-08', 'BE')).toBe('Tag der Befreiung');
    expect(name('2025-05-08', 'BB')).toBeUndefined();
    expect(dates('SN', 2017).filter((day) => day === '10-31')).toHaveLength(1);
  });

  it('stand in order of date in every Land and year', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...landSchema.options),
        fc.integer({ min: 1991, max: 2200 }),
        (land, year) => {
          const days = dates(land, year);
          expect(days).toEqual([...new Set(days)].sort());
          expect(days.length).toBeGreaterThanOrEqual(8);
        },
      ),
    );
  });
});
