import { addTeachingDays, type SchoolCalendar } from '../kernel/calendar/school-calendar.ts';
import type { LocalDate } from '../kernel/calendar/local-date.ts';
import { toDeadlineInstant, toLocal } from '../kernel/calendar/wall-time.ts';
import { toInverseTime, type Instant } from '../kernel/clock.ts';
import type { PersonName } from '../kernel/document.ts';
import { toSlipId } from './ids.ts';
import { hasAccess, type Slip } from './slip.ts';

/** A slip works for so many teaching days after the day of handing over (R3), unless the school says otherwise. */
export const SLIP_TEACHING_DAYS = 10;

/** The school's calendar, and for how many teaching days its slips work. */
export type SlipCalendar = SchoolCalendar & { readonly slipDays?: number | undefined };

/** The slip that takes the place of whatever the person had before. */
export const issue = (
  before: Slip | undefined,
  person: PersonName,
  locator: string,
  by: PersonName,
  now: Instant,
): Slip => ({
  id: toSlipId(person.id),
  kind: 'slip',
  rev: 0,
  inv: toInverseTime(now),
  person,
  number: (before?.number ?? 0) + 1,
  locator,
  state: 'issued',
  reset: hasAccess(before),
  issued: { at: now, by },
});

/** The last day on which a slip works that is handed over now. */
export const toLastDay = (now: Instant, calendar: SlipCalendar): LocalDate =>
  addTeachingDays(toLocal(now, calendar.zone).date, calendar.slipDays ?? SLIP_TEACHING_DAYS, calendar);

/** The instant after which a slip no longer works: the end of its last day. */
export const toExpiry = (lastDay: LocalDate, calendar: SchoolCalendar): Instant =>
  toDeadlineInstant(lastDay, calendar.zone);

/** The slip in the hand of its person, who was seen: from now on it works. */
export const handOver = (slip: Slip, by: PersonName, now: Instant, calendar: SlipCalendar): Slip => ({
  ...slip,
  state: 'handed-over',
  handedOver: { at: now, by },
  validUntil: toLastDay(now, calendar),
});

/** The slip after its end. */
export const end = (slip: Slip, state: 'used' | 'expired' | 'void', now: Instant): Slip => ({
  ...slip,
  state,
  endedAt: now,
});

/** What is kept of somebody who set a password without a slip. */
export const toAccessWithoutSlip = (before: Slip | undefined, person: PersonName, now: Instant): Slip => ({
  id: toSlipId(person.id),
  kind: 'slip',
  rev: 0,
  inv: toInverseTime(now),
  person,
  number: before?.number ?? 0,
  locator: '',
  state: 'used',
  reset: hasAccess(before),
  endedAt: now,
});
