import { addDays, type LocalDateTime, type TimeOfDay } from '#core/kernel/calendar/local-date.ts';
import { toInstant, toLocal } from '#core/kernel/calendar/wall-time.ts';
import type { Instant } from '#core/kernel/clock.ts';

/** After a failure the next attempt comes so much later, in milliseconds. */
export const RETRY_AFTER = 60 * 60_000;

/**
 * When the next nightly backup is due. A night that was missed, since the server was down or the disk full, is made up
 * for at once, or after a failure within the hour; the instant may lie in the past.
 */
export const toNextBackup = (plan: {
  /** The wall time at which a backup is made. */
  readonly time: TimeOfDay;
  readonly zone: string;
  readonly now: Instant;
  /** When the last good backup was made. */
  readonly lastGood: Instant | undefined;
  /** When the last attempt failed, if nothing has succeeded since. */
  readonly lastFailure: Instant | undefined;
}): Instant => {
  const { time, zone, now, lastGood, lastFailure } = plan;
  const due = lastGood === undefined ? now : firstAfter(lastGood, time, zone);
  return lastFailure === undefined ? due : Math.max(due, lastFailure + RETRY_AFTER);
};

const firstAfter = (instant: Instant, time: TimeOfDay, zone: string): Instant => {
  const { date } = toLocal(instant, zone);
  const same = toInstant(`${date}T${time}` as LocalDateTime, zone);
  return same > instant ? same : toInstant(`${addDays(date, 1)}T${time}` as LocalDateTime, zone);
};
