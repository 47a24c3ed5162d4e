import type { Role } from '../access/roles.ts';
import { foldGerman } from '../kernel/folding.ts';

/** What a person is found by (R10). */
export interface Findable {
  readonly shortCode: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: Role;
  /** Names of the groups the person belongs to. */
  readonly groups: readonly string[];
}

/** Finds persons; made once for a directory, asked with every letter typed. */
export type PersonFinder<Person> = (query: string) => readonly Person[];

/** How well a word of the query fits a person; the better, the lower. */
const RANKS = { code: 0, codeStart: 1, name: 2, nameStart: 3, partStart: 4, group: 5, inside: 6 } as const;

/** Words for roles that are looked for, German and English, singular and plural. */
const ROLE_WORDS: Readonly<Record<Role, readonly string[]>> = {
  teacher: ['Lehrkraft', 'Lehrkräfte', 'Lehrer', 'Lehrerin', 'teacher'],
  leadership: ['Schulleitung', 'Leitung', 'Schulleiter', 'Schulleiterin', 'leadership'],
  office: ['Sekretariat', 'Sekretär', 'Sekretärin', 'office'],
  'parent-representative': ['Elternvertretung', 'Eltern', 'parent'],
  guest: ['Gast', 'Gäste', 'guest'],
};

const SHORTEST_INSIDE = 3;

/**
 * A finder for the persons of a directory: by short code, name, role and group, in any case, ü as ue or u, ß as ss.
 * Every word of the query must fit; whose short code is the query comes first, then codes and names beginning with
 * it, then parts of names, roles and groups, then letters inside a name; the like in order of last and first name.
 * An empty query gives everybody.
 */
export const createPersonFinder = <Person extends Findable>(
  people: readonly Person[],
): PersonFinder<Person> => {
  const entries = people.map(toEntry).sort(compareEntries);
  return (query) => {
    const whole = foldGerman(query.trim());
    const words = toWords(query);
    if (whole !== '' && words.length === 0) return [];
    return entries
      .map((entry) => ({ entry, rank: entry.code === whole ? RANKS.code : rankWords(words, entry) }))
      .filter(({ rank }) => rank !== undefined)
      .sort((left, right) => (left.rank ?? 0) - (right.rank ?? 0))
      .map(({ entry }) => entry.person);
  };
};

interface Entry<Person> {
  readonly person: Person;
  readonly code: string;
  /** First and last name as they are typed at a stretch, without spaces and signs. */
  readonly names: readonly string[];
  /** The words of both names. */
  readonly parts: readonly string[];
  /** The words of role and groups. */
  readonly memberships: readonly string[];
  readonly order: string;
}

function toEntry<Person extends Findable>(person: Person): Entry<Person> {
  const { firstName, lastName } = person;
  const [first, last] = [toWords(firstName), toWords(lastName)];
  return {
    person,
    code: foldGerman(person.shortCode.trim()),
    names: [last.join(''), first.join('')],
    parts: [...last, ...first],
    memberships: [...ROLE_WORDS[person.role], ...person.groups].flatMap(toWords),
    order: `${foldGerman(lastName)}\n${foldGerman(firstName)}\n${foldGerman(person.shortCode)}`,
  };
}

function compareEntries(left: Entry<unknown>, right: Entry<unknown>): number {
  return left.order < right.order ? -1 : left.order > right.order ? 1 : 0;
}

/** The rank of the word that fits best, since that is the one the user thinks of; undefined when any does not fit. */
function rankWords(words: readonly string[], entry: Entry<unknown>): number | undefined {
  let best: number = RANKS.inside;
  for (const word of words) {
    const rank = rankWord(word, entry);
    if (rank === undefined) return undefined;
    best = Math.min(best, rank);
  }
  return best;
}

function rankWord(word: string, { code, names, parts, memberships }: Entry<unknown>): number | undefined {
  const begins = (text: string): boolean => text.startsWith(word);
  if (code === word) return RANKS.code;
  if (code.startsWith(word)) return RANKS.codeStart;
  if (names.includes(word) || parts.includes(word)) return RANKS.name;
  if (names.some(begins)) return RANKS.nameStart;
  if (parts.some(begins)) return RANKS.partStart;
  if (memberships.some(begins)) return RANKS.group;
  if (word.length < SHORTEST_INSIDE) return undefined;
  return parts.some((part) => part.includes(word)) ? RANKS.inside : undefined;
}

function toWords(text: string): string[] {
  return foldGerman(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
