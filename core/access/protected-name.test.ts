import { describe, expect, it } from 'vitest';
import { isProtectedGroupName } from './protected-name.ts';

describe('[R12] a protected group', () => {
  it('is recognised by its name, however it is written', () => {
    const names = [
      'Personalrat',
      'PERSONALRAT',
      'Örtlicher Personalrat',
      'O\u0308PR',
      'ÖPR',
      'OePR Sitzung',
      'PR',
      'P.R.',
      'Personal-Rat',
      'AG Personalräte',
      'Personalrätin',
      'Personalvertretung 2026',
      'Bezirkspersonalrat',
      'BPR',
      'Lehrerrat',
      'Lehrer*innenrat',
      'LehrerInnen-Rat',
      'Lehrerinnen-Rat',
      'Mitarbeitervertretung',
      'MAV',
      'Mitarbeitendenvertretung',
      'Betriebsrat',
      'SBV',
      'Schwerbehindertenvertretung',
      'Staff Council',
      'staff-council',
      'Works council',
    ];
    for (const name of names) expect([name, isProtectedGroupName(name)]).toEqual([name, true]);
  });

  it('is not suspected in groups of other kinds', () => {
    const names = [
      'Kollegium',
      'Fachschaft Deutsch',
      'PR-Team',
      'Presse und PR',
      'Schülerrat',
      'Elternrat',
      'Steuergruppe',
      'Lehrerratgeber',
      'Klassenkonferenz 8b',
      'Personalentwicklung',
      'Beratungsteam',
      'Sprachförderung',
      'MAVERICK',
      '',
    ];
    for (const name of names) expect([name, isProtectedGroupName(name)]).toEqual([name, false]);
  });
});
