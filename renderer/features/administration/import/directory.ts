import { toRoleBound, type ExistingPerson } from '#core/directory/import/plan-import.ts';
import { toPersonName, type Person } from '#core/directory/person.ts';
import { findAllStaff, type Group } from '#core/groups/group.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Directory } from './messages.ts';

/** The replica's directory as a plan compares a list with it. */
export const toDirectory = (persons: readonly Person[], groups: readonly Group[], actorId: Id): Directory => {
  const joined = new Map<string, string[]>();
  for (const { name, members } of groups) {
    for (const { person } of members) {
      const names = joined.get(person.id);
      if (names === undefined) joined.set(person.id, [name]);
      else names.push(name);
    }
  }
  const people = persons.map((person): ExistingPerson => ({
    ...toPersonName(person),
    role: person.role,
    groups: joined.get(person.id) ?? [],
    roleBound: toRoleBound(person, actorId),
  }));
  return { people, groupNames: groups.map(({ name }) => name), allStaff: findAllStaff(groups)?.name };
};
