import { createPersonFinder, type PersonFinder } from '#core/directory/matching.ts';
import { foldGerman } from '#core/kernel/folding.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Presence, RollEntry } from '#core/meetings/outcome.ts';
import type { RollView } from '#core/meetings/view.ts';

/** Somebody on the roll, as the finder of the directory wants people. */
export interface RollPerson {
  readonly id: Id;
  readonly shortCode: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: 'teacher';
  readonly groups: readonly string[];
  readonly entry: RollEntry;
}

/** Everybody on the roll in the order of names. */
export const toPeople = (roll: RollView): readonly RollPerson[] =>
  Object.values(roll)
    .map((entry): RollPerson => ({ ...entry.person, role: 'teacher', groups: [], entry }))
    .toSorted(
      (left, right) =>
        left.lastName.localeCompare(right.lastName, 'de') ||
        left.firstName.localeCompare(right.firstName, 'de'),
    );

export const createRollFinder = (people: readonly RollPerson[]): PersonFinder<RollPerson> =>
  createPersonFinder(people);

/** Whom a typed line means: several short codes at once, or the first who fits. Empty: nobody. */
export const toTyped = (
  line: string,
  people: readonly RollPerson[],
  find: PersonFinder<RollPerson>,
): readonly RollPerson[] => {
  const words = line.split(/[\s,;]+/u).filter((word) => word !== '');
  const byCode = new Map(people.map((person) => [foldGerman(person.shortCode), person]));
  const coded = words.map((word) => byCode.get(foldGerman(word)));
  const known = coded.filter((person) => person !== undefined);
  if (words.length > 0 && known.length === words.length) return known;
  return words.length === 0 ? [] : find(line).slice(0, 1);
};

/** Who would be where after "everybody else is there": excused stay so unless they are said to be missing. */
export const countAfter = (
  people: readonly RollPerson[],
  excused: ReadonlySet<Id>,
  absent: ReadonlySet<Id>,
): { readonly present: number; readonly excused: number; readonly absent: number } => {
  const after = people.map(({ id, entry }): Presence => {
    if (absent.has(id)) return 'absent';
    if (excused.has(id) || entry.presence === 'excused') return 'excused';
    return entry.status === 'guest' ? entry.presence : 'present';
  });
  const count = (wanted: Presence): number => after.filter((presence) => presence === wanted).length;
  return { present: count('present'), excused: count('excused'), absent: count('absent') };
};

/** What brings a roll back to how it was, as few acts as there are kinds of presence. */
export const toWayBack = (
  before: RollView,
  after: RollView,
): readonly { readonly presence: Presence; readonly personIds: readonly Id[] }[] => {
  const ids = new Map<Presence, Id[]>();
  for (const { person, presence } of Object.values(before)) {
    if (after[person.id]?.presence === presence) continue;
    ids.set(presence, [...(ids.get(presence) ?? []), person.id]);
  }
  return [...ids].map(([presence, personIds]) => ({ presence, personIds }));
};
