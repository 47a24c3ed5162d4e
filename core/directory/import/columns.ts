import { accept, refuse, type Result } from '../../kernel/result.ts';
import { spellOut } from '../../kernel/folding.ts';
import type { Encoding } from './decode-bytes.ts';
import { toCleanCell } from './names.ts';
import {
  MAX_RECORDS,
  openText,
  readPersons,
  toPersonRecords,
  toRecords,
  type StaffList,
} from './read-staff-list.ts';
import {
  guessStaffList,
  type StaffColumn,
  type StaffColumns,
  type StaffListForm,
} from './recognise-staff-list.ts';
import type { ListRecord } from './records.ts';
import type { UnreadableKind } from './refusal.ts';

/** A list that was opened and can be read again with other columns; its cells are still those of the file. */
export interface OpenedList {
  readonly encoding: Encoding;
  /** Whether letters were lost before the list came here. */
  readonly doubtful: boolean;
  /** What was recognised; `unknown` with no columns where nothing was. */
  readonly form: StaffListForm;
  readonly records: readonly ListRecord[];
}

/** What somebody says about a list by looking at it. */
export interface ColumnChoice {
  readonly columns: StaffColumns;
  /** Whether the first line only names the columns. */
  readonly hasHeader: boolean;
}

/** A column with its first values, as it is shown to whoever says what it is. */
export interface ListColumn {
  /** From 0. */
  readonly index: number;
  /** What the header calls it; empty where there is none. */
  readonly heading: string;
  /** The first different values, cut and made visible. */
  readonly examples: readonly string[];
  /** What it plainly holds that is never kept. */
  readonly neverKept: NeverKept | undefined;
}

/** What a staff list often has and Umlauf never keeps (R2). */
export type NeverKept = 'mail' | 'telephone' | 'date' | 'address' | 'number';

const EXAMPLES = 3;
const EXAMPLE_LENGTH = 40;
const SAMPLE = 200;
const SHOWN_COLUMNS = 60;

/** Why a file cannot even be looked at; whoever looks at a list can say what its columns are. */
export type OpenFault = Exclude<UnreadableKind, 'unknown-form' | 'no-short-code-column'>;

/** Opens a file for somebody who looks at it: what no form fits is opened all the same, with no column known. */
export const openStaffList = (bytes: Uint8Array): Result<OpenedList, OpenFault> => {
  const opened = openText(bytes);
  if (!opened.ok) return opened;
  const { text, encoding, doubtful } = opened.value;
  const form = guessStaffList(text);
  if (!form.ok) return form;
  const records = toRecords(text, form.value);
  const count = toPersonRecords(records, form.value).length;
  return count > MAX_RECORDS
    ? refuse('too-many-records')
    : accept({ encoding, doubtful, form: form.value, records });
};

/** The choice to begin with: what was recognised. */
export const toFirstChoice = ({ form }: OpenedList): ColumnChoice => ({
  columns: form.columns,
  hasHeader: form.firstLine > 1,
});

/** The persons of an opened list, the columns being what somebody says they are. */
export const readOpenedList = (opened: OpenedList, choice: ColumnChoice): StaffList => {
  const form = toChosenForm(opened, choice);
  return readPersons(toPersonRecords(opened.records, form), opened.encoding, form);
};

/** The form with what somebody says about it; a form of one's own is not held to what a program writes. */
export const toChosenForm = ({ form, records }: OpenedList, choice: ColumnChoice): StaffListForm => ({
  ...form,
  columns: choice.columns,
  cells: Math.max(form.cells, ...Object.values(choice.columns).map((index) => index + 1)),
  firstLine: choice.hasHeader ? toLineAfterHeader(form, records) : 1,
});

/** The columns there are, each with its first values. */
export const toListColumns = (opened: OpenedList, hasHeader: boolean): readonly ListColumn[] => {
  const form = { ...opened.form, firstLine: hasHeader ? toLineAfterHeader(opened.form, opened.records) : 1 };
  const sample = toPersonRecords(opened.records, form).slice(0, SAMPLE);
  const header = hasHeader ? opened.records.findLast(({ line }) => line < form.firstLine) : undefined;
  const count = Math.min(
    SHOWN_COLUMNS,
    Math.max(form.cells, ...Object.values(form.columns).map((i) => i + 1)),
  );
  return Array.from({ length: count }, (_, index) => {
    const values = sample.map(({ cells }) => toCleanCell((cells[index] ?? '').slice(0, 200))).filter(Boolean);
    const heading = toVisible(toCleanCell((header?.cells[index] ?? '').slice(0, 200)));
    return {
      index,
      heading,
      examples: [...new Set(values)].slice(0, EXAMPLES).map(toVisible),
      neverKept: findNeverKept(heading, values),
    };
  });
};

/** The columns of a choice after one of them was said to be something; each meaning stands once. */
export const assignColumn = (
  columns: StaffColumns,
  index: number,
  meaning: StaffColumn | undefined,
): StaffColumns => {
  const isKept = ([known, at]: readonly [string, number]): boolean =>
    at !== index && known !== meaning && !isAgainst(meaning, known);
  const kept = Object.entries(columns).filter(isKept);
  return Object.fromEntries(meaning === undefined ? kept : [...kept, [meaning, index]]);
};

/** What is missing before a list can be compared with the directory. */
export const findMissingColumn = (columns: StaffColumns): 'shortCode' | undefined =>
  columns.shortCode === undefined ? 'shortCode' : undefined;

/** A cell as it may be shown: signs that are not seen or turn the writing are made visible, long ones cut. */
export const toVisible = (cell: string): string => {
  const seen = cell.replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '\ufffd');
  return seen.length > EXAMPLE_LENGTH ? `${seen.slice(0, EXAMPLE_LENGTH).toWellFormed()}…` : seen;
};

/** "Nachname, Vorname" in one column stands for both. */
function isAgainst(meaning: StaffColumn | undefined, known: string): boolean {
  if (meaning === 'fullName') return known === 'lastName' || known === 'firstName';
  return (meaning === 'lastName' || meaning === 'firstName') && known === 'fullName';
}

function toLineAfterHeader(form: StaffListForm, records: readonly ListRecord[]): number {
  if (form.firstLine > 1) return form.firstLine;
  return (records[0]?.line ?? 0) + 1;
}

const HEADINGS: Readonly<Record<NeverKept, RegExp>> = {
  mail: /mail/u,
  telephone: /tel|mobil|handy|phone|fax/u,
  date: /geb|birth|datum|date/u,
  address: /strasse|adresse|ort$|plz|wohn|street|address|city/u,
  number: /personal|nummer|number/u,
};

const VALUES: Readonly<Partial<Record<NeverKept, RegExp>>> = {
  mail: /@/u,
  telephone: /^(\+|0)[\d ()/-]{6,}$/u,
  date: /^(\d{1,2}\.\d{1,2}\.\d{2,4}|(19|20)\d{6}|\d{4}-\d{2}-\d{2})$/u,
};

function findNeverKept(heading: string, values: readonly string[]): NeverKept | undefined {
  for (const [kind, pattern] of Object.entries(VALUES) as [NeverKept, RegExp][]) {
    if (values.length > 0 && values.filter((value) => pattern.test(value)).length > values.length / 2)
      return kind;
  }
  const word = spellOut(heading).replaceAll(/[^a-z]/gu, '');
  if (word === '') return undefined;
  return (Object.entries(HEADINGS) as [NeverKept, RegExp][]).find(([, pattern]) => pattern.test(word))?.[0];
}
