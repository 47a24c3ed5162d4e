import { describe, expect, it } from 'vitest';
import { findGroups, toGroupEntries, toLetter, toPersonFinder } from './directory.ts';
import {
  brandt,
  class8b,
  conference,
  groups,
  history,
  krautwurst,
  people,
  toGroup,
  toPerson,
} from './test-directory.ts';

const namesOf = (entries: ReturnType<typeof toGroupEntries>): string[] =>
  entries.map(({ group }) => group.name);

describe('the groups of a school', () => {
  it('stand with the reader’s own first, then by name, numbers as numbers', () => {
    const class10 = toGroup('Klassenteam 10a', 'class', []);
    expect(namesOf(toGroupEntries([class10, class8b, conference, history], brandt.id))).toEqual([
      'Fachschaft Geschichte',
      'Schulkonferenz',
      'Klassenteam 8b',
      'Klassenteam 10a',
    ]);
  });

  it('are found by name, kind and letters inside the name, umlauts or not', () => {
    const entries = toGroupEntries(
      [...groups, toGroup('Förderverein', 'working', []), toGroup('Zeugniskonferenz 5', 'body', [])],
      brandt.id,
    );
    expect(namesOf(findGroups(entries, 'gesch'))).toEqual(['Fachschaft Geschichte']);
    expect(namesOf(findGroups(entries, 'foerder'))).toEqual(['Förderverein']);
    expect(namesOf(findGroups(entries, 'gremium'))).toEqual(['Schulkonferenz', 'Zeugniskonferenz 5']);
    expect(namesOf(findGroups(entries, 'konferenz 5'))).toEqual(['Zeugniskonferenz 5']);
    expect(namesOf(findGroups(entries, 'team 8b'))).toEqual(['Klassenteam 8b']);
    expect(findGroups(entries, 'Turnhalle')).toEqual([]);
    expect(findGroups(entries, '…')).toEqual([]);
  });
});

describe('the persons of a school', () => {
  const find = toPersonFinder(people, groups);
  const codes = (query: string): string[] => find(query).map((person) => person.shortCode);

  it('are found by name, short code, role and group', () => {
    expect(codes('oehl')).toEqual(['OEH']);
    expect(codes('öhl')).toEqual(['OEH']);
    expect(codes('dem')[0]).toBe('DEM');
    expect(codes('Sekretariat')).toEqual(['SAN']);
    expect(codes('klassenteam')).toEqual(['KRA', 'WIE']);
    expect(codes('')).toHaveLength(people.length);
  });

  it('carry what they chair apart from what they belong to, without all staff', () => {
    const staff = toGroup('Kollegium', 'staff', people);
    const [person] = toPersonFinder([krautwurst], [staff, class8b, history])('');
    expect(person?.chairOf).toEqual([]);
    expect(person?.memberOf).toEqual(['Klassenteam 8b']);
    expect(person?.groups).toEqual(['Klassenteam 8b', 'Kollegium']);
  });

  it('stand under the letter they are sorted by', () => {
    expect(toLetter({ lastName: 'Ångström' })).toBe('A');
    expect(toLetter({ lastName: 'Özdemir' })).toBe('O');
    expect(toLetter(toPerson('ZUD', 'Wiebke', 'zu Dohna'))).toBe('Z');
  });
});
