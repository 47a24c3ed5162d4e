import MiniSearch, { type Options, type SearchResult } from 'minisearch';
import { toTerm, toWords } from './analysis.ts';
import type { IndexEntry } from './entry.ts';

/** A document that was found, by terms of the index. */
export interface Found {
  readonly id: string;
  readonly terms: readonly string[];
}

/** What an index knows of a document, whether or not there is anything to find in it. */
interface Known {
  readonly kind: IndexEntry['kind'];
  readonly rev: number;
  readonly indexed: boolean;
}

/** An index as it is stored. */
export interface StoredIndex {
  readonly known: readonly (readonly [string, Known])[];
  readonly persons: readonly IndexEntry[];
  readonly groups: readonly (readonly [string, Group])[];
  readonly index: string;
}

interface Group {
  readonly name: string;
  readonly members: readonly string[];
}

const OPTIONS: Options<IndexEntry> = {
  fields: ['title', 'text', 'names'],
  storeFields: [],
  tokenize: (text) => [...toWords(text)],
  processTerm: toTerm,
  searchOptions: {
    combineWith: 'AND',
    boost: { title: 3, names: 1.5 },
    // Only the word somebody is still typing may go on; a single letter would find half of everything.
    prefix: (term, position, terms) => position === terms.length - 1 && term.length > 1,
  },
};

/** The full-text index of one profile. Lives in a worker; knows nothing of the disk. */
export class SearchIndex {
  private index = new MiniSearch<IndexEntry>(OPTIONS);
  private readonly known = new Map<string, Known>();
  private readonly persons = new Map<string, IndexEntry>();
  private readonly groups = new Map<string, Group>();

  /** How many documents of each kind it knows, to be compared with the replica. */
  count(kind: IndexEntry['kind']): number {
    return [...this.known.values()].filter((known) => known.kind === kind).length;
  }

  /** Takes a document in; false for what it already knows in this revision, which costs nothing. */
  add(entry: IndexEntry, isFindable: boolean): boolean {
    const before = this.known.get(entry.id);
    if (before?.rev === entry.rev && before.indexed === isFindable) return false;
    this.remove(entry.id);
    this.known.set(entry.id, { kind: entry.kind, rev: entry.rev, indexed: isFindable });
    if (!isFindable) return true;
    if (entry.kind === 'person') this.persons.set(entry.id, entry);
    this.index.add(entry.kind === 'person' ? this.withGroups(entry) : entry);
    if (entry.members === undefined) return true;
    this.groups.set(entry.id, { name: entry.title, members: entry.members });
    entry.members.forEach((id) => this.renew(id));
    return true;
  }

  /** Forgets a document at once; false if it did not know it. */
  remove(id: string): boolean {
    if (this.known.get(id)?.indexed === true) this.index.discard(id);
    const isKnown = this.known.delete(id);
    this.persons.delete(id);
    const group = this.groups.get(id);
    this.groups.delete(id);
    group?.members.forEach((member) => this.renew(member));
    return isKnown;
  }

  /** The best hits first. A person whose short code was typed comes before everything else. */
  find(query: string, limit: number): readonly Found[] {
    const code = query.normalize('NFC').trim().toLowerCase();
    const named = [...this.persons.values()]
      .filter((person) => person.shortCode?.normalize('NFC').toLowerCase() === code)
      .map((person) => ({ id: person.id, terms: [toTerm(code)] }));
    const ids = new Set(named.map((found) => found.id));
    // Thousands of documents have a common word: only those that may be shown are worth another object.
    const found = this.index
      .search(query)
      .slice(0, limit + named.length)
      .map(toFound);
    return [...named, ...found.filter(({ id }) => !ids.has(id))].slice(0, limit);
  }

  store(): StoredIndex {
    return {
      known: [...this.known],
      persons: [...this.persons.values()],
      groups: [...this.groups],
      index: JSON.stringify(this.index),
    };
  }

  static restore(stored: StoredIndex): SearchIndex {
    const restored = new SearchIndex();
    restored.index = MiniSearch.loadJSON(stored.index, OPTIONS);
    stored.known.forEach(([id, known]) => restored.known.set(id, known));
    stored.persons.forEach((person) => restored.persons.set(person.id, person));
    stored.groups.forEach(([id, group]) => restored.groups.set(id, group));
    return restored;
  }

  /** A person is found by the groups it belongs to: when one of them changes, the person's entry does. */
  private renew(personId: string): void {
    const person = this.persons.get(personId);
    if (person === undefined) return;
    this.index.discard(personId);
    this.index.add(this.withGroups(person));
  }

  private withGroups(person: IndexEntry): IndexEntry {
    const groups = [...this.groups.values()].filter((group) => group.members.includes(person.id));
    return {
      ...person,
      names: [person.names, person.shortCode, ...groups.map((group) => group.name)].join('\n'),
    };
  }
}

const toFound = (result: SearchResult): Found => ({ id: String(result.id), terms: result.terms });
