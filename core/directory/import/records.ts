/** One record of a list as it stands in the file; the cells are untouched apart from their quotes. */
export interface ListRecord {
  /** The line of the file on which the record begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault?: 'open-quote' | 'too-many-cells';
}

export type Separator = '|' | ';' | '\t' | ',';

/** More columns than any staff list has; what lies beyond is not looked at. */
export const MAX_CELLS = 200;
/** A cell with more line breaks is taken for one that was never closed. */
const MAX_BREAKS = 20;

/**
 * Splits a list into records; records without any content are left out. Where a record ends is found first: a quote
 * opens a cell only where the cell begins, and closes it only before a separator or the end of a line (D24). A quote
 * that is never closed refuses its own line and no other, which is why a cell over several lines is believed only
 * if no further cell opens inside it and the record has its `expected` number of cells.
 */
export const splitRecords = (
  text: string,
  separator: Separator,
  options: { readonly expected?: number; readonly limit?: number } = {},
): readonly ListRecord[] => {
  const { expected = 0, limit = Number.POSITIVE_INFINITY } = options;
  const records: ListRecord[] = [];
  let position = { at: 0, line: 1 };
  while (position.at < text.length && records.length < limit) {
    const { record, next } = readRecord(text, separator, position, expected);
    if (record.fault !== undefined || record.cells.some((cell) => cell.trim() !== '')) records.push(record);
    position = next;
  }
  return records;
};

interface Position {
  readonly at: number;
  readonly line: number;
}

interface ReadRecord {
  readonly record: ListRecord;
  readonly next: Position;
}

function readRecord(text: string, separator: Separator, start: Position, expected: number): ReadRecord {
  const cells: string[] = [];
  let count = 0;
  let { at, line } = start;
  let multiLine: Position | undefined;
  for (;;) {
    const quoted = text[at] === '"' ? findClosingQuote(text, separator, at) : undefined;
    if (text[at] === '"' && quoted === undefined) return toOpenQuote(text, start, { at, line });
    const end = quoted === undefined ? findCellEnd(text, separator, at) : quoted.at + 1;
    if (count < MAX_CELLS) {
      cells.push(
        quoted === undefined ? text.slice(at, end) : text.slice(at + 1, quoted.at).replaceAll('""', '"'),
      );
    }
    count += 1;
    if (quoted !== undefined && quoted.breaks > 0) {
      multiLine ??= { at, line };
      line += quoted.breaks;
    }
    at = end;
    if (text[at] !== separator) break;
    at += 1;
  }
  if (multiLine !== undefined && count < expected) return toOpenQuote(text, start, multiLine);
  const record = {
    line: start.line,
    cells,
    ...(count > MAX_CELLS ? { fault: 'too-many-cells' as const } : {}),
  };
  return { record, next: { at: skipLineEnd(text, at), line: line + 1 } };
}

/** The closing quote of the cell that opens at `open`, with the line breaks before it; undefined if there is none. */
function findClosingQuote(
  text: string,
  separator: Separator,
  open: number,
): { at: number; breaks: number } | undefined {
  let breaks = 0;
  for (let at = open + 1; at < text.length; at += 1) {
    const unit = text[at];
    if (unit === '\n' || (unit === '\r' && text[at + 1] !== '\n')) {
      breaks += 1;
      if (breaks > MAX_BREAKS) return undefined;
    }
    if (unit !== '"') continue;
    const after = text[at + 1];
    const before = text[at - 1];
    const opensCell = breaks > 0 && (before === separator || before === '\n' || before === '\r');
    if (after === '"') {
      if (opensCell) return undefined;
      at += 1;
    } else if (after === undefined || after === separator || after === '\n' || after === '\r') {
      return { at, breaks };
    } else if (opensCell) {
      return undefined;
    }
  }
  return undefined;
}

function toOpenQuote(text: string, start: Position, open: Position): ReadRecord {
  const end = findLineEnd(text, open.at);
  return {
    record: { line: start.line, cells: [], fault: 'open-quote' },
    next: { at: skipLineEnd(text, end), line: open.line + 1 },
  };
}

function findCellEnd(text: string, separator: Separator, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

function findLineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

function skipLineEnd(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
}
