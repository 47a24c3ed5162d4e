import { toShortCodeKey } from '../person.ts';
import type { PlannedPerson } from './plan-import.ts';
import { toGroupKey } from './read-staff-list.ts';

/**
 * A short mark of what a plan does to some persons: who is new, what each was before and is afterwards, which groups are
 * added. Two plans with the same mark do the same, so whoever takes a preview over gets what it showed. The mark guards
 * against a directory that has changed meanwhile, not against intent: it is no signature (64 bits of FNV-1a, twice).
 */
export const toPlanMark = (people: readonly PlannedPerson[]): string => {
  const text = JSON.stringify(people.map(toEffect));
  return toHash(text, 0x811c9dc5) + toHash(text, 0x01000193);
};

function toEffect(person: PlannedPerson): readonly unknown[] {
  const { before } = person;
  return [
    toShortCodeKey(person.shortCode),
    before === undefined ? null : [before.lastName, before.firstName, before.role],
    [person.lastName, person.firstName, person.role],
    person.groupsAdded.map(toGroupKey).sort(),
  ];
}

/** FNV-1a over UTF-16 units, 32 bits as eight hexadecimal digits. */
function toHash(text: string, start: number): string {
  let hash = start;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
