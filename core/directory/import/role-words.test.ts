import { describe, expect, it } from 'vitest';
import { isLeadershipMark, toRole } from './role-words.ts';

describe('the words for roles', () => {
  it('are understood as schools write them', () => {
    const words = {
      teacher: [
        'Lehrkraft',
        'LEHRER',
        'Lehrerin',
        'Lehrer/in',
        'Lehrer:in',
        'Lehrer*in',
        'Lehrer(in)',
        'LK',
        'LAA',
      ],
      leadership: [
        'Schulleitung',
        'Schulleiter',
        'Schulleiterin',
        'Schulleiter/-in',
        'stellv. Schulleiterin',
        'SL',
      ],
      office: ['Sekretariat', 'Sekretärin', 'Schulsekretär', 'Sekretaerin', 'Sekretär_in'],
      'parent-representative': ['Elternvertretung', 'Elternvertreterin', 'parent-representative'],
      guest: ['Gast', 'guest'],
    };
    for (const [role, list] of Object.entries(words)) {
      for (const word of list) expect([word, toRole(word)]).toEqual([word, role]);
    }
  });

  it('never make an administrator, and nothing of what they do not know', () => {
    for (const word of [
      'Administrator',
      'Administration',
      'Admin',
      'root',
      'Hausmeister-Ehrenamt',
      'Personalrat',
      '1',
    ]) {
      expect([word, toRole(word)]).toEqual([word, undefined]);
    }
    expect(toRole('constructor')).toBeUndefined();
  });

  it('mark leadership by anything but a no', () => {
    expect(['Schulleiter', 'Vertret', 'x', 'J', '1'].every(isLeadershipMark)).toBe(true);
    expect(['', 'N', 'nein', '0', '-'].some(isLeadershipMark)).toBe(false);
  });
});
