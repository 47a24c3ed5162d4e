import { splitRecords, type ListRecord, type Separator } from '../../directory/import/records.ts';
import { addDays, isLocalDate, type LocalDate } from '../../kernel/calendar/local-date.ts';
import { accept, refuse, type Result } from '../../kernel/result.ts';
import { MAX_ENTRIES, type RawSpan } from './holiday-list.ts';

/**
 * Reads a table of free days as spreadsheets and calendar programs write it: a head line that names the columns, then one
 * span in each line. Where the head names a time of the end, an end at midnight belongs to the day before.
 */
export const readHolidayTable = (text: string): Result<readonly RawSpan[], 'not-a-calendar' | 'too-many'> => {
  for (const separator of SEPARATORS) {
    const [head] = splitRecords(text, separator, { limit: 1 });
    const columns = head && toColumns(head);
    if (columns === undefined) continue;
    const records = splitRecords(text, separator, {
      expected: head?.cells.length ?? 0,
      limit: MAX_ENTRIES + 2,
    });
    if (records.length > MAX_ENTRIES + 1) return refuse('too-many');
    return accept(records.slice(1).map((record) => toSpan(record, columns)));
  }
  return refuse('not-a-calendar');
};

const SEPARATORS: readonly Separator[] = [';', '\t', ',', '|'];

interface Columns {
  readonly name: number;
  readonly from: number;
  readonly to: number;
  /** The time of day of the end, in tables of calendar programs. */
  readonly toTime: number | undefined;
}

const HEADS = {
  name: /^(name|bezeichnung|ferien|ferienname|titel|betreff|thema|anlass|was|subject|summary|title)$/u,
  from: /^(von|ab|beginn|beginnt am|start|startdatum|anfang|erster (ferien)?tag|from|start date|begin)$/u,
  to: /^(bis|ende|endet am|enddatum|letzter (ferien)?tag|to|end|end date|until)$/u,
  toTime: /^(endet um|endzeit|end time)$/u,
} as const;

const toColumns = ({ cells }: ListRecord): Columns | undefined => {
  const heads = cells.map((cell) => cell.normalize('NFC').trim().toLowerCase());
  const find = (pattern: RegExp): number | undefined => {
    const at = heads.findIndex((head) => pattern.test(head));
    return at === -1 ? undefined : at;
  };
  const [name, from, to] = [find(HEADS.name), find(HEADS.from), find(HEADS.to)];
  return name === undefined || from === undefined
    ? undefined
    : { name, from, to: to ?? from, toTime: find(HEADS.toTime) };
};

const toSpan = ({ line, cells, fault }: ListRecord, columns: Columns): RawSpan => {
  const cell = (at: number | undefined): string => (at === undefined ? '' : (cells[at] ?? '').trim());
  const from = toDate(cell(columns.from));
  const end = cell(columns.to) === '' ? from : toDate(cell(columns.to));
  const endsAtMidnight = /^0?0:00(:00)?$/u.test(cell(columns.toTime));
  const to = end !== undefined && from !== undefined && endsAtMidnight && end > from ? addDays(end, -1) : end;
  const refusal = fault === 'open-quote' ? { fault } : {};
  return { line, name: cell(columns.name), from, to, ...refusal };
};

/** `26.10.2026`, `26.10.26`, `2026-10-26`, with or without the name of the day before it; anything else is no date. */
const toDate = (text: string): LocalDate | undefined => {
  const plain = text.replace(/^\p{L}{2,10}\.?,?\s+/u, '').replace(/[T ]\d\d:\d\d(:\d\d)?$/u, '');
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d\d)$/u.exec(plain);
  const [, day = '', month = '', year = ''] = german ?? [];
  const date =
    german === null
      ? plain
      : `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? date : undefined;
};
