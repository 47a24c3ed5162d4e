import { toFullName } from '#core/directory/person.ts';
import type { Role } from '#core/access/roles.ts';
import { toPlainText } from '#core/kernel/rich-text.ts';
import type { Document, DocumentKind } from '#core/protocol/documents.ts';
import type { SearchHit } from '../contract.ts';

/** The kinds of document that can be searched for. */
export const SEARCHABLE = [
  'announcement',
  'person',
  'group',
  'thread',
  'conference',
  'agenda-item',
  'resolution',
] as const satisfies readonly DocumentKind[];
type SearchableKind = (typeof SEARCHABLE)[number];
export type Searchable = Extract<Document, { kind: SearchableKind }>;

/** What the index is given of a document. */
export interface IndexEntry {
  readonly id: string;
  readonly kind: SearchHit['kind'];
  readonly rev: number;
  readonly title: string;
  readonly text: string;
  /** Names under which it is looked for as well: author and groups, members, role. */
  readonly names: string;
  /** The short code of a person, compared as a whole. */
  readonly shortCode?: string;
  /** The members of a group: its name is one of theirs. */
  readonly members?: readonly string[];
}

export const isSearchable = (document: Document): document is Searchable =>
  document.kind === 'announcement' ||
  document.kind === 'person' ||
  document.kind === 'group' ||
  document.kind === 'thread' ||
  document.kind === 'conference' ||
  document.kind === 'agenda-item' ||
  document.kind === 'resolution';

/** The words by which the directory finds what a person is at the school. */
const ROLE_WORDS: Record<Role, string> = {
  teacher: 'Lehrkraft Lehrerin Lehrer',
  leadership: 'Schulleitung Leitung',
  office: 'Sekretariat Verwaltung',
  'parent-representative': 'Elternvertretung Eltern',
  guest: 'Gast',
};

export const toIndexEntry = (document: Searchable): IndexEntry => {
  const { id, kind, rev } = document;
  const base = { id, kind, rev };
  switch (document.kind) {
    case 'announcement': {
      const { author, groups, form } = document;
      const question =
        form === undefined ? [] : [form.question, ...form.options.map((option) => option.label)];
      return {
        ...base,
        title: document.title,
        text: [toPlainText(document.body), ...question, ...toFileNames(document)].join('\n'),
        names: [toFullName(author), author.shortCode, ...groups.map((group) => group.name)].join('\n'),
      };
    }
    case 'person': {
      const { shortCode } = document;
      return { ...base, title: toFullName(document), text: '', names: ROLE_WORDS[document.role], shortCode };
    }
    case 'group': {
      const people = document.members.map((member) => member.person);
      return {
        ...base,
        title: document.name,
        text: '',
        names: people.map((person) => `${toFullName(person)} ${person.shortCode}`).join('\n'),
        members: people.map((person) => person.id),
      };
    }
    case 'conference':
      return {
        ...base,
        title: document.title,
        text: document.place,
        names: `${document.body.name}\n${toFullName(document.chair)}`,
      };
    case 'agenda-item':
      return {
        ...base,
        title: document.title,
        text: toItemText(document),
        names: [
          document.body.name,
          ...(document.presenter === undefined ? [] : [toFullName(document.presenter)]),
        ].join('\n'),
      };
    case 'resolution':
      return {
        ...base,
        title: document.title,
        text: document.wording,
        names: [document.number, document.body.name, ...toNames(document)].join('\n'),
      };
    case 'thread':
      return {
        ...base,
        title: document.title,
        text: document.messages.map((message) => message.text).join('\n'),
        names: `${toFullName(document.asker)}\n${toFullName(document.author)}`,
      };
  }
};

/** The names of what is attached now: an earlier version is not what is searched for. */
export const toFileNames = ({
  attachments = [],
}: Extract<Searchable, { kind: 'announcement' }>): readonly string[] => attachments.map((file) => file.name);

/** What stands under an item of the agenda: its text and the names of its papers. */
export const toItemText = ({ text, papers = [] }: Extract<Searchable, { kind: 'agenda-item' }>): string =>
  [...(text === undefined ? [] : [toPlainText(text)]), ...papers.map((file) => file.name)].join('\n');

const toNames = ({ responsible }: Extract<Searchable, { kind: 'resolution' }>): readonly string[] =>
  responsible === undefined ? [] : [toFullName(responsible), responsible.shortCode];

/** Whether there is anything left to be found: a withdrawn announcement has no text any more (D8). */
export const isFindable = (document: Searchable): boolean =>
  document.kind !== 'announcement' || document.state !== 'withdrawn';
