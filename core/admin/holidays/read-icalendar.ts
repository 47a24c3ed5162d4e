import {
  addDays,
  fromDayNumber,
  isLocalDate,
  toDayNumber,
  type LocalDate,
} from '../../kernel/calendar/local-date.ts';
import { toLocal } from '../../kernel/calendar/wall-time.ts';
import { accept, refuse, type Result } from '../../kernel/result.ts';
import { MAX_ENTRIES, type HolidayRefusalKind, type RawSpan } from './holiday-list.ts';

/**
 * Reads the events of an iCalendar file (RFC 5545) as free days: as much of it as calendars of school holidays use, which
 * is whole days, a name, and now and then a time at midnight. Everything else in the file is passed over.
 */
export const readICalendar = (text: string, zone: string): Result<readonly RawSpan[], 'too-many'> => {
  const spans: RawSpan[] = [];
  /** The components that are open, from the outside in: an alarm inside an event has a summary of its own. */
  const open: string[] = [];
  let event: Event | undefined;
  for (const { line, content } of unfold(text)) {
    const property = toProperty(content);
    if (property === undefined) continue;
    const { name, value } = property;
    if (name === 'BEGIN') {
      // Deeper than any calendar: what lies below is passed over by never becoming an event.
      if (open.length < MAX_DEPTH) open.push(value.toUpperCase());
      if (open.at(-1) === 'VEVENT') event = { line, properties: new Map() };
    } else if (name === 'END') {
      const ended = value.toUpperCase();
      if (open.at(-1) === ended) open.pop();
      if (ended !== 'VEVENT' || event === undefined) continue;
      if (spans.length >= MAX_ENTRIES) return refuse('too-many');
      spans.push(toSpan(event, zone));
      event = undefined;
    } else if (event !== undefined && open.at(-1) === 'VEVENT' && !event.properties.has(name)) {
      event.properties.set(name, property);
    }
  }
  return accept(spans);
};

const MAX_DEPTH = 10;
/** Longer than any name or date; the rest of a line that is folded for ever is not kept. */
const MAX_CONTENT = 2_000;

interface Property {
  readonly name: string;
  readonly parameters: string;
  readonly value: string;
}

interface Event {
  readonly line: number;
  readonly properties: Map<string, Property>;
}

/** Content lines without their folding (3.1): a line that begins with a space or a tab goes on with the one before. */
function* unfold(text: string): Generator<{ readonly line: number; readonly content: string }> {
  let number = 0;
  let current: { line: number; content: string } | undefined;
  for (const physical of text.split(/\r\n|\n|\r/u)) {
    number += 1;
    if (current !== undefined && /^[ \t]/u.test(physical)) {
      if (current.content.length < MAX_CONTENT) current.content += physical.slice(1, MAX_CONTENT);
      continue;
    }
    if (current !== undefined) yield current;
    current = { line: number, content: physical.slice(0, MAX_CONTENT) };
  }
  if (current !== undefined) yield current;
}

/** `NAME;PARAMETER="a:b":value`: a colon inside quotes does not end the parameters (3.2). */
const toProperty = (content: string): Property | undefined => {
  let quoted = false;
  for (let at = 0; at < content.length; at += 1) {
    const character = content.charAt(at);
    if (character === '"') quoted = !quoted;
    if (character !== ':' || quoted) continue;
    const head = content.slice(0, at);
    const [name = ''] = head.split(';', 1);
    return {
      name: name.trim().toUpperCase(),
      parameters: head.slice(name.length).toUpperCase(),
      value: content.slice(at + 1).trim(),
    };
  }
  return undefined;
};

const toSpan = ({ line, properties }: Event, zone: string): RawSpan => {
  const value = (name: string): string => properties.get(name)?.value ?? '';
  const from = toMoment(properties.get('DTSTART'), zone);
  const end = toMoment(properties.get('DTEND'), zone);
  const fault = toFault(properties);
  return {
    line,
    name: value('SUMMARY').replaceAll(/\\([nN,;\\])/gu, (_all, sign: string) =>
      sign === 'n' || sign === 'N' ? ' ' : sign,
    ),
    from: from?.date,
    to: from && toLastDay(from, properties.has('DTEND') ? end : 'none', value('DURATION')),
    ...(fault === undefined ? {} : { fault }),
  };
};

const toFault = (properties: Event['properties']): HolidayRefusalKind | undefined => {
  if (properties.get('STATUS')?.value.toUpperCase() === 'CANCELLED') return 'cancelled';
  return properties.has('RRULE') || properties.has('RDATE') ? 'repeats' : undefined;
};

interface Moment {
  readonly date: LocalDate;
  /** Minutes after midnight; 0 for a whole day. */
  readonly minutes: number;
}

/**
 * A day, or a time as the clock on the wall shows it: a time in UTC is shown in the school's zone, any other one as it is
 * written, since holidays begin at midnight wherever the calendar was made.
 */
const toMoment = (property: Property | undefined, zone: string): Moment | undefined => {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/u.exec(property?.value ?? '');
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', hour = '00', minute = '00', , utc] = match;
  const date = `${year}-${month}-${day}`;
  if (!isLocalDate(date) || Number(hour) > 23 || Number(minute) > 59) return undefined;
  if (utc === undefined) return { date, minutes: Number(hour) * 60 + Number(minute) };
  return toLocal(Date.parse(`${date}T${hour}:${minute}Z`), zone);
};

/** The last free day: an end at midnight belongs to the day before (3.6.1), without an end it is the first day. */
const toLastDay = (
  from: Moment,
  end: Moment | 'none' | undefined,
  duration: string,
): LocalDate | undefined => {
  if (end === undefined) return undefined;
  if (end === 'none') return duration === '' ? from.date : toLastDayByDuration(from.date, duration);
  // Some programs write the same day twice for a single one.
  return end.minutes === 0 && end.date !== from.date ? addDays(end.date, -1) : end.date;
};

/** Whole days and weeks only (3.3.6); `P5D` are five days, the first included. */
const toLastDayByDuration = (from: LocalDate, duration: string): LocalDate | undefined => {
  const match = /^\+?P(\d{1,3})([DW])$/u.exec(duration.toUpperCase());
  const days = match === null ? 0 : Number(match[1]) * (match[2] === 'W' ? 7 : 1);
  return days === 0 ? undefined : fromDayNumber(toDayNumber(from) + days - 1);
};
