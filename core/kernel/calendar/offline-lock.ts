import type { Instant } from '../clock.ts';
import { OFFLINE_LOCK_DAYS, OFFLINE_LOCK_MOST, OFFLINE_WARN_DAYS } from '../horizon.ts';
import { addTeachingDays, type SchoolCalendar } from './school-calendar.ts';
import { toDeadlineInstant, toLocal } from './wall-time.ts';

/** When a device that is without its school begins to say so, and when it locks itself; UTC milliseconds of the server's clock. */
export interface OfflineLock {
  readonly warnsAt: Instant;
  readonly locksAt: Instant;
}

const DAY = 86_400_000;
/** Where nothing is known of the school's calendar yet: four weeks of five teaching days. */
const DAYS_UNKNOWN = 28;
const WARNED_FOR = 7;

/**
 * The offline lock (R5, D11) of a device that last heard of its school at `contact`: the end of the last of
 * `OFFLINE_LOCK_DAYS` teaching days, whatever the calendar says no later than `OFFLINE_LOCK_MOST` days after the contact.
 */
export const toOfflineLock = (contact: Instant, calendar: SchoolCalendar | undefined): OfflineLock => {
  const latest = contact + OFFLINE_LOCK_MOST * DAY;
  if (calendar === undefined) {
    const locksAt = contact + DAYS_UNKNOWN * DAY;
    return { warnsAt: locksAt - WARNED_FOR * DAY, locksAt };
  }
  const { date } = toLocal(contact, calendar.zone);
  const toEnd = (days: number): Instant =>
    toDeadlineInstant(addTeachingDays(date, days, calendar), calendar.zone);
  const locksAt = Math.min(toEnd(OFFLINE_LOCK_DAYS), latest);
  const warnsAt = Math.min(toEnd(OFFLINE_LOCK_DAYS - OFFLINE_WARN_DAYS), locksAt - WARNED_FOR * DAY);
  return { warnsAt, locksAt };
};
