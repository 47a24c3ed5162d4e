import { z } from 'zod';
import { fromDayNumber, toDayNumber, toWeekday, type LocalDate } from './local-date.ts';

/** The sixteen Länder by ISO 3166-2:DE, without the prefix. */
export const landSchema = z.enum([
  'BW',
  'BY',
  'BE',
  'BB',
  'HB',
  'HH',
  'HE',
  'MV',
  'NI',
  'NW',
  'RP',
  'SL',
  'SN',
  'ST',
  'SH',
  'TH',
]);
export type Land = z.infer<typeof landSchema>;

/** A day on which work rests by law. */
export interface PublicHoliday {
  readonly date: LocalDate;
  /** In German, as the statute has it. */
  readonly name: string;
}

interface HolidayRule {
  readonly name: string;
  /** `MM-DD`, or days after Easter Sunday, or the one day that is reckoned from Advent. */
  readonly on: string | number | 'repentance';
  /** Without it: everywhere. With a year: since that year. */
  readonly lands?: Partial<Record<Land, number>>;
}

const ALWAYS = 0;

/**
 * Sources: the Länder's statutes on public holidays, in the version of 2025: BW § 1 FTG · BY Art. 1 FTG · BE § 1
 * Gesetz über die Sonn- und Feiertage · BB § 2 FTG · HB § 2 Gesetz über die Sonn- und Feiertage · HH § 1
 * Feiertagsgesetz · HE § 1 HFeiertagsG · MV § 2 FTG M-V · NI § 2 NFeiertagsG · NW § 2 Feiertagsgesetz NW · RP § 2
 * LFtG · SL § 2 SFG · SN § 1 SächsSFG · ST § 2 FeiertG LSA · SH § 2 SFTG · TH § 2 ThürFtG; 3 October: Art. 2 (2)
 * Einigungsvertrag. Holidays of single municipalities (Mariä Himmelfahrt in Bavaria, Fronleichnam in parts of SN and
 * TH, Augsburg's Friedensfest) and days without lessons (Buß- und Bettag in Bavaria) belong into the school's own list.
 */
const RULES: readonly HolidayRule[] = [
  { name: 'Neujahr', on: '01-01' },
  { name: 'Heilige Drei Könige', on: '01-06', lands: { BW: ALWAYS, BY: ALWAYS, ST: ALWAYS } },
  { name: 'Frauentag', on: '03-08', lands: { BE: 2019, MV: 2023 } },
  { name: 'Karfreitag', on: -2 },
  { name: 'Ostersonntag', on: 0, lands: { BB: ALWAYS } },
  { name: 'Ostermontag', on: 1 },
  { name: 'Tag der Arbeit', on: '05-01' },
  { name: 'Christi Himmelfahrt', on: 39 },
  { name: 'Pfingstsonntag', on: 49, lands: { BB: ALWAYS } },
  { name: 'Pfingstmontag', on: 50 },
  {
    name: 'Fronleichnam',
    on: 60,
    lands: { BW: ALWAYS, BY: ALWAYS, HE: ALWAYS, NW: ALWAYS, RP: ALWAYS, SL: ALWAYS },
  },
  { name: 'Mariä Himmelfahrt', on: '08-15', lands: { SL: ALWAYS } },
  { name: 'Weltkindertag', on: '09-20', lands: { TH: 2019 } },
  { name: 'Tag der Deutschen Einheit', on: '10-03' },
  {
    name: 'Reformationstag',
    on: '10-31',
    lands: {
      BB: ALWAYS,
      HB: 2018,
      HH: 2018,
      MV: ALWAYS,
      NI: 2018,
      SN: ALWAYS,
      ST: ALWAYS,
      SH: 2018,
      TH: ALWAYS,
    },
  },
  {
    name: 'Allerheiligen',
    on: '11-01',
    lands: { BW: ALWAYS, BY: ALWAYS, NW: ALWAYS, RP: ALWAYS, SL: ALWAYS },
  },
  { name: 'Buß- und Bettag', on: 'repentance', lands: { SN: ALWAYS } },
  { name: 'Erster Weihnachtstag', on: '12-25' },
  { name: 'Zweiter Weihnachtstag', on: '12-26' },
];

/** Days that were made a holiday once. */
const ONCE: readonly { readonly date: string; readonly name: string; readonly land?: Land }[] = [
  { date: '2017-10-31', name: 'Reformationstag' },
  { date: '2020-05-08', name: 'Tag der Befreiung', land: 'BE' },
  { date: '2025-05-08', name: 'Tag der Befreiung', land: 'BE' },
  { date: '2028-06-17', name: 'Jahrestag des Volksaufstandes', land: 'BE' },
];

const known = new Map<string, ReadonlyMap<LocalDate, PublicHoliday>>();

/** The public holidays of a Land in a year, in order of date. */
export const toPublicHolidays = (land: Land, year: number): readonly PublicHoliday[] => [
  ...toHolidayMap(land, year).values(),
];

/** The public holiday that falls on a day, or undefined. */
export const findPublicHoliday = (date: LocalDate, land: Land): PublicHoliday | undefined =>
  toHolidayMap(land, Number(date.slice(0, 4))).get(date);

/**
 * Easter Sunday of the Gregorian calendar, years 1583 to 2999 (J. Meeus, Astronomical Algorithms, 2nd edition 1998,
 * chapter 9: the rule of Butcher, which knows no exceptions).
 */
export const toEasterSunday = (year: number): LocalDate => {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return toDate(year, `${twoDigits(Math.floor(sum / 31))}-${twoDigits((sum % 31) + 1)}`);
};

function toHolidayMap(land: Land, year: number): ReadonlyMap<LocalDate, PublicHoliday> {
  const key = `${land}${String(year)}`;
  const cached = known.get(key);
  if (cached !== undefined) return cached;
  const ruled = RULES.filter(({ lands }) => isInForce(lands, land, year)).map(
    ({ name, on }): PublicHoliday => ({ name, date: toRuledDate(on, year) }),
  );
  const once = ONCE.filter((day) => day.date.startsWith(String(year)) && (day.land ?? land) === land).map(
    ({ name, date }): PublicHoliday => ({ name, date: date as LocalDate }),
  );
  const days = [...ruled, ...once].sort((left, right) => (left.date < right.date ? -1 : 1));
  const holidays = new Map(days.map((day) => [day.date, day]));
  known.set(key, holidays);
  return holidays;
}

function isInForce(lands: HolidayRule['lands'], land: Land, year: number): boolean {
  if (lands === undefined) return true;
  const since = lands[land];
  return since !== undefined && year >= since;
}

function toRuledDate(on: HolidayRule['on'], year: number): LocalDate {
  if (typeof on === 'number') return fromDayNumber(toDayNumber(toEasterSunday(year)) + on);
  if (on !== 'repentance') return toDate(year, on);
  // The Wednesday before 23 November, eleven days before the first Sunday of Advent.
  const last = toDate(year, '11-22');
  return fromDayNumber(toDayNumber(last) - ((toWeekday(last) + 4) % 7));
}

function toDate(year: number, monthAndDay: string): LocalDate {
  return `${String(year).padStart(4, '0')}-${monthAndDay}` as LocalDate;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
