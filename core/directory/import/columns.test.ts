import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assignColumn,
  findMissingColumn,
  openStaffList,
  readOpenedList,
  toFirstChoice,
  toListColumns,
  toVisible,
} from './columns.ts';
import { readStaffList } from './read-staff-list.ts';

const utf8 = new TextEncoder();
const fixture = (name: string) =>
  readFileSync(new URL(`../../../tests/fixtures/staff/${name}`, import.meta.url));
const open = (list: string | Uint8Array) => {
  const opened = openStaffList(typeof list === 'string' ? utf8.encode(list) : list);
  if (!opened.ok) throw new Error(opened.refusal);
  return opened.value;
};

describe('[IMP1] a list somebody looks at', () => {
  it('is read as without looking, as long as nothing is said about it', () => {
    for (const name of [
      'Lehrkraefte.dat',
      'STDLEHR.TXT',
      'GPU004.TXT',
      'kollegium-excel.csv',
      'fehlerhaft.csv',
    ]) {
      const opened = open(fixture(name));
      const list = readStaffList(fixture(name));
      expect([name, { ok: true, value: readOpenedList(opened, toFirstChoice(opened)) }]).toEqual([
        name,
        list,
      ]);
    }
  });

  it('of Untis is recognised, and its first names stand far behind', () => {
    const opened = open(fixture('GPU004.TXT'));
    expect(opened.form).toMatchObject({
      form: 'untis',
      separator: ',',
      columns: { shortCode: 0, lastName: 1, firstName: 28 },
    });
    const columns = toListColumns(opened, false);
    expect(columns[28]?.examples).toContain('Hans-Jürgen');
    expect(columns.map(({ neverKept }) => neverKept).filter(Boolean)).toEqual(['mail', 'telephone', 'date']);
  });

  it('has columns with headings and first values, and says which are never kept', () => {
    const opened = open(fixture('Lehrkraefte.dat'));
    const columns = toListColumns(opened, true);
    expect(columns[5]).toEqual({
      index: 5,
      heading: 'Vorname',
      examples: ['O?uz', 'Hans-Jürgen', 'Zoë'],
      neverKept: undefined,
    });
    const never = columns.filter(({ neverKept }) => neverKept !== undefined).map(({ heading }) => heading);
    expect(never).toEqual(
      expect.arrayContaining(['Geburtsdatum', 'Straße', 'Tel. Festnetz', 'Tel. mobil', 'E-Mail']),
    );
    expect(never).not.toContain('Nachname');
  });

  it('of an unknown form is opened all the same and read once its columns are named', () => {
    const opened = open('KUE;x;Kühne;Oğuz\nMUE;y;Müller;Anna\n7;z;8;9\n');
    expect(opened.form).toMatchObject({ form: 'unknown', separator: ';', columns: {} });
    expect(findMissingColumn(toFirstChoice(opened).columns)).toBe('shortCode');
    let { columns } = toFirstChoice(opened);
    columns = assignColumn(columns, 0, 'shortCode');
    columns = assignColumn(columns, 2, 'lastName');
    columns = assignColumn(columns, 3, 'firstName');
    const { people, refused } = readOpenedList(opened, { columns, hasHeader: false });
    expect(people.map(({ shortCode, lastName, firstName }) => [shortCode, lastName, firstName])).toEqual([
      ['KUE', 'Kühne', 'Oğuz'],
      ['MUE', 'Müller', 'Anna'],
    ]);
    expect(refused).toHaveLength(1);
    expect(readOpenedList(opened, { columns, hasHeader: true }).people).toHaveLength(1);
  });

  it('lets each meaning stand once, and a whole name not beside its parts', () => {
    const first = { shortCode: 0, lastName: 1, firstName: 2 };
    expect(assignColumn(first, 2, 'lastName')).toEqual({ shortCode: 0, lastName: 2 });
    expect(assignColumn(first, 1, 'fullName')).toEqual({ shortCode: 0, fullName: 1 });
    expect(assignColumn({ fullName: 0, shortCode: 1 }, 2, 'firstName')).toEqual({
      shortCode: 1,
      firstName: 2,
    });
    expect(assignColumn(first, 0, undefined)).toEqual({ lastName: 1, firstName: 2 });
  });

  it('that is a workbook, binary, empty or far too large is not opened', () => {
    const refusal = (bytes: Uint8Array) => {
      const opened = openStaffList(bytes);
      return opened.ok ? undefined : opened.refusal;
    };
    expect(refusal(Uint8Array.of(0x50, 0x4b, 3, 4, 1))).toBe('workbook');
    expect(refusal(Uint8Array.of(65, 0, 66, 0))).toBe('binary');
    expect(refusal(utf8.encode(' \n '))).toBe('empty');
    expect(refusal(new Uint8Array(5_000_001).fill(65))).toBe('too-large');
    expect(refusal(utf8.encode('a;b\n'.repeat(10_020)))).toBe('too-many-records');
  });

  it('shows what cannot be seen or turns the writing, and cuts what is long', () => {
    expect(toVisible('a\u202Eb\u200Fc\u0000')).toBe('a\ufffdb\ufffdc\ufffd');
    expect(toVisible('x'.repeat(100))).toBe(`${'x'.repeat(40)}…`);
  });

  it('is never thrown at, whatever its bytes and columns are', () => {
    const columns = fc.dictionary(
      fc.constantFrom('shortCode', 'lastName', 'firstName', 'fullName', 'role', 'leadership', 'groups'),
      fc.nat(60),
    );
    fc.assert(
      fc.property(
        fc.oneof(fc.uint8Array(), fc.string({ unit: 'binary' })),
        columns,
        fc.boolean(),
        (input, said, hasHeader) => {
          const opened = openStaffList(typeof input === 'string' ? utf8.encode(input) : input);
          if (!opened.ok) return;
          toListColumns(opened.value, hasHeader);
          const list = readOpenedList(opened.value, { columns: said, hasHeader });
          expect(JSON.stringify(list.people)).not.toMatch(/@|\u202e|=/u);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
