import { describe, expect, it } from 'vitest';
import type { Role } from '../access/roles.ts';
import { createPersonFinder, type Findable } from './matching.ts';

const person = (
  shortCode: string,
  firstName: string,
  lastName: string,
  groups: readonly string[] = [],
  role: Role = 'teacher',
): Findable => ({ shortCode, firstName, lastName, groups, role });

const people = [
  person('Mül', 'Jürgen', 'Müller', ['Kollegium', 'Fachschaft Deutsch']),
  person('Mul', 'Eberhard', 'Müller-Lüdenscheidt', ['Kollegium', 'Steuergruppe']),
  person('Wei', 'Çağla', 'Weiß', ['Kollegium']),
  person('Grj', 'Anna', 'Groß', ['Kollegium'], 'office'),
  person('Ann', 'Björn', 'Großmann', ['Kollegium', 'Klassenkonferenz 8b']),
  person('Kuh', 'Oğuz', 'Kühne', ['Kollegium'], 'leadership'),
  person('Von', 'Yvonne', 'von der Heide', ['Kollegium']),
  person('Oco', 'Eberhard', "O'Connor", ['Kollegium']),
  person('Man', 'Manuel', 'Bäuerle', ['Kollegium']),
];
const find = createPersonFinder(people);
const codes = (query: string) => find(query).map(({ shortCode }) => shortCode);

describe('[R10] a person is found', () => {
  it('by name, ü as ue or u, ß as ss, ğ as g', () => {
    for (const query of ['Müller', 'mueller', 'MULLER', 'Mu\u0308ller'])
      expect(codes(query)).toEqual(['Mül', 'Mul']);
    for (const query of ['weiß', 'Weiss']) expect(codes(query)).toEqual(['Wei']);
    expect(codes('caglA')).toEqual(['Wei']);
    for (const query of ['Bäuerle', 'Baeuerle', 'bauerle']) expect(codes(query)).toEqual(['Man']);
    expect(codes('oconnor')).toEqual(['Oco']);
    expect(codes("o'connor")).toEqual(['Oco']);
    expect(codes('connor')).toEqual(['Oco']);
    expect(codes('von der heide')).toEqual(['Von']);
  });

  it('by first and last name in any order, and by beginnings of both', () => {
    expect(codes('Müller Jürgen')).toEqual(['Mül']);
    expect(codes('jürgen mü')).toEqual(['Mül']);
    expect(codes('Müller, J')).toEqual(['Mül']);
    expect(codes('lüdens')).toEqual(['Mul']);
    expect(codes('mann')).toEqual(['Ann']);
  });

  it('by short code first', () => {
    expect(codes('ann')).toEqual(['Ann', 'Grj']);
    expect(codes('KUH')[0]).toBe('Kuh');
    expect(codes('man')[0]).toBe('Man');
  });

  it('by role and group', () => {
    expect(codes('Sekretariat')).toEqual(['Grj']);
    expect(codes('schulleit')).toEqual(['Kuh']);
    expect(codes('Steuergruppe')).toEqual(['Mul']);
    expect(codes('fachschaft deutsch')).toEqual(['Mül']);
    expect(codes('8b')).toEqual(['Ann']);
    expect(codes('kollegium weiss')).toEqual(['Wei']);
  });

  it('with every letter that is typed', () => {
    for (const target of people) {
      const query = `${target.firstName} ${target.lastName}`;
      for (let length = 1; length <= query.length; length += 1) {
        expect(find(query.slice(0, length))).toContain(target);
      }
    }
  });

  it('or is not', () => {
    expect(codes('xyz')).toEqual([]);
    expect(codes('Müller xyz')).toEqual([]);
    expect(codes('?!')).toEqual([]);
  });

  it('in order of the name when nothing is asked', () => {
    expect(codes('  ')).toEqual(['Man', 'Grj', 'Ann', 'Kuh', 'Mül', 'Mul', 'Oco', 'Von', 'Wei']);
  });

  it('among 300 people faster than letters are typed', () => {
    const many = Array.from({ length: 300 }, (_, index) => {
      const template = people[index % people.length] ?? person('X', 'X', 'X');
      return { ...template, shortCode: `${template.shortCode}${String(index)}` };
    });
    const findMany = createPersonFinder(many);
    const started = performance.now();
    for (let count = 0; count < 100; count += 1) findMany('müller fachschaft');
    expect((performance.now() - started) / 100).toBeLessThan(16);
  });
});
