import { describe, expect, it } from 'vitest';
import type { Id } from '../../kernel/id.ts';
import { toImportReport } from './import-report.ts';
import { planImport, type ExistingPerson } from './plan-import.ts';
import { readStaffList } from './read-staff-list.ts';

const list = (text: string) => {
  const outcome = readStaffList(new TextEncoder().encode(text));
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
};
const HEADER = 'Nachname;Vorname;Kürzel;Rolle;Gruppen\n';
const anna: ExistingPerson = {
  id: 'anna' as Id,
  shortCode: 'Mül',
  lastName: 'Müller',
  firstName: 'Anna',
  role: 'leadership',
  groups: ['Kollegium', 'Steuergruppe'],
};
const oguz: ExistingPerson = {
  ...anna,
  id: 'oguz' as Id,
  shortCode: 'Kuh',
  lastName: 'Kühne',
  firstName: 'Oğuz',
};

describe('[D24] the plan of an import', () => {
  it('matches by short code, composed or not, in any case, and keeps the code as it is', () => {
    const plan = planImport(list(`${HEADER}Müller;Anna-Lena;MU\u0308L;;`), [anna]);
    expect(plan.updated).toMatchObject([
      { id: 'anna', shortCode: 'Mül', firstName: 'Anna-Lena', status: 'updated' },
    ]);
  });

  it('leaves what an empty cell or a missing column does not say', () => {
    const kept = { role: 'leadership', groups: ['Kollegium', 'Steuergruppe'] };
    expect(planImport(list(`${HEADER}Müller;Anna;Mül;;`), [anna]).unchanged).toMatchObject([kept]);
    expect(planImport(list('Müller, Anna\tMül\n'), [anna]).unchanged).toMatchObject([kept]);
    expect(planImport(list('Kürzel;Gruppen\nMül;Fachschaft Deutsch\n'), [anna]).updated).toMatchObject([
      { lastName: 'Müller', firstName: 'Anna', groups: ['Kollegium', 'Steuergruppe', 'Fachschaft Deutsch'] },
    ]);
  });

  it('cannot make a person of a code alone', () => {
    const plan = planImport(list('Kürzel;Gruppen\nNeu;Kollegium\n'), [anna]);
    expect(plan.refused.map(({ kind }) => kind)).toEqual(['last-name-missing']);
    const untis = planImport(list('"Neu","Neumann",\n"Mül","Müller",'), [anna]);
    expect(untis.refused.map(({ kind }) => kind)).toEqual(['first-name-missing']);
    expect(untis.unchanged).toHaveLength(1);
  });

  it('takes the role a cell names, and teacher where nothing is known', () => {
    const plan = planImport(list(`${HEADER}Müller;Anna;Mül;Lehrkraft;\nNeumann;Nina;Neu;;`), [anna]);
    expect(plan.people.map(({ role }) => role)).toEqual(['teacher', 'teacher']);
  });

  it('adds groups in the spelling they have, and only proposes to remove', () => {
    const plan = planImport(
      list(
        `${HEADER}Müller;Anna;Mül;;"kollegium, FACHSCHAFT SPORT"\nNeumann;Nina;Neu;;Fachschaft sport, ag neu`,
      ),
      [anna],
      ['Fachschaft Sport'],
    );
    expect(plan.people.map(({ groups }) => groups)).toEqual([
      ['Kollegium', 'Steuergruppe', 'Fachschaft Sport'],
      ['Fachschaft Sport', 'ag neu'],
    ]);
    expect(plan.people[0]?.groupsAdded).toEqual(['Fachschaft Sport']);
    expect(plan.removalsProposed).toEqual([{ personId: 'anna', shortCode: 'Mül', group: 'Steuergruppe' }]);
  });

  it('refuses a known name under another code, in the directory or in the list', () => {
    const text = `${HEADER}MÜLLER;anna;Mue;;\nMueller;Anna;Mua;;\nNeu;Nina;Ne1;;\nNeu;Nina;Ne2;;\nK?hne;O?uz;Ku2;;`;
    const plan = planImport(list(text), [anna, oguz]);
    expect(plan.new.map(({ shortCode }) => shortCode)).toEqual(['Ne1']);
    expect(plan.refused.map(({ line, kind }) => [line, kind])).toEqual(
      [2, 3, 5, 6].map((line) => [line, 'ambiguous-name']),
    );
    expect(toImportReport(plan).refused[0]?.reason).toBe(
      'anna MÜLLER (Mue): Nicht eindeutig: Derselbe Name steht schon unter dem Kürzel „Mül“.',
    );
  });

  it('does not exchange two persons whose codes were exchanged', () => {
    const plan = planImport(list(`${HEADER}Kühne;Oğuz;Mül;;\nMüller;Anna;Kuh;;`), [anna, oguz]);
    expect([plan.people, plan.refused.map(({ kind }) => kind)]).toEqual([
      [],
      ['ambiguous-name', 'ambiguous-name'],
    ]);
  });

  it('leaves two persons of one name alone whom the directory knows by their codes', () => {
    const second = { ...anna, id: 'second' as Id, shortCode: 'Mua' };
    const plan = planImport(list(`${HEADER}Müller;Anna;Mül;;\nMüller;Anna;Mua;;`), [anna, second]);
    expect(plan.unchanged).toHaveLength(2);
  });

  it('never lets a doubtful letter overwrite a good one', () => {
    expect(planImport(list(`${HEADER}Kühne;O?uz;Kuh;;`), [oguz]).unchanged).toMatchObject([
      { firstName: 'Oğuz', doubtful: false },
    ]);
    expect(
      planImport(list(`${HEADER}Kühne;Oğuz;Kuh;;`), [{ ...oguz, firstName: 'O?uz' }]).updated,
    ).toMatchObject([{ firstName: 'Oğuz', doubtful: false }]);
    expect(planImport(list(`${HEADER}Kühne;Ça?la;Kuh;;`), [oguz]).refused).toMatchObject([
      { kind: 'doubtful-name' },
    ]);
    expect(planImport(list(`${HEADER}Kühne;Ça?la;Neu;;`), [oguz]).new).toMatchObject([{ doubtful: true }]);
  });

  it('names whom the list does not have, and takes nobody away', () => {
    const plan = planImport(list(`${HEADER}Müller;Anna;Mül;;`), [anna, oguz]);
    expect(plan.missing).toEqual([oguz]);
    expect(plan.people).toHaveLength(1);
  });

  it('proposes no removal for a person whose line it refuses', () => {
    expect(planImport(list(`${HEADER}Kühne;Ça?la;Kuh;;Neu`), [oguz]).removalsProposed).toEqual([]);
  });

  it('reports in the order of the list, with no field more than the command line prints', () => {
    const plan = planImport(list(`${HEADER}Neu;Nina;Neu;;"Kollegium, MAV"\nMüller;;Mül;;`), [anna]);
    const report = toImportReport(plan);
    expect(Object.keys(report)).toEqual(['read', 'new', 'updated', 'unchanged', 'refused', 'people']);
    expect(report.refused.map(({ line }) => line)).toEqual([2, 3]);
    expect(report.people).toEqual([
      { shortCode: 'Neu', lastName: 'Neu', firstName: 'Nina', role: 'teacher', groups: ['Kollegium'] },
    ]);
    expect(JSON.stringify(report)).not.toMatch(/admin/iu);
  });

  it('[IMP10] puts whoever comes new as staff among all staff, and proposes to take nobody out of it', () => {
    const text = 'Nachname;Vorname;Kürzel;Rolle\nNeumann;Nina;Neu;\nGast;Gerd;Gas;Gast\nKühne;Oğuz;Kuh;\n';
    const outside = { ...oguz, groups: [] };
    const plan = planImport(list(text), [anna, outside], ['Kollegium'], 'Kollegium');
    expect(plan.new.map(({ shortCode, groupsAdded }) => [shortCode, groupsAdded])).toEqual([
      ['Neu', ['Kollegium']],
      ['Gas', []],
    ]);
    // Whoever was taken out on purpose is not put back.
    expect(plan.unchanged.map(({ shortCode }) => shortCode)).toEqual(['Kuh']);
    const named = `${HEADER}Neumann;Nina;Neu;;"kollegium, AG Garten"\nMüller;Anna;Mül;;AG Garten`;
    const second = planImport(list(named), [anna], ['Kollegium'], 'Kollegium');
    expect(second.new[0]?.groupsAdded).toEqual(['Kollegium', 'AG Garten']);
    expect(second.removalsProposed.map(({ group }) => group)).toEqual(['Steuergruppe']);
    expect(planImport(list(text), [anna, outside], ['Kollegium']).new[0]?.groupsAdded).toEqual([]);
  });

  it('takes no long time for 10,000 persons with lost letters', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => {
      const letters = [...String(index).padStart(4, '0')]
        .map((digit) => 'abcdefghij'.charAt(Number(digit)))
        .join('');
      return `?????????????????${letters};?nna;K${String(index)};;`;
    });
    const big = list(HEADER + rows.join('\n'));
    const started = performance.now();
    const plan = planImport(big, [anna]);
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(plan.new).toHaveLength(10_000);
  });
});
