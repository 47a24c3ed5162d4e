import { intlTag, locale } from './catalogue.ts';
import { dayNumber, toWallTime } from './zone.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** One name out of a calendar day, e.g. the month; the day is a date without zone, so it is read in UTC. */
const nameOf = (date: string, options: Intl.DateTimeFormatOptions): string => {
  const key = `${intlTag()} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(intlTag(), { ...options, timeZone: 'UTC' });
  formats.set(key, format);
  return format.format(Date.parse(`${date}T00:00:00Z`));
};

const yearOf = (date: string): string => date.slice(0, 4);
const dayOf = (date: string): string => String(Number(date.slice(8, 10)));
const german = (): boolean => locale() === 'de';

/** "Mo." / "Mon". */
export const weekdayShort = (date: string): string => {
  const name = nameOf(date, { weekday: 'short' });
  return german() ? `${name.replace('.', '')}.` : name;
};

/** "Donnerstag" / "Thursday". */
export const weekdayLong = (date: string): string => nameOf(date, { weekday: 'long' });

/** "Mi., 25. November" / "Wed, 25 November"; `date` is ISO. */
export const dayAndMonth = (date: string): string => {
  const month = nameOf(date, { month: 'long' });
  return `${weekdayShort(date)}, ${dayOf(date)}${german() ? '.' : ''} ${month}`;
};

/** "Mo., 23. November 2026"; `date` is ISO. */
export const dateLong = (date: string): string => `${dayAndMonth(date)} ${yearOf(date)}`;

/** "23.11.2026" / "23/11/2026"; `date` is ISO. */
export const dateNumeric = (date: string): string =>
  [date.slice(8, 10), date.slice(5, 7), yearOf(date)].join(german() ? '.' : '/');

/** "07:44" on the school's clock. */
export const time = (instant: number): string => toWallTime(instant).time;

/** "Mo., 23. November 2026, 14:00": the form in which a moment is stated once and for good. */
export const momentLong = (instant: number): string => {
  const wall = toWallTime(instant);
  return `${dateLong(wall.date)}, ${wall.time}`;
};

/** Days from today to `date`: 0 today, -1 yesterday. */
const daysFrom = (date: string, now: number): number => dayNumber(date) - dayNumber(toWallTime(now).date);

const sameYear = (date: string, now: number): boolean => yearOf(date) === yearOf(toWallTime(now).date);

const NEAR: ReadonlyMap<number, readonly [string, string]> = new Map([
  [-1, ['gestern', 'yesterday']],
  [0, ['heute', 'today']],
  [1, ['morgen', 'tomorrow']],
]);

const nearName = (days: number): string | undefined => {
  const names = NEAR.get(days);
  return names === undefined ? undefined : names[german() ? 0 : 1];
};

/**
 * A moment inside a sentence, as near as it is: "heute, 07:44", "gestern 16:05", "Fr., 13:20" within six days,
 * then "Mi., 4. November, 15:20", and with the year when it is not this one.
 */
export const moment = (instant: number, now: number): string => {
  const wall = toWallTime(instant);
  const days = daysFrom(wall.date, now);
  const near = nearName(days);
  if (near !== undefined) return days === -1 ? `${near} ${wall.time}` : `${near}, ${wall.time}`;
  if (days < 0 && days >= -6) return `${weekdayShort(wall.date)}, ${wall.time}`;
  return `${sameYear(wall.date, now) ? dayAndMonth(wall.date) : dateLong(wall.date)}, ${wall.time}`;
};

/** The same where space is short and today is understood: "07:44", "gestern 16:05", "Fr., 13:20", "4.11.", "4.11.2025". */
export const momentShort = (instant: number, now: number): string => {
  const wall = toWallTime(instant);
  const days = daysFrom(wall.date, now);
  if (days === 0) return wall.time;
  if (days < 0 && days >= -6) return moment(instant, now);
  return dateShort(wall.date, now);
};

/** "26.11." / "26 Nov", with the year when it is not this one; `date` is ISO. */
export const dateShort = (date: string, now: number): string => {
  const year = sameYear(date, now) ? '' : yearOf(date);
  if (german()) return `${dayOf(date)}.${String(Number(date.slice(5, 7)))}.${year}`;
  return `${dayOf(date)} ${nameOf(date, { month: 'short' })} ${year}`.trimEnd();
};

/** A day inside a sentence: "heute", "morgen", "gestern", else "Mi., 25. November", with the year if not this one. */
export const day = (date: string, now: number): string =>
  nearName(daysFrom(date, now)) ?? (sameYear(date, now) ? dayAndMonth(date) : dateLong(date));

/** A day where space is short: "heute", "morgen", "Mi." within the next six days, else "25.11.". */
export const dayShort = (date: string, now: number): string => {
  const days = daysFrom(date, now);
  return nearName(days) ?? (days > 0 && days <= 6 ? weekdayShort(date) : dateShort(date, now));
};

/** Heading over the entries of a day: "Heute", "Gestern", "Fr., 20. November", with the year if not this one. */
export const dayHeading = (date: string, now: number): string => {
  const text = day(date, now);
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** "1.234" / "1,234". */
export const number = (value: number): string => new Intl.NumberFormat(intlTag()).format(value);

/** "Brandt, Demirel und Vollmer" / "Brandt, Demirel and Vollmer". */
export const list = (items: readonly string[]): string =>
  new Intl.ListFormat(intlTag(), { type: 'conjunction' }).format(items);

const UNITS = ['Byte', 'kB', 'MB', 'GB'] as const;

/** "184 kB", "1,2 MB": a size in bytes, in steps of 1000. */
export const fileSize = (bytes: number): string => {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit > 1 && value < 10 ? 1 : 0;
  return `${new Intl.NumberFormat(intlTag(), { maximumFractionDigits: digits }).format(value)} ${UNITS[unit] ?? ''}`;
};
