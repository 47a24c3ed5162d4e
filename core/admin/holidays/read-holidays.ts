import { decodeBytes } from '../../directory/import/decode-bytes.ts';
import { accept, refuse, type Result } from '../../kernel/result.ts';
import {
  MAX_CALENDAR_BYTES,
  toHolidayList,
  type HolidayList,
  type UnreadableCalendar,
} from './holiday-list.ts';
import { readHolidayTable } from './read-holiday-table.ts';
import { readICalendar } from './read-icalendar.ts';

/**
 * Reads free days from a file as the Länder and calendar programs give it: iCalendar or a table. `zone` is the school's;
 * it matters only for times in UTC. Never throws, whatever the file holds.
 */
export const readHolidays = (bytes: Uint8Array, zone: string): Result<HolidayList, UnreadableCalendar> => {
  if (bytes.byteLength > MAX_CALENDAR_BYTES) return refuse('too-large');
  const { text } = decodeBytes(bytes);
  const isCalendar = /^\s*BEGIN:VCALENDAR/iu.test(text);
  const spans = isCalendar ? readICalendar(text, zone) : readHolidayTable(text);
  return spans.ok ? accept(toHolidayList(spans.value)) : refuse(spans.refusal);
};
