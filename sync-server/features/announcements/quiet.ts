import type { School } from '#core/directory/school.ts';
import { endOfQuiet } from '#core/kernel/calendar/quiet-hours.ts';
import type { Instant } from '#core/kernel/clock.ts';

/** The next instant at which the school may be disturbed: now, or the end of the quiet hours. */
export const toEndOfQuiet = (now: Instant, school: School): Instant =>
  endOfQuiet(now, school.quietHours, school);
