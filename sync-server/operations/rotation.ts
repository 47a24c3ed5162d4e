import { toLocal } from '#core/kernel/calendar/wall-time.ts';
import type { Instant } from '#core/kernel/clock.ts';

/** How many backups of each kind are kept: the newest of a day, of a week (from Monday), of a month. */
export const KEPT = { daily: 7, weekly: 4, monthly: 6 } as const;

const DAY = 86_400_000;

/**
 * Which backups to keep: the newest of each of the last 7 days, 4 weeks and 6 months in which there are any, by the
 * school's clock. Days without backups do not count, so a summer without a server deletes nothing.
 */
export const toKept = (made: readonly Instant[], zone: string): ReadonlySet<Instant> => {
  const newestFirst = [...made].sort((left, right) => right - left);
  const keep = (count: number, toPeriod: (instant: Instant) => string): readonly Instant[] => {
    const periods = new Map<string, Instant>();
    for (const instant of newestFirst) {
      const period = toPeriod(instant);
      if (!periods.has(period) && periods.size < count) periods.set(period, instant);
    }
    return [...periods.values()];
  };
  const toDate = (instant: Instant): string => toLocal(instant, zone).date;
  return new Set([
    ...keep(KEPT.daily, toDate),
    ...keep(KEPT.weekly, (instant) => toMonday(toDate(instant))),
    ...keep(KEPT.monthly, (instant) => toDate(instant).slice(0, 7)),
  ]);
};

const toMonday = (date: string): string => {
  const noon = Date.parse(`${date}T12:00:00Z`);
  const weekday = (new Date(noon).getUTCDay() + 6) % 7;
  return new Date(noon - weekday * DAY).toISOString().slice(0, 10);
};
