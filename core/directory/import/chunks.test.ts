import { describe, expect, it } from 'vitest';
import type { Id } from '../../kernel/id.ts';
import { importStaff } from '../commands.ts';
import { CHUNK_PERSONS, toChunks } from './chunks.ts';
import { planImport, type ExistingPerson } from './plan-import.ts';
import { toPlanMark } from './plan-mark.ts';
import { readStaffList } from './read-staff-list.ts';

const HEADER = 'Nachname;Vorname;Kürzel;Rolle;Gruppen\n';
const read = (text: string) => {
  const list = readStaffList(new TextEncoder().encode(text));
  if (!list.ok) throw new Error(list.refusal);
  return list.value;
};
const toWord = (index: number): string =>
  [...String(index).padStart(4, '0')].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('');
const anna: ExistingPerson = {
  id: 'anna' as Id,
  shortCode: 'Mül',
  lastName: 'Müller',
  firstName: 'Anna',
  role: 'teacher',
  groups: ['Kollegium'],
};
/** The largest frame of the protocol, in bytes. */
const FRAME = 512 * 1_024;
const importId = 'aaaaaaaaaaaaaaaaaaaaaaaaaa';

describe('[IMP3] the pieces of an import', () => {
  it('hold whom the list changes, and nobody else', () => {
    const list = read(`${HEADER}Müller;Anna;Mül;;\nNeu;Nina;Neu;;\nOhne;;Ohn;;`);
    const [piece, ...others] = toChunks(list, planImport(list, [anna]));
    expect(others).toEqual([]);
    expect(piece?.persons.map(({ shortCode }) => shortCode)).toEqual(['Neu']);
    const again = planImport(list, [
      anna,
      { ...anna, id: 'neu' as Id, shortCode: 'Neu', lastName: 'Neu', firstName: 'Nina' },
    ]);
    expect(toChunks(list, again)).toEqual([]);
  });

  it('stay far below the largest frame and fit the command, however long the cells are', () => {
    const groups = Array.from({ length: 50 }, (_, index) => `${toWord(index)}${'ß'.repeat(70)}`).join(', ');
    const rows = Array.from(
      { length: 600 },
      (_, index) => `Ä${toWord(index)};Änne;K${String(index)};;"${groups}"`,
    );
    const list = read(HEADER + rows.join('\n'));
    const pieces = toChunks(list, planImport(list, []));
    expect(pieces.flatMap(({ persons }) => persons)).toHaveLength(600);
    for (const piece of pieces) {
      expect(piece.persons.length).toBeLessThanOrEqual(CHUNK_PERSONS);
      expect(new Blob([JSON.stringify(piece)]).size).toBeLessThan(FRAME * 0.75);
      expect(importStaff.args.safeParse({ importId, ...piece }).success).toBe(true);
    }
  });

  it('carry a mark that tells every other effect apart', () => {
    const mark = (text: string, people: readonly ExistingPerson[]) =>
      toPlanMark(planImport(read(HEADER + text), people).people);
    const marks = [
      mark('Müller;Anna;Mül;;', []),
      mark('Müller;Anna;Mül;;', [anna]),
      mark('Müller;Anna;Mül;;', [{ ...anna, firstName: 'Anne' }]),
      mark('Müller;Anna;Mül;Schulleitung;', [anna]),
      mark('Müller;Anna;Mül;;Fachschaft Sport', [anna]),
      mark('Müller;Anne;Mül;;', [anna]),
    ];
    expect(new Set(marks).size).toBe(marks.length);
    for (const one of marks) expect(one).toMatch(/^[0-9a-f]{16}$/u);
    // Whether a group has just been created by an earlier piece, and how it is spelled, makes no difference.
    const spelled = planImport(read(`${HEADER}Neu;Nina;Neu;;fachschaft SPORT`), [], ['Fachschaft Sport']);
    expect(toPlanMark(spelled.people)).toBe(mark('Neu;Nina;Neu;;Fachschaft Sport', []));
  });

  it('are refused as a command with a hostile cell, a code twice, or too many persons', () => {
    const person = { line: 2, shortCode: 'Kuh', lastName: 'Kühne', firstName: 'Oğuz' };
    const isTaken = (...persons: readonly object[]) =>
      importStaff.args.safeParse({ importId, persons, mark: '0123456789abcdef' }).success;
    expect(isTaken(person)).toBe(true);
    const hostile = [
      { ...person, lastName: '=1+1' },
      { ...person, firstName: 'a@b.de' },
      { ...person, firstName: '\u202Ezugo' },
      { ...person, shortCode: '12345' },
      { ...person, role: 'administrator' },
      { ...person, groups: ['Personalrat'] },
      { ...person, groups: ['<b>'] },
      { ...person, groups: Array.from({ length: 51 }, (_, index) => `Gruppe ${String(index)}`) },
      { ...person, line: 0 },
    ];
    for (const one of hostile) expect([one, isTaken(one)]).toEqual([one, false]);
    expect(isTaken(person, { ...person, shortCode: 'KUH' })).toBe(false);
    expect(isTaken()).toBe(false);
    const many = Array.from({ length: CHUNK_PERSONS + 1 }, (_, index) => ({
      ...person,
      shortCode: `K${String(index)}`,
    }));
    expect(isTaken(...many)).toBe(false);
  });
});

describe('[IMP4] a group', () => {
  it('takes no more than its 2,000 members; the persons stay', () => {
    const rows = Array.from(
      { length: 2_003 },
      (_, index) => `Ä${toWord(index)};Änne;K${String(index)};;Kollegium`,
    );
    const plan = planImport(read(HEADER + rows.join('\n')), [anna]);
    expect(plan.new).toHaveLength(2_003);
    expect(plan.people.filter(({ groups }) => groups.includes('Kollegium'))).toHaveLength(1_999);
    expect(plan.refused.map(({ kind }) => kind)).toEqual(Array.from({ length: 4 }, () => 'group-full'));
    expect(plan.groupsCreated).toEqual([]);
  });
});
