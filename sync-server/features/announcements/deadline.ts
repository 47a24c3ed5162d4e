import type { Deadline } from '#core/announcements/form.ts';
import { isLocalDate, isLocalDateTime } from '#core/kernel/calendar/local-date.ts';
import { toDeadlineInstant } from '#core/kernel/calendar/wall-time.ts';
import type { Instant } from '#core/kernel/clock.ts';

/** The last instant that keeps a deadline, or undefined if the text names no day that exists (29 February 2027). */
export const toDeadline = (deadline: Deadline, zone: string): Instant | undefined =>
  isLocalDate(deadline) || isLocalDateTime(deadline) ? toDeadlineInstant(deadline, zone) : undefined;
