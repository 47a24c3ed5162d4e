import { toFullName } from '#core/directory/person.ts';
import { fromInverseTime } from '#core/kernel/clock.ts';
import { toPlainText } from '#core/kernel/rich-text.ts';
import type { SearchHit } from '../contract.ts';
import { toTerm } from './analysis.ts';
import { toFileNames, toItemText, type Searchable } from './entry.ts';

/** Characters of a snippet; so many of them before the first word found. */
const SNIPPET = 160;
const LEAD = 40;

/** A hit as the screen shows it. `matched` are the terms of the index that were found. */
export const toHit = (document: Searchable, matched: readonly string[]): SearchHit => {
  const text = toText(document);
  const terms = new Set(matched);
  const snippet = cut(text, toFirst(text, terms));
  return {
    kind: document.kind,
    id: document.id,
    title: toTitle(document),
    detail: toDetail(document),
    snippet,
    terms: [...new Set(toFound(`${toTitle(document)}\n${toDetail(document)}\n${snippet}`, terms))],
    at: toInstant(document),
    ...(document.kind === 'agenda-item' ? { conferenceId: document.conferenceId } : {}),
  };
};

const WORD = /[\p{L}\p{N}]+/gu;

const toFirst = (text: string, terms: ReadonlySet<string>): number => {
  for (const match of text.matchAll(WORD)) if (terms.has(toTerm(match[0]))) return match.index;
  return 0;
};

const toFound = (text: string, terms: ReadonlySet<string>): readonly string[] =>
  [...text.matchAll(WORD)].map((match) => match[0]).filter((word) => terms.has(toTerm(word)));

/** A piece of the text around a place, cut between words. */
const cut = (text: string, place: number): string => {
  const flat = text.replace(/\s/g, ' ');
  const begin = place <= LEAD ? 0 : flat.indexOf(' ', place - LEAD) + 1;
  const start = begin > place ? place : begin;
  if (flat.length - start <= SNIPPET) return (start > 0 ? '… ' : '') + flat.slice(start).trim();
  const last = flat.lastIndexOf(' ', start + SNIPPET);
  const end = last > place ? last : start + SNIPPET;
  return `${start > 0 ? '… ' : ''}${flat.slice(start, end).trim()} …`;
};

const toTitle = (document: Searchable): string => {
  switch (document.kind) {
    case 'announcement':
    case 'thread':
    case 'conference':
    case 'agenda-item':
    case 'resolution':
      return document.title;
    case 'person':
      return toFullName(document);
    case 'group':
      return document.name;
  }
};

const toText = (document: Searchable): string => {
  switch (document.kind) {
    case 'announcement':
      return [toPlainText(document.body), ...toFileNames(document)].join('\n');
    case 'thread':
      return document.messages.map((message) => message.text).join('\n');
    case 'conference':
      return document.place;
    case 'agenda-item':
      return toItemText(document);
    case 'resolution':
      return document.wording;
    case 'person':
      return '';
    case 'group':
      return document.members.map((member) => toFullName(member.person)).join(', ');
  }
};

const toDetail = (document: Searchable): string => {
  switch (document.kind) {
    case 'announcement':
      return [toFullName(document.author), ...document.groups.map((group) => group.name)].join(' · ');
    case 'conference':
    case 'agenda-item':
      return document.body.name;
    case 'resolution':
      return `${document.body.name} · ${document.number}`;
    case 'person':
      return document.shortCode;
    case 'group':
      return document.members
        .filter((member) => member.function === 'chair')
        .map((member) => toFullName(member.person))
        .join(', ');
    case 'thread':
      return `${toFullName(document.asker)} · ${toFullName(document.author)}`;
  }
};

const toInstant = (document: Searchable): number => {
  switch (document.kind) {
    case 'announcement':
      return document.publishAt;
    case 'thread':
      return document.messages.at(-1)?.at ?? fromInverseTime(document.inv);
    case 'conference':
    case 'agenda-item':
    case 'person':
    case 'group':
    case 'resolution':
      return fromInverseTime(document.inv);
  }
};
