import { isLocalDate, type LocalDate } from '#core/kernel/calendar/local-date.ts';
import { toWallTime } from '#renderer/i18n/zone.ts';

/** The day it is at the school. */
export const toDayOf = (now: number): LocalDate => {
  const { date } = toWallTime(now);
  if (!isLocalDate(date)) throw new Error('the clock shows no day');
  return date;
};
