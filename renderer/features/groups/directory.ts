import { createPersonFinder, type PersonFinder } from '#core/directory/matching.ts';
import type { Person } from '#core/directory/person.ts';
import { findMember, type Group, type GroupMember, type GroupType } from '#core/groups/group.ts';
import type { PersonName } from '#core/kernel/document.ts';
import { foldGerman } from '#core/kernel/folding.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Painted } from '#core/protocol/overlay.ts';
import { toTypeWord } from './words.ts';

/** A person with what it belongs to, as the directory lists it. */
export interface PersonEntry extends Omit<Person, 'kind'> {
  readonly groups: readonly string[];
  /** Names of the groups it chairs. */
  readonly chairOf: readonly string[];
  /** Names of the others, without all staff: what tells one colleague from another. */
  readonly memberOf: readonly string[];
}

/** A group as the directory lists it for one reader. */
export interface GroupEntry {
  readonly group: Painted<'group'>;
  /** The reader's own place in it. */
  readonly mine: GroupMember | undefined;
  readonly chairs: readonly PersonName[];
}

const byName = (left: Pick<Group, 'name'>, right: Pick<Group, 'name'>): number =>
  left.name.localeCompare(right.name, 'de', { numeric: true });

/** What somebody teaches says most about them, what everybody belongs to least. */
const KINDS: readonly GroupType[] = ['subject', 'class', 'working', 'body', 'staff'];
const byKind = (left: Group, right: Group): number => KINDS.indexOf(left.type) - KINDS.indexOf(right.type);

/** The persons of the school with their groups; finds them by name, short code, role and group. */
export const toPersonFinder = (
  persons: readonly Person[],
  groups: readonly Group[],
): PersonFinder<PersonEntry> => {
  const sorted = [...groups].sort((left, right) => byKind(left, right) || byName(left, right));
  const memberships = new Map<Id, { groups: string[]; chairOf: string[]; memberOf: string[] }>();
  for (const group of sorted) {
    for (const member of group.members) {
      const entry = memberships.get(member.person.id) ?? { groups: [], chairOf: [], memberOf: [] };
      entry.groups.push(group.name);
      if (member.function === 'chair') entry.chairOf.push(group.name);
      else if (group.type !== 'staff') entry.memberOf.push(group.name);
      memberships.set(member.person.id, entry);
    }
  }
  const none = { groups: [], chairOf: [], memberOf: [] };
  return createPersonFinder(
    persons.map((person) => ({ ...person, ...(memberships.get(person.id) ?? none) })),
  );
};

/** The name under which a person of the directory is written into a group. */
export const toName = ({ id, shortCode, firstName, lastName }: PersonEntry): PersonName => ({
  id,
  shortCode,
  firstName,
  lastName,
});

/** The groups as one reader sees them: those the reader belongs to first, then by name. */
export const toGroupEntries = (groups: readonly Painted<'group'>[], readerId: Id): readonly GroupEntry[] =>
  groups
    .map((group) => ({
      group,
      mine: findMember(group, readerId),
      chairs: group.members.filter((member) => member.function === 'chair').map((member) => member.person),
    }))
    .sort(
      (left, right) =>
        Number(right.mine !== undefined) - Number(left.mine !== undefined) || byName(left.group, right.group),
    );

/** Groups by name and kind: every word typed must begin a word of these or, from three letters on, lie in the name. */
export const findGroups = (entries: readonly GroupEntry[], query: string): readonly GroupEntry[] => {
  const wanted = toWords(query);
  if (wanted.length === 0) return [];
  return entries.filter(({ group }) => {
    const names = toWords(group.name);
    const words = [...names, ...toWords(toTypeWord(group.type))];
    return wanted.every(
      (word) =>
        words.some((known) => known.startsWith(word)) ||
        (word.length >= 3 && names.some((name) => name.includes(word))),
    );
  });
};

/** The letter under which a name stands in the directory. */
export const toLetter = (person: Pick<Person, 'lastName'>): string =>
  foldGerman(person.lastName).slice(0, 1).toLocaleUpperCase('de');

const toWords = (text: string): readonly string[] =>
  foldGerman(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
