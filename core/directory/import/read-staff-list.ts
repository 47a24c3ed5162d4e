import { isProtectedGroupName } from '../../access/protected-name.ts';
import type { Role } from '../../access/roles.ts';
import { accept, refuse, type Result } from '../../kernel/result.ts';
import { toShortCodeKey } from '../person.ts';
import { decodeBytes, type DecodedText, type Encoding } from './decode-bytes.ts';
import { isDoubtfulName, MAX_CELL, toCleanCell, toName, toShortCode } from './names.ts';
import {
  recogniseStaffList,
  type StaffColumn,
  type StaffColumns,
  type StaffListForm,
} from './recognise-staff-list.ts';
import { splitRecords, type ListRecord } from './records.ts';
import type { ImportRefusal, SimpleRefusalKind, UnreadableKind } from './refusal.ts';
import { isLeadershipMark, toRole } from './role-words.ts';

/** A person as a list gives it. What the list does not say is undefined and leaves what is stored. */
export interface ImportedPerson {
  readonly line: number;
  readonly shortCode: string;
  readonly lastName: string | undefined;
  readonly firstName: string | undefined;
  readonly role: Role | undefined;
  readonly groups: readonly string[] | undefined;
  /** Whether a letter of the name was lost on the way ("O?uz"). */
  readonly doubtful: boolean;
}

/** All that is ever taken from a list: birth dates, addresses and whatever else it holds are dropped while reading. */
export interface StaffList {
  readonly form: StaffListForm['form'];
  readonly encoding: Encoding;
  /** Records read, refused ones included. */
  readonly read: number;
  readonly people: readonly ImportedPerson[];
  readonly refused: readonly ImportRefusal[];
}

/** 5 MB: a school of 200 persons needs 30 kB. */
export const MAX_BYTES = 5_000_000;
export const MAX_RECORDS = 10_000;
/** Titles and the header, which are no records of persons. */
const HEADERS = 6;
/** Groups of one person. */
export const MAX_GROUPS = 50;
const MAX_GROUP_NAME = 80;
const HEAD = 1_000;
/** Formulas, control characters, markup, and what a shifted column might bring: mail addresses, dates, telephones. */
const NO_GROUP_NAME =
  /^[=+-]|@|[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069<>]|\d\.\d{1,2}\.\d{2}|(?<!\d)0\d{2,}[ /-]?\d{3}/u;

/**
 * Reads a staff list in any of its forms. `columns` says where columns stand that nothing in the file tells (Untis);
 * it is laid over what was recognised.
 */
export const readStaffList = (
  bytes: Uint8Array,
  columns: StaffColumns = {},
): Result<StaffList, UnreadableKind> => {
  const opened = openText(bytes);
  if (!opened.ok) return opened;
  const { text, encoding } = opened.value;
  const recognised = recogniseStaffList(text);
  if (!recognised.ok) return recognised;
  const form = { ...recognised.value, columns: { ...recognised.value.columns, ...columns } };
  return readText(text, encoding, form);
};

/** The text of a file that may be a list. Refuses what is too large, a workbook or binary. */
export const openText = (bytes: Uint8Array): Result<DecodedText, 'too-large' | 'workbook' | 'binary'> => {
  if (bytes.length > MAX_BYTES) return refuse('too-large');
  if (isWorkbook(bytes)) return refuse('workbook');
  const { text: decoded, encoding, doubtful } = decodeBytes(bytes);
  if (decoded.slice(0, HEAD).includes('\0')) return refuse('binary');
  // A spreadsheet may state its separator in a line of its own; the line stays, so that lines are counted right.
  const text = decoded.replace(/^sep=.(?=[\r\n])/iu, '');
  return accept({ text, encoding, doubtful });
};

function readText(text: string, encoding: Encoding, form: StaffListForm): Result<StaffList, UnreadableKind> {
  const records = toPersonRecords(toRecords(text, form), form);
  if (records.length > MAX_RECORDS) return refuse('too-many-records');
  return accept(readPersons(records, encoding, form));
}

/** All records of a list, title and header included; one more than are read at most. */
export const toRecords = (text: string, form: StaffListForm): readonly ListRecord[] =>
  splitRecords(text, form.separator, { expected: form.cells, limit: MAX_RECORDS + HEADERS + 1 });

/** The records behind title and header. */
export const toPersonRecords = (
  records: readonly ListRecord[],
  form: Pick<StaffListForm, 'firstLine'>,
): readonly ListRecord[] => records.filter(({ line }) => line >= form.firstLine);

/** Reads the records of persons; whatever stands in other columns is dropped here. */
export const readPersons = (
  records: readonly ListRecord[],
  encoding: Encoding,
  form: StaffListForm,
): StaffList => ({ form: form.form, encoding, read: records.length, ...readRecords(records, form) });

function readRecords(
  records: readonly ListRecord[],
  form: StaffListForm,
): Pick<StaffList, 'people' | 'refused'> {
  const people: ImportedPerson[] = [];
  const refused: ImportRefusal[] = [];
  const lines = new Map<string, number>();
  for (const record of records) {
    const outcome = readPerson(record, form);
    if (!outcome.ok) {
      refused.push(outcome.refusal);
      continue;
    }
    const { person, groupRefusals } = outcome.value;
    const key = toShortCodeKey(person.shortCode);
    const otherLine = lines.get(key);
    if (otherLine !== undefined) {
      refused.push({ kind: 'duplicate-line', line: person.line, otherLine });
      continue;
    }
    lines.set(key, person.line);
    people.push(person);
    refused.push(...groupRefusals);
  }
  return { people, refused };
}

interface ReadPerson {
  readonly person: ImportedPerson;
  readonly groupRefusals: readonly ImportRefusal[];
}

function readPerson(record: ListRecord, form: StaffListForm): Result<ReadPerson, ImportRefusal> {
  const { line, cells } = record;
  const fail = (kind: SimpleRefusalKind): Result<never, ImportRefusal> => refuse({ kind, line });
  if (record.fault !== undefined) return fail(record.fault);
  if (isShifted(cells, form)) return fail('shifted-cells');
  const taken = takeCells(cells, form.columns);
  if (taken === undefined) return fail('cell-too-long');
  const { fullName } = taken;
  const comma = fullName?.indexOf(',') ?? 0;
  if (comma < 0 && fullName !== '') return fail('name-not-divided');
  const last = fullName?.slice(0, Math.max(comma, 0)).trim() ?? taken.lastName;
  const first = fullName?.slice(comma + 1).trim() ?? taken.firstName;
  if (last === '') return fail('last-name-missing');
  if (first === '') return fail('first-name-missing');
  if (taken.shortCode === undefined || taken.shortCode === '') return fail('short-code-missing');
  const lastName = last === undefined ? undefined : toName(last);
  if (last !== undefined && lastName === undefined) return fail('not-a-last-name');
  const firstName = first === undefined ? undefined : toName(first);
  if (first !== undefined && firstName === undefined) return fail('not-a-first-name');
  const shortCode = toShortCode(taken.shortCode);
  if (shortCode === undefined) return fail('not-a-short-code');
  const who = toWho({ shortCode, lastName, firstName });
  const role = readRole(taken);
  if (role === 'unknown') return refuse({ kind: 'unknown-role', line, person: who });
  const { groups, groupRefusals } = readGroups(taken.groups, line, who);
  const doubtful = isDoubtfulName(`${lastName ?? ''} ${firstName ?? ''}`);
  return accept({ person: { line, shortCode, lastName, firstName, role, groups, doubtful }, groupRefusals });
}

/** "Käthe Maria Weiß (Wei)": how a reason names the person it is about. */
export function toWho(person: Pick<ImportedPerson, 'shortCode' | 'lastName' | 'firstName'>): string {
  const name = [person.firstName, person.lastName].filter((part) => part !== undefined).join(' ');
  return name === '' ? person.shortCode : `${name} (${person.shortCode})`;
}

/**
 * Whether the cells of a record cannot be trusted to stand in their columns, so that a birth date or a street might
 * be taken for a name: too many of them, or in the files of administration programs too few.
 */
function isShifted(cells: readonly string[], form: StaffListForm): boolean {
  if (form.form === 'pasted') return false;
  const isWrittenByProgram =
    form.form === 'schild' ||
    form.form === 'winld' ||
    (form.form === 'untis' && form.columns.firstName !== undefined);
  if (isWrittenByProgram && cells.length !== form.cells) return true;
  return cells.slice(form.cells).some((cell) => cell.trim() !== '');
}

/** The clean cells of the known columns, and no others; a cell that a short record lacks is empty. */
function takeCells(
  cells: readonly string[],
  columns: StaffColumns,
): Partial<Record<StaffColumn, string>> | undefined {
  const taken: Partial<Record<StaffColumn, string>> = {};
  for (const [column, index] of Object.entries(columns) as [StaffColumn, number][]) {
    const cell = cells[index] ?? '';
    if (cell.length > MAX_CELL) return undefined;
    taken[column] = toCleanCell(cell);
  }
  return taken;
}

function readRole(taken: Partial<Record<StaffColumn, string>>): Role | undefined | 'unknown' {
  if (isLeadershipMark(taken.leadership ?? '')) return 'leadership';
  return taken.role === undefined || taken.role === '' ? undefined : (toRole(taken.role) ?? 'unknown');
}

/** The groups of a cell. One that may not be is refused alone; the person and the others stay. */
function readGroups(
  cell: string | undefined,
  line: number,
  person: string,
): { groups: readonly string[] | undefined; groupRefusals: readonly ImportRefusal[] } {
  if (cell === undefined || cell === '') return { groups: undefined, groupRefusals: [] };
  const names = new Map<string, string>();
  for (const part of cell.split(/[,;|]/u)) {
    const name = part.trim();
    const key = toGroupKey(name);
    if (name !== '' && !names.has(key)) names.set(key, name);
  }
  if (names.size > MAX_GROUPS) {
    return { groups: undefined, groupRefusals: [{ kind: 'too-many-groups', line, person }] };
  }
  const groups: string[] = [];
  const groupRefusals: ImportRefusal[] = [];
  for (const group of names.values()) {
    const fault = findGroupNameFault(group);
    if (fault === undefined) groups.push(group);
    else if (fault === 'protected-group') groupRefusals.push({ kind: fault, line, person, group });
    else groupRefusals.push({ kind: fault, line, person });
  }
  return { groups, groupRefusals };
}

/** Why no group may have this name, or undefined if one may. */
export function findGroupNameFault(name: string): 'not-a-group-name' | 'protected-group' | undefined {
  if (name.length > MAX_GROUP_NAME || NO_GROUP_NAME.test(name)) return 'not-a-group-name';
  return isProtectedGroupName(name) ? 'protected-group' : undefined;
}

/** What two names of groups are compared by. */
export function toGroupKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Whether the bytes are those of a zip (xlsx, ods), an old Office file or a PDF. */
function isWorkbook(bytes: Uint8Array): boolean {
  const start = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return start === '504b0304' || start === 'd0cf11e0' || start === '25504446';
}
