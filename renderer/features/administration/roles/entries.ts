import type { Person } from '#core/directory/person.ts';
import type { Group } from '#core/groups/group.ts';
import type { Id } from '#core/kernel/id.ts';

/** A person with the names of the groups by which it is found. */
export interface PersonEntry extends Person {
  readonly groups: readonly string[];
}

export const toEntries = (persons: readonly Person[], groups: readonly Group[]): readonly PersonEntry[] => {
  const names = new Map<Id, string[]>();
  for (const { name, members } of groups) {
    for (const { person } of members) names.set(person.id, [...(names.get(person.id) ?? []), name]);
  }
  return persons.map((person) => ({ ...person, groups: names.get(person.id) ?? [] }));
};
