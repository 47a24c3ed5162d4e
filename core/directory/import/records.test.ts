import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRecords } from './records.ts';

const cells = (text: string, expected = 0) =>
  splitRecords(text, ';', { expected }).map((record) => record.fault ?? record.cells);
const lines = (text: string, expected = 0) => splitRecords(text, ';', { expected }).map(({ line }) => line);

describe('the records of a list', () => {
  it('end with the line, however lines end', () => {
    expect(cells('a;b\nc;d\r\ne;f\rg;h')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
    ]);
    expect(lines('a\r\n\r\nb\n\n\nc\r\rd')).toEqual([1, 3, 6, 8]);
  });

  it('leave out what holds nothing', () => {
    expect(cells('\n;;;\n  \na\n')).toEqual([['a']]);
    expect(cells('')).toEqual([]);
  });

  it('may hold separators, line breaks and doubled quotes within quotes', () => {
    expect(cells('"a;b";"c""d";"e\r\nf"\n"";g')).toEqual([
      ['a;b', 'c"d', 'e\r\nf'],
      ['', 'g'],
    ]);
    expect(lines('"a\nb\r\nc";d\ne')).toEqual([1, 4]);
  });

  it('take a quote for itself where it neither opens nor closes a cell', () => {
    expect(cells('=H("x");y\nKarl "Kalle";z\n"Karl "Kalle" Heinz";z')).toEqual([
      ['=H("x")', 'y'],
      ['Karl "Kalle"', 'z'],
      ['Karl "Kalle" Heinz', 'z'],
    ]);
  });

  it('lose one line to a quote that is never closed, and no other', () => {
    expect(cells('a;b\n"c;d\ne;f\n')).toEqual([['a', 'b'], 'open-quote', ['e', 'f']]);
    expect(cells('"a;b\n"c";d\ne;f')).toEqual(['open-quote', ['c', 'd'], ['e', 'f']]);
    expect(cells('"a;b\nc;"d"\ne;f')).toEqual(['open-quote', ['c', 'd'], ['e', 'f']]);
    expect(cells('"a;b\nc;"";"x"\ne;f')).toEqual(['open-quote', ['c', '', 'x'], ['e', 'f']]);
    expect(cells('a;"b')).toEqual(['open-quote']);
    expect(cells('"')).toEqual(['open-quote']);
    expect(lines('a;b\n"c;d\ne;f\n')).toEqual([1, 2, 3]);
  });

  it('believe a cell over several lines only if the record is complete', () => {
    expect(cells('a;"b\nc";d', 3)).toEqual([['a', 'b\nc', 'd']]);
    expect(cells('"a;b;c\nd;e;f"\ng;h;i', 3)).toEqual(['open-quote', ['d', 'e', 'f"'], ['g', 'h', 'i']]);
    expect(cells(`"a${'\nb'.repeat(21)}";c`)[0]).toBe('open-quote');
  });

  it('have an end, however many cells they have', () => {
    const [record] = splitRecords(';'.repeat(100_000) + 'x', ';');
    expect(record?.fault).toBe('too-many-cells');
    expect(record?.cells.length).toBeLessThanOrEqual(200);
  });

  it('are split in time that grows with the text, whatever its quotes', () => {
    for (const hostile of ['"a;', '"\n', ';"', 'x;"y\n', '"a\n;"\n', '""', '"";"\n', '\r"']) {
      const started = performance.now();
      splitRecords(hostile.repeat(Math.floor(500_000 / hostile.length)), ';', { expected: 4 });
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });

  it('come back as they were written by a program that quotes every cell', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ü', '"', ' ', '|', ',') });
    const record = fc
      .array(cell, { minLength: 3, maxLength: 3 })
      .filter((row) => row.some((text) => text.trim()));
    fc.assert(
      fc.property(fc.array(record), fc.constantFrom('\n', '\r\n', '\r'), (rows, end) => {
        const text = rows
          .map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(';'))
          .join(end);
        expect(cells(text, 3)).toEqual(rows);
      }),
    );
  });

  it('never take a neighbouring line, whatever stands in between', () => {
    const hostile = fc.string({ unit: fc.constantFrom('"', ';', 'a', ' '), maxLength: 12 });
    fc.assert(
      fc.property(hostile, (line) => {
        const records = splitRecords(`a;b;c\n${line}\n"d";e;f\ng;h;i`, ';', { expected: 3 });
        expect(records[0]).toEqual({ line: 1, cells: ['a', 'b', 'c'] });
        expect(records.at(-2)).toEqual({ line: 3, cells: ['d', 'e', 'f'] });
        expect(records.at(-1)).toEqual({ line: 4, cells: ['g', 'h', 'i'] });
      }),
    );
  });
});
