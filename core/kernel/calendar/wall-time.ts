import { z } from 'zod';
import type { Instant } from '../clock.ts';
import { addDays, type LocalDate, type LocalDateTime } from './local-date.ts';

/** What a clock on the wall shows: the day and the minutes since its midnight (0 to 1439). */
export interface WallTime {
  readonly date: LocalDate;
  readonly minutes: number;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The name of a time zone in the IANA database, such as `Europe/Berlin`. */
export const zoneSchema = z.string().max(64).refine(isZone);

/** What clocks in a zone show at an instant; seconds are cut off. */
export const toLocal = (instant: Instant, zone: string): WallTime => {
  const wall = instant + toOffset(instant, zone);
  const days = Math.floor(wall / DAY_MS);
  return {
    date: new Date(days * DAY_MS).toISOString().slice(0, 10) as LocalDate,
    minutes: Math.floor((wall - days * DAY_MS) / MINUTE_MS),
  };
};

/**
 * The first instant at which clocks in a zone have reached a wall time; a plain date means its midnight.
 * A time that is skipped in spring means the moment at which the clocks jump, a time that comes twice in autumn
 * means its first coming, so a later wall time never gives an earlier instant.
 */
export const toInstant = (local: LocalDate | LocalDateTime, zone: string): Instant =>
  toInstants(local, zone).first;

/** The last coming of a wall time; differs from `toInstant` only in the hour that autumn repeats. */
export const toLastInstant = (local: LocalDate | LocalDateTime, zone: string): Instant =>
  toInstants(local, zone).last;

/**
 * The last instant that still keeps a deadline. A plain date means the end of that day, to the millisecond, so that
 * the deadline shown is the date that was set; a wall time means itself.
 */
export const toDeadlineInstant = (local: LocalDate | LocalDateTime, zone: string): Instant =>
  isPlainDate(local) ? toLastInstant(addDays(local, 1), zone) - 1 : toInstant(local, zone);

/**
 * The instant at which the offset of a zone changes after `from` and not after `to`, or undefined.
 * Right for spans that hold at most one change, such as a day.
 */
export const findClockChange = (from: Instant, to: Instant, zone: string): Instant | undefined => {
  const before = toOffset(from, zone);
  if (toOffset(to, zone) === before) return undefined;
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (toOffset(middle, zone) === before) low = middle;
    else high = middle;
  }
  return high;
};

function toInstants(local: LocalDate | LocalDateTime, zone: string): { first: Instant; last: Instant } {
  const wall = Date.parse(isPlainDate(local) ? `${local}T00:00Z` : `${local}Z`);
  const before = toOffset(wall - DAY_MS, zone);
  const after = toOffset(wall + DAY_MS, zone);
  const found = [wall - before, wall - after].filter((instant) => instant + toOffset(instant, zone) === wall);
  if (found.length > 0) return { first: Math.min(...found), last: Math.max(...found) };
  const jump = findClockChange(wall - after - 1, wall - before, zone) ?? wall - before;
  return { first: jump, last: jump };
}

function isPlainDate(local: LocalDate | LocalDateTime): local is LocalDate {
  return local.length === 10;
}

/** What a zone adds to UTC at an instant, in milliseconds; whole seconds. */
function toOffset(instant: Instant, zone: string): number {
  const seconds = Math.floor(instant / 1_000) * 1_000;
  const parts: Record<string, number> = {};
  for (const { type, value } of toFormat(zone).formatToParts(seconds)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - seconds;
}

function toFormat(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const format = createFormat(zone);
  formats.set(zone, format);
  return format;
}

function createFormat(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
}

function isZone(zone: string): boolean {
  try {
    createFormat(zone);
    return true;
  } catch {
    return false;
  }
}
