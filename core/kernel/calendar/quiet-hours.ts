import { z } from 'zod';
import type { Instant } from '../clock.ts';
import {
  addDays,
  timeOfDaySchema,
  toLocalDateTime,
  toMinutes,
  type LocalDate,
  type TimeOfDay,
} from './local-date.ts';
import { findHoliday, isWeekend, type SchoolCalendar } from './school-calendar.ts';
import { findClockChange, toInstant, toLastInstant, toLocal } from './wall-time.ts';

/**
 * When nothing notifies, except what is urgent (R16). `from` later than `to` runs over midnight; both alike means
 * that no hour of the day is quiet. Weekends and holidays (public and school) are quiet from midnight to midnight.
 */
export const quietHoursSchema = z.object({
  from: timeOfDaySchema,
  to: timeOfDaySchema,
  weekend: z.boolean(),
  holidays: z.boolean(),
});

export interface QuietHours {
  readonly from: TimeOfDay;
  readonly to: TimeOfDay;
  readonly weekend: boolean;
  readonly holidays: boolean;
}

/** What holds unless the school decides otherwise: evening and night, weekends, holidays. */
export const DEFAULT_QUIET_HOURS: QuietHours = quietHoursSchema.parse({
  from: '18:00',
  to: '07:00',
  weekend: true,
  holidays: true,
});

const MINUTES_OF_DAY = 1_440;
/** Longer than any calendar its schema lets through can be quiet. */
const MAX_SEARCHED_DAYS = 30_000;

/** Whether an instant lies in the quiet hours of a school. */
export const isQuiet = (instant: Instant, quiet: QuietHours, calendar: SchoolCalendar): boolean => {
  const { date, minutes } = toLocal(instant, calendar.zone);
  return (
    isQuietDay(date, quiet, calendar) ||
    !toLoudSpans(quiet).some(([from, to]) => from <= minutes && minutes < to)
  );
};

/**
 * The next instant that is not quiet: the given one if it is not, otherwise the end of the quiet hours it lies in.
 *
 * @throws RangeError when quiet hours never end, which the calendar's schema makes impossible.
 */
export const endOfQuiet = (instant: Instant, quiet: QuietHours, calendar: SchoolCalendar): Instant => {
  if (!isQuiet(instant, quiet, calendar)) return instant;
  let { date } = toLocal(instant, calendar.zone);
  for (let searched = 0; searched <= MAX_SEARCHED_DAYS; searched += 1) {
    if (!isQuietDay(date, quiet, calendar)) {
      const ends = toPossibleEnds(date, quiet, calendar.zone).filter(
        (end) => end > instant && !isQuiet(end, quiet, calendar),
      );
      if (ends.length > 0) return Math.min(...ends);
    }
    date = addDays(date, 1);
  }
  throw new RangeError('The quiet hours never end.');
};

function isQuietDay(date: LocalDate, quiet: QuietHours, calendar: SchoolCalendar): boolean {
  return (
    (quiet.weekend && isWeekend(date, calendar)) ||
    (quiet.holidays && findHoliday(date, calendar) !== undefined)
  );
}

/** The spans of an ordinary day that are not quiet, in minutes since midnight, the end excluded. */
function toLoudSpans(quiet: QuietHours): readonly (readonly [number, number])[] {
  const [from, to] = [toMinutes(quiet.from), toMinutes(quiet.to)];
  if (from === to) return [[0, MINUTES_OF_DAY]];
  return from > to
    ? [[to, from]]
    : [
        [0, from],
        [to, MINUTES_OF_DAY],
      ];
}

/** Every instant of a day at which quiet can end: where a span begins, and where the clocks are changed. */
function toPossibleEnds(date: LocalDate, quiet: QuietHours, zone: string): readonly Instant[] {
  const change = findClockChange(toInstant(date, zone), toInstant(addDays(date, 1), zone), zone);
  const begins = toLoudSpans(quiet).flatMap(([from]) => {
    const local = toLocalDateTime(date, from);
    return [toInstant(local, zone), toLastInstant(local, zone)];
  });
  return change === undefined ? begins : [...begins, change];
}
