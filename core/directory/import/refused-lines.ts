import { toCleanCell } from './names.ts';
import type { ColumnChoice, OpenedList } from './columns.ts';
import { toGermanReason, type ImportRefusal } from './refusal.ts';
import type { StaffColumn } from './recognise-staff-list.ts';

/** A line that was refused, or a group in it, with the cells that were looked at; no other cell of the list. */
export interface RefusedLine {
  readonly line: number;
  readonly refusals: readonly ImportRefusal[];
  readonly cells: Readonly<Partial<Record<StaffColumn, string>>>;
}

/** What a spreadsheet would take for a formula at the beginning of a cell (owasp.org, CSV Injection). */
const FORMULA = /^[=+\-@\t\r\n|%]/u;
const CELL_LENGTH = 200;

const TITLES: Readonly<Record<StaffColumn, string>> = {
  shortCode: 'Kürzel',
  lastName: 'Nachname',
  firstName: 'Vorname',
  fullName: 'Nachname, Vorname',
  role: 'Rolle',
  leadership: 'Schulleitung',
  groups: 'Gruppen',
};
const ORDER = Object.keys(TITLES) as StaffColumn[];

/** The refused lines of a list in their order, each once. */
export const toRefusedLines = (
  { records }: OpenedList,
  { columns }: ColumnChoice,
  refused: readonly ImportRefusal[],
): readonly RefusedLine[] => {
  const byLine = new Map<number, ImportRefusal[]>();
  for (const refusal of refused) {
    const known = byLine.get(refusal.line);
    if (known === undefined) byLine.set(refusal.line, [refusal]);
    else known.push(refusal);
  }
  return records.flatMap(({ line, cells }) => {
    const refusals = byLine.get(line);
    if (refusals === undefined) return [];
    const looked = Object.entries(columns).map(([column, index]) => [column, toSafe(cells[index] ?? '')]);
    return [{ line, refusals, cells: Object.fromEntries(looked) as RefusedLine['cells'] }];
  });
};

/** Which cell a refusal is about; undefined where it is about the whole line. */
export const toFaultyColumn = (kind: ImportRefusal['kind']): StaffColumn | undefined => {
  switch (kind) {
    case 'last-name-missing':
    case 'not-a-last-name':
    case 'ambiguous-name':
    case 'doubtful-name':
      return 'lastName';
    case 'first-name-missing':
    case 'not-a-first-name':
      return 'firstName';
    case 'name-not-divided':
      return 'fullName';
    case 'short-code-missing':
    case 'not-a-short-code':
    case 'duplicate-line':
      return 'shortCode';
    case 'unknown-role':
    case 'role-kept':
      return 'role';
    case 'not-a-group-name':
    case 'too-many-groups':
    case 'protected-group':
    case 'group-full':
      return 'groups';
    case 'open-quote':
    case 'too-many-cells':
    case 'shifted-cells':
    case 'cell-too-long':
      return undefined;
  }
};

/**
 * The refused lines as a table to be corrected and read again: what was looked at and the reason. No cell begins as a
 * formula does, every cell is quoted, and a byte order mark tells spreadsheets that it is UTF-8.
 */
export const toRefusedTable = (lines: readonly RefusedLine[]): string => {
  const columns = ORDER.filter((column) => lines.some(({ cells }) => cells[column] !== undefined));
  const rows = [
    [...columns.map((column) => TITLES[column]), 'Zeile', 'Grund'],
    ...lines.map(({ line, refusals, cells }) => [
      ...columns.map((column) => cells[column] ?? ''),
      String(line),
      refusals.map((refusal) => toGermanReason(refusal)).join(' '),
    ]),
  ];
  return `\ufeff${rows.map((row) => row.map(toQuoted).join(';')).join('\r\n')}\r\n`;
};

function toQuoted(cell: string): string {
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** A cell that can be seen and is not endless. */
function toSafe(cell: string): string {
  const seen = toCleanCell(cell.slice(0, 4 * CELL_LENGTH)).replaceAll(
    /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu,
    '\ufffd',
  );
  return seen.length > CELL_LENGTH ? `${seen.slice(0, CELL_LENGTH).toWellFormed()}…` : seen;
}
