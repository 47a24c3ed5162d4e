import type { LocalDate } from '../../kernel/calendar/local-date.ts';
import { schoolHolidaySchema, type SchoolHoliday } from '../../kernel/calendar/school-calendar.ts';

/** Why one entry of a calendar was not taken. */
export type HolidayRefusalKind =
  /** It has no name. */
  | 'no-name'
  /** Its first or last day is missing or is no day that exists. */
  | 'no-date'
  /** It ends before it begins. */
  | 'reversed'
  /** It is longer than any holidays are; probably the year is wrong. */
  | 'too-long'
  /** It repeats, which free days of a school do not. */
  | 'repeats'
  /** It was cancelled in the calendar it comes from. */
  | 'cancelled'
  /** A quote is never closed. */
  | 'open-quote';

export interface HolidayRefusal {
  /** The line of the file on which the entry begins, from 1. */
  readonly line: number;
  /** What it calls itself, if it does. */
  readonly name?: string;
  readonly kind: HolidayRefusalKind;
}

/** Why a whole file cannot be read. */
export type UnreadableCalendar =
  /** Larger than `MAX_CALENDAR_BYTES`. */
  | 'too-large'
  /** Neither a calendar nor a list with a column for the first day. */
  | 'not-a-calendar'
  /** More entries than a school has holidays in many years. */
  | 'too-many';

export interface HolidayList {
  readonly holidays: readonly SchoolHoliday[];
  readonly refused: readonly HolidayRefusal[];
}

/** Calendars of holidays have a few kilobytes. */
export const MAX_CALENDAR_BYTES = 1_000_000;
/** So many entries are looked at; a school stores 200. */
export const MAX_ENTRIES = 1_000;
const MAX_NAME = 100;

/** A span of free days as a file has it, not looked at yet. */
export interface RawSpan {
  readonly line: number;
  readonly name: string;
  readonly from: LocalDate | undefined;
  /** The last free day. */
  readonly to: LocalDate | undefined;
  readonly fault?: HolidayRefusalKind;
}

/** Spans in the order of the file: what holds becomes a holiday, everything else is refused with its reason. */
export const toHolidayList = (spans: readonly RawSpan[]): HolidayList => {
  const holidays: SchoolHoliday[] = [];
  const refused: HolidayRefusal[] = [];
  for (const span of spans) {
    const name = toHolidayName(span.name);
    const outcome = span.fault ?? checkSpan({ ...span, name });
    if (typeof outcome !== 'string') holidays.push(outcome);
    else refused.push({ line: span.line, ...(name === '' ? {} : { name }), kind: outcome });
  }
  return { holidays, refused };
};

const checkSpan = ({ name, from, to }: RawSpan): SchoolHoliday | HolidayRefusalKind => {
  if (from === undefined || to === undefined) return 'no-date';
  if (name === '') return 'no-name';
  if (to < from) return 'reversed';
  const parsed = schoolHolidaySchema.safeParse({ name, from, to });
  return parsed.success ? parsed.data : 'too-long';
};

/** Control characters and marks that turn the direction of writing around become spaces; a long name is cut. */
const toHolidayName = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_NAME)
    .trim();
