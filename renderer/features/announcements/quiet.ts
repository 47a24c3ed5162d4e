import type { School } from '#core/directory/school.ts';
import { endOfQuiet, isQuiet } from '#core/kernel/calendar/quiet-hours.ts';
import type { Instant } from '#core/kernel/clock.ts';
import { toInstant, toWallTime } from '#renderer/i18n/zone.ts';

/** Where an instant stands to the school's quiet hours (R16). */
export type Quiet =
  | { readonly state: 'quiet'; readonly until: Instant }
  /** `from` is when they begin today; undefined if not today. */
  | { readonly state: 'loud'; readonly from: Instant | undefined };

/** Where `now` stands to the quiet hours; undefined while the school's document is not there. */
export const toQuiet = (school: School | undefined, now: Instant): Quiet | undefined => {
  if (school === undefined) return undefined;
  const { quietHours } = school;
  if (isQuiet(now, quietHours, school)) return { state: 'quiet', until: endOfQuiet(now, quietHours, school) };
  const begins = toInstant({ date: toWallTime(now).date, time: quietHours.from });
  return { state: 'loud', from: quietHours.from !== quietHours.to && begins > now ? begins : undefined };
};
