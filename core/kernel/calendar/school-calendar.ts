import { z } from 'zod';
import { lineSchema } from '../text.ts';
import {
  fromDayNumber,
  localDateSchema,
  toDayNumber,
  toWeekday,
  weekdaySchema,
  type LocalDate,
} from './local-date.ts';
import { findPublicHoliday, landSchema, type Land } from './public-holidays.ts';
import { zoneSchema } from './wall-time.ts';

const MAX_HOLIDAY_DAYS = 120;
/** 200 holidays of 120 days in a row are 24,000 days: a search beyond that has met a calendar without teaching. */
const MAX_SEARCHED_DAYS = 30_000;

/**
 * School holidays, days without lessons (bewegliche Ferientage) and public holidays of the municipality alone:
 * the first and the last free day; a single day has both alike.
 */
export const schoolHolidaySchema = z
  .object({ name: lineSchema(100), from: localDateSchema, to: localDateSchema })
  .refine(({ from, to }) => from <= to && toDayNumber(to) - toDayNumber(from) < MAX_HOLIDAY_DAYS);

/** The own free days of a school, several years of them. */
export const holidaysSchema = z.array(schoolHolidaySchema).max(200).readonly();

/** The calendar of a school as data; part of the school's document. Public holidays follow from the Land. */
export const schoolCalendarSchema = z.object({
  zone: zoneSchema,
  land: landSchema,
  /** Days of the week without lessons; at least one day of the week is taught. */
  weekendDays: z.array(weekdaySchema).max(6).readonly(),
  holidays: holidaysSchema,
});

export type SchoolHoliday = Readonly<z.infer<typeof schoolHolidaySchema>>;
export interface SchoolCalendar {
  /** IANA time zone. */
  readonly zone: string;
  readonly land: Land;
  readonly weekendDays: readonly (1 | 2 | 3 | 4 | 5 | 6 | 7)[];
  readonly holidays: readonly SchoolHoliday[];
}

/** The calendar of a school of which only the Land is known: German time, weekends free, no school holidays yet. */
export const createSchoolCalendar = (
  land: Land,
  holidays: readonly SchoolHoliday[] = [],
): SchoolCalendar => ({ zone: 'Europe/Berlin', land, weekendDays: [6, 7], holidays });

/** In order of the first day, each span once. */
export const sortHolidays = (holidays: readonly SchoolHoliday[]): readonly SchoolHoliday[] =>
  [...holidays]
    .sort((left, right) => (left.from + left.to < right.from + right.to ? -1 : 1))
    .filter(({ from, to }, index, all) => from !== all[index - 1]?.from || to !== all[index - 1]?.to);

/** Whether a day belongs to the school's weekend. */
export const isWeekend = (date: LocalDate, calendar: SchoolCalendar): boolean =>
  calendar.weekendDays.includes(toWeekday(date));

/** The name of the public or school holiday a day belongs to, or undefined; public holidays first. */
export const findHoliday = (date: LocalDate, calendar: SchoolCalendar): string | undefined =>
  findPublicHoliday(date, calendar.land)?.name ??
  calendar.holidays.find(({ from, to }) => from <= date && date <= to)?.name;

/** Whether lessons are taught on a day (Unterrichtstag): no weekend, no public holiday, no school holidays. */
export const isTeachingDay = (date: LocalDate, calendar: SchoolCalendar): boolean =>
  !isWeekend(date, calendar) && findHoliday(date, calendar) === undefined;

/**
 * The `count`-th teaching day after a day, before it when negative. The day itself is never counted (§ 187 (1) BGB);
 * 0 gives the day itself, taught or not.
 *
 * @throws RangeError when the calendar has no such day, which its schema makes impossible for ordinary counts.
 */
export const addTeachingDays = (date: LocalDate, count: number, calendar: SchoolCalendar): LocalDate => {
  const step = Math.sign(count);
  let day = toDayNumber(date);
  let left = Math.abs(count);
  for (let searched = 0; left > 0; searched += 1) {
    if (searched > MAX_SEARCHED_DAYS) throw new RangeError('The calendar has too few teaching days.');
    day += step;
    if (isTeachingDay(fromDayNumber(day), calendar)) {
      left -= 1;
      searched = 0;
    }
  }
  return fromDayNumber(day);
};

/** How many teaching days lie after `from` up to and including `to`; negative when `to` lies before `from`. */
export const teachingDaysBetween = (from: LocalDate, to: LocalDate, calendar: SchoolCalendar): number => {
  const [first, last] = [toDayNumber(from), toDayNumber(to)];
  const step = first <= last ? 1 : -1;
  let count = 0;
  for (let day = first; day !== last;) {
    day += step;
    if (isTeachingDay(fromDayNumber(day), calendar)) count += step;
  }
  return count;
};
