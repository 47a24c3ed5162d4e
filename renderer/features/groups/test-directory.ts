import type { GroupFunction, Role } from '#core/access/roles.ts';
import type { Person } from '#core/directory/person.ts';
import type { Group, GroupType } from '#core/groups/group.ts';
import type { PersonName } from '#core/kernel/document.ts';
import { createId, type Id } from '#core/kernel/id.ts';
import type { Self } from '#renderer/replica/contract.ts';

/** Ids for tests: the same in every run. */
export const createCounter = (seed: number): (() => Id) => {
  let state = seed;
  const nextByte = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  };
  return () => createId({ bytes: (length) => Uint8Array.from({ length }, nextByte) });
};

const nextId = createCounter(7);

/** A person of an invented school. */
export const toPerson = (
  shortCode: string,
  firstName: string,
  lastName: string,
  said: Partial<Pick<Person, 'role' | 'administrator' | 'staffCouncil'>> = {},
): Person => ({
  id: nextId(),
  kind: 'person',
  rev: 1,
  inv: 0,
  shortCode,
  firstName,
  lastName,
  role: 'teacher',
  administrator: false,
  staffCouncil: false,
  ...said,
});

/** A group; its first member chairs it, unless `places` says otherwise. */
export const toGroup = (
  name: string,
  type: GroupType,
  members: readonly PersonName[],
  places: readonly GroupFunction[] = ['chair'],
): Group => ({
  id: nextId(),
  kind: 'group',
  rev: 1,
  inv: 0,
  name,
  type,
  members: members.map(({ id, shortCode, firstName, lastName }, index) => ({
    person: { id, shortCode, firstName, lastName },
    function: places[index] ?? 'member',
    votingStatus: 'entitled',
  })),
});

/** A person as the one who sits here, with the memberships the groups give. */
export const toSelf = (person: Person, groups: readonly Group[]): Self => ({
  name: person,
  role: person.role,
  administrator: person.administrator,
  actor: {
    personId: person.id,
    role: person.role,
    administrator: person.administrator,
    memberships: groups.flatMap((group) =>
      group.members
        .filter((member) => member.person.id === person.id)
        .map((member) => ({
          groupId: group.id,
          function: member.function,
          votingStatus: member.votingStatus,
        })),
    ),
  },
});

const FIRST = ['Anna', 'Björn', 'Çiğdem', 'Dörte', 'Emil', 'Frauke', 'Günther', 'Hanna', 'İbrahim', 'Jürgen'];
const LAST = [
  'Ahlers',
  'Bäumler',
  'Çelik',
  'Dreyer',
  'Eßer',
  'Förster',
  'Gruber',
  'Hübner',
  'Ivanova',
  'Jäger',
];
const ENDS = ['', '-Bauer', '-Krüger', 'mann', ' von Trotha', 'sen'];

/** So many invented people, all with different names. */
export const toManyPersons = (count: number, role: Role = 'teacher'): readonly Person[] =>
  Array.from({ length: count }, (_, index) => {
    const first = FIRST[index % 10] ?? '';
    const last = `${LAST[Math.floor(index / 10) % 10] ?? ''}${ENDS[Math.floor(index / 100) % 6] ?? ''}`;
    return toPerson(`X${index.toString(36).toUpperCase().padStart(2, '0')}`, first, last, { role });
  });

export const brandt = toPerson('BRA', 'Katharina', 'Brandt');
export const demirel = toPerson('DEM', 'Yusuf', 'Demirel');
export const krautwurst = toPerson('KRA', 'Annette', 'Krautwurst');
export const oehlschlaeger = toPerson('OEH', 'Sabine', 'Oehlschläger', { role: 'leadership' });
export const sandrock = toPerson('SAN', 'Ute', 'Sandrock', { role: 'office' });
export const wiechert = toPerson('WIE', 'Jonas', 'Wiechert');
export const hagemann = toPerson('HAG', 'Bernd', 'Hagemann', { administrator: true });
export const parents = toPerson('ELT', 'Marlene', 'Pfisterer', { role: 'parent-representative' });

export const people = [
  brandt,
  demirel,
  krautwurst,
  oehlschlaeger,
  sandrock,
  wiechert,
  hagemann,
  parents,
] as const;

export const history = toGroup('Fachschaft Geschichte', 'subject', [demirel, brandt, oehlschlaeger]);
export const class8b = toGroup('Klassenteam 8b', 'class', [wiechert, krautwurst]);
export const conference = toGroup(
  'Schulkonferenz',
  'body',
  [oehlschlaeger, brandt, parents],
  ['chair', 'deputy'],
);
export const groups = [history, class8b, conference] as const;
