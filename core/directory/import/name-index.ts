import { spellOut } from '../../kernel/folding.ts';
import { toShortCodeKey } from '../person.ts';
import { areSameLetters, isDoubtfulName, toLetters } from './names.ts';

/** Whoever has a name and a short code. */
export interface Named {
  readonly shortCode: string;
  readonly lastName: string;
  readonly firstName: string;
}

/** The names that are taken, to find one person under two codes. */
export interface NameIndex {
  readonly add: (person: Named) => void;
  /** Somebody of the same name under another code; ü may be written ue, and a lost letter may have been any. */
  readonly findOther: (person: Named) => Named | undefined;
}

interface Entry {
  readonly person: Named;
  readonly code: string;
  readonly last: readonly number[];
  readonly first: readonly number[];
}

/** An index of the names of some people. */
export const createNameIndex = (people: readonly Named[]): NameIndex => {
  const all: Entry[] = [];
  const doubtful: Entry[] = [];
  const byName = new Map<string, Entry[]>();
  const add = (person: Named): void => {
    const entry = toEntry(person);
    all.push(entry);
    if (isDoubtfulName(person.lastName + person.firstName)) doubtful.push(entry);
    const key = toNameKey(person);
    const namesakes = byName.get(key);
    if (namesakes === undefined) byName.set(key, [entry]);
    else namesakes.push(entry);
  };
  people.forEach(add);
  return {
    add,
    findOther: (person) => {
      const { code, last, first } = toEntry(person);
      const candidates = isDoubtfulName(person.lastName + person.firstName) ? all : doubtful;
      const found =
        byName.get(toNameKey(person))?.find((other) => other.code !== code) ??
        candidates.find(
          (other) =>
            areSameLetters(last, other.last) && areSameLetters(first, other.first) && other.code !== code,
        );
      return found?.person;
    },
  };
};

function toEntry(person: Named): Entry {
  const { shortCode, lastName, firstName } = person;
  return { person, code: toShortCodeKey(shortCode), last: toLetters(lastName), first: toLetters(firstName) };
}

function toNameKey({ lastName, firstName }: Named): string {
  return `${spellOut(lastName)},${spellOut(firstName)}`;
}
