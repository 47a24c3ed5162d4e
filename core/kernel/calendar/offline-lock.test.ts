import { describe, expect, it } from 'vitest';
import { toOfflineLock } from './offline-lock.ts';
import { localDateSchema } from './local-date.ts';
import { createSchoolCalendar } from './school-calendar.ts';
import { toLocal } from './wall-time.ts';

const calendar = createSchoolCalendar('BW');
const toDay = (instant: number): string => toLocal(instant - 1, calendar.zone).date;
/** Monday, 2 March 2026, 10 o'clock in Berlin. */
const CONTACT = Date.UTC(2026, 2, 2, 9);
const toHoliday = (from: string, to: string) => ({
  name: 'Ferien',
  from: localDateSchema.parse(from),
  to: localDateSchema.parse(to),
});
const DAY = 86_400_000;

describe('[LOCK1] the offline lock', () => {
  it('falls at the end of the twentieth teaching day after the last contact, and warns in the last five', () => {
    const { warnsAt, locksAt } = toOfflineLock(CONTACT, calendar);
    expect(toDay(locksAt)).toBe('2026-03-30');
    expect(toDay(warnsAt)).toBe('2026-03-23');
  });

  it('does not count school holidays', () => {
    const free = toHoliday('2026-03-09', '2026-03-20');
    expect(toDay(toOfflineLock(CONTACT, createSchoolCalendar('BW', [free])).locksAt)).toBe('2026-04-15');
  });

  it('comes after 90 days at the latest, whatever the calendar says', () => {
    const free = toHoliday('2026-03-03', '2026-06-30');
    const { warnsAt, locksAt } = toOfflineLock(CONTACT, createSchoolCalendar('BW', [free]));
    expect(locksAt).toBe(CONTACT + 90 * DAY);
    expect(warnsAt).toBe(locksAt - 7 * DAY);
  });

  it('comes after four weeks where no calendar is known', () => {
    expect(toOfflineLock(CONTACT, undefined).locksAt).toBe(CONTACT + 28 * DAY);
  });
});
