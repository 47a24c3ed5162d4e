import { spellOut } from '../../kernel/folding.ts';
import { accept, refuse, type Result } from '../../kernel/result.ts';
import { toCleanCell, toName, toShortCode } from './names.ts';
import { splitRecords, type ListRecord, type Separator } from './records.ts';
import type { UnreadableKind } from './refusal.ts';

/** What a column of a list can give; `fullName` is "Nachname, Vorname", `leadership` a mark as SchILD sets it. */
export type StaffColumn =
  'shortCode' | 'lastName' | 'firstName' | 'fullName' | 'role' | 'leadership' | 'groups';

/** Where each column stands, from 0. A column that a form does not have leaves what is stored (D24). */
export type StaffColumns = Readonly<Partial<Record<StaffColumn, number>>>;

/** The form in which a list was recognised, by the program that wrote it. */
export interface StaffListForm {
  readonly form: 'schild' | 'winld' | 'spreadsheet' | 'pasted' | 'untis' | 'unknown';
  readonly separator: Separator;
  readonly columns: StaffColumns;
  /** How many cells a complete record has. */
  readonly cells: number;
  /** The first line that can hold a person: after a title and the header. */
  readonly firstLine: number;
}

/** Headers, spelled out and without anything but letters; earlier words win where a list has several. */
const HEADERS: Readonly<Record<StaffColumn, readonly string[]>> = {
  shortCode: [
    ...['internkrz', 'kuerzel', 'krz', 'lehrerkuerzel', 'lehrkraftkuerzel', 'namenskuerzel', 'kurzzeichen'],
    ...['kurzname', 'kzl', 'kz', 'shortcode', 'abbreviation', 'code'],
  ],
  lastName: ['nachname', 'familienname', 'zuname', 'lastname', 'surname', 'familyname', 'name'],
  firstName: ['vorname', 'rufname', 'firstname', 'givenname', 'forename'],
  fullName: ['nachnamevorname', 'namevorname', 'lastnamefirstname'],
  role: ['rolle', 'role', 'funktion', 'function'],
  leadership: ['schulleitung'],
  groups: ['gruppen', 'gruppe', 'groups', 'group', 'gremien'],
};

const SEPARATORS: readonly Separator[] = [';', '\t', '|', ','];
const SAMPLE = 200;
const TITLE_LINES = 5;
const HALF = 0.5;
const UNTIS_FIRST_NAME = 28;

/**
 * Recognises which program wrote a list and where its columns stand: by the header where there is one, otherwise by
 * what the columns hold (WinLD's STDLEHR.TXT: code, last name, first name, rank, title, sex; a paste from a mail:
 * "Nachname, Vorname" and code; Untis' GPU004.TXT: code, last name, and far behind the first name).
 */
export const recogniseStaffList = (text: string): Result<StaffListForm, UnreadableKind> => {
  const samples = toSamples(text);
  if (samples.every(({ records }) => records.length === 0)) return refuse('empty');
  const headed = samples.map(findHeader).filter((header) => header !== undefined);
  const best = headed.sort((left, right) => countColumns(right) - countColumns(left))[0];
  if (best !== undefined) {
    return best.columns.shortCode === undefined ? refuse('no-short-code-column') : accept(best);
  }
  const form = recogniseByContent(samples);
  return form === undefined ? refuse('unknown-form') : accept(form);
};

/**
 * The form to begin with where somebody is there to say what the columns are: what is recognised, else what the header
 * tells, else only the separator that divides most lines alike. Never refuses a list that has any record.
 */
export const guessStaffList = (text: string): Result<StaffListForm, 'empty'> => {
  const samples = toSamples(text);
  if (samples.every(({ records }) => records.length === 0)) return refuse('empty');
  const headed = samples.map(findHeader).filter((header) => header !== undefined);
  const best = headed.sort((left, right) => countColumns(right) - countColumns(left))[0];
  const form = best ?? recogniseByContent(samples);
  return accept(form ?? toUnknown(samples));
};

interface Sample {
  readonly separator: Separator;
  readonly records: readonly ListRecord[];
}

function toSamples(text: string): readonly Sample[] {
  return SEPARATORS.map((separator) => ({
    separator,
    records: splitRecords(text, separator, { limit: SAMPLE }),
  }));
}

function recogniseByContent(samples: readonly Sample[]): StaffListForm | undefined {
  for (const recognise of [recogniseWinld, recognisePasted, recogniseUntis]) {
    for (const sample of samples) {
      const form = recognise(sample);
      if (form !== undefined) return form;
    }
  }
  return undefined;
}

/** The separator by which most lines have the same number of cells, the more cells the better. */
function toUnknown(samples: readonly Sample[]): StaffListForm {
  const forms = samples.map(({ separator, records }) => {
    const cells = toUsualCells(records);
    const alike = records.filter((record) => record.cells.length === cells).length;
    return { separator, cells, weight: cells > 1 ? (alike / records.length) * Math.min(cells, 4) : 0 };
  });
  const { separator, cells } = forms.reduce((best, form) => (form.weight > best.weight ? form : best), {
    separator: ';' as Separator,
    cells: 1,
    weight: 0,
  });
  return { form: 'unknown', separator, columns: {}, cells, firstLine: 1 };
}

/** The header stands first, or after a title: lines with one cell only. */
function findHeader({ separator, records }: Sample): StaffListForm | undefined {
  for (const record of records.slice(0, TITLE_LINES)) {
    const columns = toColumns(record.cells);
    if (Object.keys(columns).length >= 2) {
      return {
        form: record.cells.some((cell) => toHeaderWord(cell) === 'internkrz') ? 'schild' : 'spreadsheet',
        separator,
        columns,
        cells: record.cells.length,
        firstLine: record.line + 1,
      };
    }
    if (record.cells.filter((cell) => cell.trim() !== '').length > 1) return undefined;
  }
  return undefined;
}

function toColumns(cells: readonly string[]): StaffColumns {
  const words = cells.map(toHeaderWord);
  const columns: Partial<Record<StaffColumn, number>> = {};
  for (const [column, headers] of Object.entries(HEADERS) as [StaffColumn, readonly string[]][]) {
    const found = headers.map((header) => words.indexOf(header)).find((index) => index >= 0);
    if (found !== undefined) columns[column] = found;
  }
  // "Name" beside "Vorname" is the last name; alone it is both, "Nachname, Vorname".
  const { lastName, firstName, ...others } = columns;
  if (lastName === undefined || firstName !== undefined || words[lastName] !== 'name') return columns;
  return { fullName: lastName, ...others };
}

function toHeaderWord(cell: string): string {
  return cell.length > 100 ? '' : spellOut(cell).replaceAll(/\(.*\)|[^a-z]/gu, '');
}

function countColumns(form: StaffListForm): number {
  return Object.keys(form.columns).length;
}

function recogniseWinld({ separator, records }: Sample): StaffListForm | undefined {
  const isWinld = ({ cells }: ListRecord): boolean =>
    cells.length >= 6 &&
    isCode(cells[0]) &&
    isName(cells[1]) &&
    isName(cells[2]) &&
    /^[mwd]$/u.test(cells[5] ?? '');
  if (!isMostly(records, isWinld)) return undefined;
  const columns = { shortCode: 0, lastName: 1, firstName: 2 };
  return { form: 'winld', separator, columns, cells: toUsualCells(records), firstLine: 1 };
}

function recognisePasted({ separator, records }: Sample): StaffListForm | undefined {
  for (const [fullName, shortCode] of [
    [0, 1],
    [1, 0],
  ] as const) {
    const isPasted = ({ cells }: ListRecord): boolean =>
      cells.length >= 2 && isCode(cells[shortCode]) && /^[^,]+,[^,]+$/u.test(cells[fullName] ?? '');
    if (isMostly(records, isPasted)) {
      return { form: 'pasted', separator, columns: { fullName, shortCode }, cells: 2, firstLine: 1 };
    }
  }
  return undefined;
}

/**
 * Field 1 is the code and never repeats, field 2 the longer last name. Field 29 of the teachers' export is the first
 * name (help.untis.at, "Untis Export Schnittstellen", GPU004); in shorter files the user says where it stands.
 */
function recogniseUntis({ separator, records }: Sample): StaffListForm | undefined {
  const isUntis = ({ cells: [code, name, ...others] }: ListRecord): boolean =>
    others.length > 0 && isCode(code) && isName(name) && (name?.length ?? 0) > (code?.length ?? 0);
  const codes = new Set(records.map(({ cells }) => cells[0]));
  if (!isMostly(records, isUntis) || codes.size < records.length * 0.9) return undefined;
  const isFirstNameThere = isMostly(records, ({ cells }) => isName(cells[UNTIS_FIRST_NAME]));
  const columns = {
    shortCode: 0,
    lastName: 1,
    ...(isFirstNameThere ? { firstName: UNTIS_FIRST_NAME } : {}),
  };
  return { form: 'untis', separator, columns, cells: toUsualCells(records), firstLine: 1 };
}

function isMostly(records: readonly ListRecord[], test: (record: ListRecord) => boolean): boolean {
  return records.length > 0 && records.filter(test).length > records.length * HALF;
}

function isCode(cell: string | undefined): boolean {
  return cell !== undefined && toShortCode(cell.trim()) !== undefined;
}

function isName(cell: string | undefined): boolean {
  return cell !== undefined && cell.length <= 200 && toName(toCleanCell(cell)) !== undefined;
}

/** The number of cells that most records have. */
function toUsualCells(records: readonly ListRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0] ?? 0;
}
