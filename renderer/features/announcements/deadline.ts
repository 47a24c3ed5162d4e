import type { Deadline } from '#core/announcements/form.ts';
import { isLocalDate, isLocalDateTime } from '#core/kernel/calendar/local-date.ts';
import { toDeadlineInstant as toInstantOfDeadline } from '#core/kernel/calendar/wall-time.ts';
import type { Instant } from '#core/kernel/clock.ts';
import { dateLong, day, dayShort, moment } from '#renderer/i18n/format.ts';
import { timeZone, toInstant, toWallTime } from '#renderer/i18n/zone.ts';

/** The last instant at which a deadline is kept, school time; undefined for a day that no calendar has. */
export const toDeadlineInstant = (deadline: Deadline): Instant | undefined =>
  isLocalDate(deadline) || isLocalDateTime(deadline) ? toInstantOfDeadline(deadline, timeZone()) : undefined;

/** Whether a deadline has passed. */
export const hasPassed = (deadline: Deadline, now: Instant): boolean =>
  (toDeadlineInstant(deadline) ?? Number.POSITIVE_INFINITY) < now;

/** In a sentence: "heute, 09:00", "morgen", "Mi., 25. November". */
export const deadlineNear = (deadline: Deadline, now: Instant): string => {
  const { date, time } = toParts(deadline);
  return time === '' ? day(date, now) : moment(toInstant({ date, time }), now);
};

/** Where space is short: "09:00" today, "heute", "Mi.", "2.12.". */
export const deadlineShort = (deadline: Deadline, now: Instant): string => {
  const { date, time } = toParts(deadline);
  return time !== '' && date === toWallTime(now).date ? time : dayShort(date, now);
};

/** Stated in full: "Mi., 25. November 2026" or "Mi., 25. November 2026, 09:00". */
export const deadlineLong = (deadline: Deadline): string => {
  const { date, time } = toParts(deadline);
  return time === '' ? dateLong(date) : `${dateLong(date)}, ${time}`;
};

/** Day and time of a deadline as fields hold them; the time is empty if only a day is set. */
export const toParts = (deadline: Deadline): { readonly date: string; readonly time: string } => ({
  date: deadline.slice(0, 10),
  time: deadline.slice(11, 16),
});

/** A deadline from what fields hold; undefined while no day is chosen. */
export const toDeadline = (date: string, time: string): Deadline | undefined =>
  date === '' ? undefined : time === '' ? date : `${date}T${time}`;
