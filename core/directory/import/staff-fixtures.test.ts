import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '../../kernel/id.ts';
import { toImportReport } from './import-report.ts';
import { planImport, type ExistingPerson, type ImportPlan } from './plan-import.ts';
import { readStaffList, type StaffList } from './read-staff-list.ts';

const GOOD = [
  'Lehrkraefte.dat',
  'STDLEHR.TXT',
  'GPU004.TXT',
  'kollegium-excel.csv',
  'kollegium-eingefuegt.txt',
] as const;
const load = (name: string) =>
  readFileSync(new URL(`../../../tests/fixtures/staff/${name}`, import.meta.url));
const read = (name: string): StaffList => {
  const list = readStaffList(load(name));
  if (!list.ok) throw new Error(`${name}: ${list.refusal}`);
  return list.value;
};

/** The directory after a plan was carried out. */
const apply = (plan: ImportPlan, before: readonly ExistingPerson[]): readonly ExistingPerson[] => {
  const after = new Map(before.map((person) => [person.shortCode, person]));
  for (const { shortCode, lastName, firstName, role, groups } of plan.people) {
    after.set(shortCode, { id: shortCode as Id, shortCode, lastName, firstName, role, groups });
  }
  return [...after.values()];
};
const importAll = (names: readonly string[]) =>
  names.reduce<readonly ExistingPerson[]>(
    (people, name) => apply(planImport(read(name), people), people),
    [],
  );
const toNames = (people: readonly { shortCode: string; lastName: string; firstName: string }[]) =>
  people.map(({ shortCode, lastName, firstName }) => `${shortCode}: ${lastName}, ${firstName}`).sort();

describe('[D24] the staff list of one school', () => {
  it('is recognised in each of its forms', () => {
    expect(GOOD.map((name) => [read(name).form, read(name).encoding])).toEqual([
      ['schild', 'windows-1252'],
      ['winld', 'windows-1252'],
      ['untis', 'windows-1252'],
      ['spreadsheet', 'utf-8'],
      ['pasted', 'utf-8'],
    ]);
  });

  it('imports to the same 60 persons from every form, lost letters apart', () => {
    const expected = toNames(toImportReport(planImport(read('kollegium-excel.csv'), [])).people);
    expect(expected).toHaveLength(60);
    expect(expected).toContain('Ylm: Yılmaz, Käthe');
    for (const name of GOOD) {
      const report = toImportReport(planImport(read(name), []));
      expect([report.read, report.new, report.updated, report.unchanged, report.refused]).toEqual([
        60,
        60,
        0,
        0,
        [],
      ]);
      const names = toNames(report.people);
      const pattern = names.map((line) => new RegExp(`^${line.replaceAll('?', '.')}$`, 'u'));
      expect(expected.every((line, index) => pattern[index]?.test(line))).toBe(true);
      expect(names.filter((line) => line.includes('?'))).toHaveLength(
        read(name).encoding === 'utf-8' ? 0 : 8,
      );
      expect(read(name).people.filter(({ doubtful }) => doubtful)).toHaveLength(
        read(name).encoding === 'utf-8' ? 0 : 8,
      );
    }
  });

  it('has roles and groups where the form has them', () => {
    const roles = (name: string) =>
      Object.fromEntries(
        planImport(read(name), [])
          .people.filter(({ role }) => role !== 'teacher')
          .map(({ shortCode, role }) => [shortCode, role]),
      );
    expect(roles('Lehrkraefte.dat')).toEqual({ Kuh: 'leadership', Kow: 'leadership' });
    expect(roles('kollegium-excel.csv')).toEqual({ Kuh: 'leadership', Kow: 'leadership', Hau: 'office' });
    expect(roles('STDLEHR.TXT')).toEqual({});
    expect(roles('GPU004.TXT')).toEqual({});
    expect(roles('kollegium-eingefuegt.txt')).toEqual({});
    const excel = planImport(read('kollegium-excel.csv'), []).people;
    expect(excel[0]?.groups).toEqual([
      'Kollegium',
      'Fachschaft Sport',
      'Fachschaft Deutsch',
      'Fachschaft Biologie',
    ]);
    expect(new Set(excel.flatMap(({ groups }) => groups))).toEqual(
      new Set([
        ...['Kollegium', 'Steuergruppe', 'Klassenkonferenz 8b', 'Fachschaft Sport', 'Fachschaft Deutsch'],
        ...['Fachschaft Biologie', 'Fachschaft Mathematik', 'Fachschaft Englisch'],
      ]),
    );
    expect(planImport(read('STDLEHR.TXT'), []).people.every(({ groups }) => groups.length === 0)).toBe(true);
  });

  it('changes nothing when it is imported again', () => {
    for (const name of GOOD) {
      const again = planImport(read(name), importAll([name]));
      expect([again.new.length, again.updated.length, again.unchanged.length]).toEqual([0, 0, 60]);
      expect(again.removalsProposed).toEqual([]);
      expect(again.missing).toEqual([]);
    }
  });

  it('comes to the same directory in whatever order its forms are imported', () => {
    const toDirectory = (people: readonly ExistingPerson[]) =>
      [...people].sort((left, right) => (left.shortCode < right.shortCode ? -1 : 1));
    const expected = toDirectory(importAll(['kollegium-excel.csv']));
    fc.assert(
      fc.property(fc.shuffledSubarray([...GOOD], { minLength: 2 }), (names) => {
        const people = importAll(
          names.includes('kollegium-excel.csv') ? names : [...names, 'kollegium-excel.csv'],
        );
        expect(toDirectory(people)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('holds nothing of what we do not keep', () => {
    for (const name of [...GOOD, 'fehlerhaft.csv']) {
      const list = read(name);
      const plan = planImport(list, []);
      const all = JSON.stringify([list, plan, toImportReport(plan)]);
      for (const dropped of [
        '@',
        '01234',
        'example.org',
        '.19',
        '.20',
        'straße',
        'Musterstadt',
        '79395',
        'OStR',
      ]) {
        expect([name, dropped, all.includes(dropped)]).toEqual([name, dropped, false]);
      }
      for (const word of ['StR', 'Dr.', 'Frau', 'Herr', '100000', 'Stammschul'])
        expect(all).not.toContain(word);
    }
  });
});

describe('[D24] a staff list with what goes wrong in practice', () => {
  it('gives two persons and says of seven lines why not', () => {
    const list = read('fehlerhaft.csv');
    const report = toImportReport(planImport(list, []));
    expect([report.read, report.new, report.updated, report.unchanged]).toEqual([9, 2, 0, 0]);
    expect(report.people).toEqual([
      { shortCode: 'Mül', lastName: 'Müller', firstName: 'Anna', role: 'teacher', groups: [] },
      { shortCode: 'ZündelZ', lastName: 'Zündel', firstName: 'Zoë', role: 'leadership', groups: [] },
    ]);
    expect(list.refused.map(({ line, kind }) => [line, kind])).toEqual([
      [3, 'duplicate-line'],
      [4, 'first-name-missing'],
      [5, 'last-name-missing'],
      [6, 'short-code-missing'],
      [7, 'unknown-role'],
      [9, 'open-quote'],
      [10, 'not-a-last-name'],
    ]);
    expect(report.refused[0]?.reason).toBe('Doppelt: Dieses Kürzel steht schon in Zeile 2.');
    expect(report.refused[4]?.reason).toContain('Käthe Maria Weiß (Wei)');
    expect(JSON.stringify(report)).not.toContain('HYPERLINK');
  });

  it('refuses the same after the good list was imported, and touches nobody of it', () => {
    const before = importAll(['kollegium-excel.csv']);
    const plan = planImport(read('fehlerhaft.csv'), before);
    expect([plan.new.length, plan.updated.length, plan.refused.length]).toEqual([2, 0, 7]);
    expect(plan.missing).toHaveLength(60);
  });
});
