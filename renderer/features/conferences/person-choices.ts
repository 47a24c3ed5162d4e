import { toFullName, toPersonName, type Person } from '#core/directory/person.ts';
import type { Group } from '#core/groups/group.ts';
import type { PersonName } from '#core/kernel/document.ts';
import type { Id } from '#core/kernel/id.ts';

interface Choice {
  readonly value: Id;
  readonly label: string;
}

const toChoice = (person: PersonName): Choice => ({
  value: person.id,
  label: `${toFullName(person)} (${person.shortCode})`,
});

/** Who may lead or write: members of the body first, then its guests, then everybody of the directory. */
export const toPersonChoices = (
  group: Group | undefined,
  persons: readonly Person[],
  guests: readonly PersonName[],
): readonly Choice[] => {
  const everybody = [
    ...(group?.members.map(({ person }) => person) ?? []),
    ...guests,
    ...persons.map(toPersonName).sort((left, right) => left.lastName.localeCompare(right.lastName, 'de')),
  ];
  return [...new Map(everybody.map((person) => [person.id, toChoice(person)])).values()];
};

/** Those who can be chosen among the people of an item. */
export const toChoices = (people: readonly PersonName[]): readonly Choice[] =>
  [...people].sort((left, right) => left.lastName.localeCompare(right.lastName, 'de')).map(toChoice);
