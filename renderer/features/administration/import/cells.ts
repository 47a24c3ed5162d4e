import type { PlannedPerson } from '#core/directory/import/plan-import.ts';
import { isDoubtfulName } from '#core/directory/import/names.ts';
import { toFaultyColumn, type RefusedLine } from '#core/directory/import/refused-lines.ts';
import { toRoleWord } from '../role-words.ts';
import { toReason } from './words.ts';

/** The columns of the preview, in their order. */
export const PREVIEW_COLUMNS = ['shortCode', 'lastName', 'firstName', 'role', 'groups'] as const;
export type PreviewColumn = (typeof PREVIEW_COLUMNS)[number];

/** One cell with its verdict: taken as it is, changed from `before`, with a letter missing, or refused. */
export interface PreviewCell {
  readonly text: string;
  readonly before?: string | undefined;
  readonly verdict: 'taken' | 'changed' | 'doubtful' | 'refused';
}

/** One line of the preview. */
export interface PreviewRow {
  readonly line: number;
  readonly cells: Readonly<Record<PreviewColumn, PreviewCell>>;
  /** Why it is refused, in whole or in part. */
  readonly reason?: string | undefined;
  /** Whether it would do something else than an earlier preview showed. */
  readonly differs: boolean;
}

/** A person that is taken over or stays as it is. */
export const toPersonRow = (person: PlannedPerson, differs: boolean): PreviewRow => {
  const { before } = person;
  const name = (text: string, was: string | undefined): PreviewCell => {
    if (was !== undefined && was !== text) return { text, before: was, verdict: 'changed' };
    return { text, verdict: isDoubtfulName(text) ? 'doubtful' : 'taken' };
  };
  const added = new Set(person.groupsAdded);
  const kept = person.groups.filter((group) => !added.has(group));
  return {
    line: person.line,
    cells: {
      shortCode: { text: person.shortCode, verdict: 'taken' },
      lastName: name(person.lastName, before?.lastName),
      firstName: name(person.firstName, before?.firstName),
      role: name(toRoleWord(person.role), before && toRoleWord(before.role)),
      groups:
        before === undefined || added.size === 0
          ? { text: person.groups.join(', '), verdict: 'taken' }
          : {
              text: person.groupsAdded.map((group) => `+ ${group}`).join(', '),
              before: kept.join(', '),
              verdict: 'changed',
            },
    },
    differs,
  };
};

/** A line that is refused, or a group in it. */
export const toRefusedRow = ({ line, refusals, cells }: RefusedLine): PreviewRow => {
  const faulty = new Set(refusals.map(({ kind }) => toFaultyColumn(kind)));
  const { fullName } = cells;
  const comma = fullName?.indexOf(',') ?? -1;
  const divided = comma < 0 ? [fullName, ''] : [fullName?.slice(0, comma), fullName?.slice(comma + 1).trim()];
  const cell = (text: string | undefined, ...columns: Parameters<typeof faulty.has>[0][]): PreviewCell => ({
    text: text ?? '',
    verdict: columns.some((column) => faulty.has(column)) ? 'refused' : 'taken',
  });
  return {
    line,
    cells: {
      shortCode: cell(cells.shortCode, 'shortCode'),
      lastName: cell(cells.lastName ?? divided[0], 'lastName', 'fullName'),
      firstName: cell(cells.firstName ?? divided[1], 'firstName'),
      role: cell(cells.role ?? cells.leadership, 'role'),
      groups: cell(cells.groups, 'groups'),
    },
    reason: refusals.map(toReason).join(' '),
    differs: false,
  };
};
