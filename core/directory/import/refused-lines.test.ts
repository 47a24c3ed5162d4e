import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openStaffList, readOpenedList, toFirstChoice } from './columns.ts';
import { planImport } from './plan-import.ts';
import { readStaffList } from './read-staff-list.ts';
import { splitRecords } from './records.ts';
import { toFaultyColumn, toRefusedLines, toRefusedTable } from './refused-lines.ts';

const utf8 = new TextEncoder();
const refuse = (list: Uint8Array) => {
  const opened = openStaffList(list);
  if (!opened.ok) throw new Error(opened.refusal);
  const choice = toFirstChoice(opened.value);
  const plan = planImport(readOpenedList(opened.value, choice), []);
  return toRefusedLines(opened.value, choice, plan.refused);
};
const HEADER = 'Nachname;Vorname;Kürzel;Rolle;Gruppen;E-Mail\n';

describe('[IMP2] refused lines', () => {
  it('are handed back with their reason, and read well again once they are corrected', () => {
    const faulty = readFileSync(new URL('../../../tests/fixtures/staff/fehlerhaft.csv', import.meta.url));
    const table = toRefusedTable(refuse(faulty));
    expect(table.startsWith('\ufeff"Kürzel";"Nachname";"Vorname"')).toBe(true);
    const corrected = table.replace('"";"Groß";"Björn"', '"Gro";"Groß";"Björn"');
    const again = readStaffList(utf8.encode(corrected));
    expect(again.ok && again.value.read).toBe(7);
    expect(again.ok && again.value.people.map(({ shortCode }) => shortCode)).toContain('Gro');
  });

  it('begin no cell as a formula does, whatever stood in the list', () => {
    const cells = ['=HYPERLINK("http://x")', '+49', '-1', '@SUM(A1)', '%0A', '|calc', '=1+1";=2'];
    const rows = cells.map((cell) => `"${cell.replaceAll('"', '""')}";Anna;K1;;;`);
    const table = toRefusedTable(refuse(utf8.encode(HEADER + rows.join('\n'))));
    const read = splitRecords(table.slice(1), ';');
    expect(read).toHaveLength(cells.length + 1);
    for (const { cells: found } of read) {
      for (const cell of found) expect(cell).not.toMatch(/^[=+\-@\t\r|%]/u);
    }
  });

  it('hold no column that nobody asked for, and nothing that turns the writing', () => {
    const [line] = refuse(utf8.encode(`${HEADER};Anna\u202Enna;K1;;;anna@example.org`));
    expect(line).toMatchObject({ line: 2, cells: { firstName: 'Anna\ufffdnna', shortCode: 'K1' } });
    expect(toRefusedTable(line === undefined ? [] : [line])).not.toMatch(/example|\u202e/u);
  });

  it('stand once each, with all that is wrong with them', () => {
    const [line, ...others] = refuse(utf8.encode(`${HEADER}Kühne;Oğuz;Kuh;;"ÖPR, MAV";`));
    expect(others).toEqual([]);
    expect(line?.refusals.map(({ kind }) => kind)).toEqual(['protected-group', 'protected-group']);
    expect(toFaultyColumn('protected-group')).toBe('groups');
  });
});
