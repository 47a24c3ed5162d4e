import { z } from 'zod';

/** A day of the calendar as `YYYY-MM-DD`, without a zone; ascending text order is ascending order of days. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

/** A wall time as `YYYY-MM-DDTHH:MM`, without a zone (conferences are kept so, D5). */
export type LocalDateTime = string & { readonly __brand: 'LocalDateTime' };

/** A time of day as `HH:MM`, from 00:00 to 23:59. */
export type TimeOfDay = string & { readonly __brand: 'TimeOfDay' };

/** Days of the week as ISO 8601 counts them: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY_MS = 86_400_000;
const DATE = /^[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whether a text is a day that exists (29 February only in leap years), from year 1000 to 2999. */
export const isLocalDate = (text: string): text is LocalDate =>
  DATE.test(text) && new Date(Date.parse(text)).toISOString().startsWith(text);

/** Whether a text is a time of day. */
export const isTimeOfDay = (text: string): text is TimeOfDay => TIME.test(text);

/** Whether a text is a wall time of a day that exists. */
export const isLocalDateTime = (text: string): text is LocalDateTime =>
  text.length === 16 &&
  text.charAt(10) === 'T' &&
  isLocalDate(text.slice(0, 10)) &&
  isTimeOfDay(text.slice(11));

export const localDateSchema = z.string().refine(isLocalDate);
export const timeOfDaySchema = z.string().refine(isTimeOfDay);
export const localDateTimeSchema = z.string().refine(isLocalDateTime);
export const weekdaySchema = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);

/** Days since 1970-01-01. */
export const toDayNumber = (date: LocalDate): number => Date.parse(date) / DAY_MS;

/** The day so many days after 1970-01-01. */
export const fromDayNumber = (day: number): LocalDate =>
  new Date(day * DAY_MS).toISOString().slice(0, 10) as LocalDate;

/** The day `days` later, or earlier when negative. */
export const addDays = (date: LocalDate, days: number): LocalDate => fromDayNumber(toDayNumber(date) + days);

/** The day of the week, 1 for Monday to 7 for Sunday. */
export const toWeekday = (date: LocalDate): Weekday => WEEKDAYS[(((toDayNumber(date) + 3) % 7) + 7) % 7] ?? 1;

/** Minutes since midnight. */
export const toMinutes = (time: TimeOfDay): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** The wall time of a day and the minutes since its midnight (0 to 1439). */
export const toLocalDateTime = (date: LocalDate, minutes: number): LocalDateTime =>
  `${date}T${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}` as LocalDateTime;

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const twoDigits = (value: number): string => String(value).padStart(2, '0');
