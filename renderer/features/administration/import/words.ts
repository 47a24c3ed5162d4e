import type { StaffColumn } from '#core/directory/import/recognise-staff-list.ts';
import type { ImportRefusal } from '#core/directory/import/refusal.ts';
import { list } from '#renderer/i18n/format.ts';
import { importReasons, importTexts as texts, neverKeptWords } from '#renderer/i18n/import.ts';
import type { Preview, Recognised } from './messages.ts';

/** "Untis (GPU004.TXT)". */
export const toFormWord = (form: Recognised['form']): string =>
  ({
    schild: texts.formSchild,
    winld: texts.formWinld,
    untis: texts.formUntis,
    spreadsheet: texts.formSpreadsheet,
    pasted: texts.formPasted,
    unknown: texts.formUnknown,
  })[form]();

/** "Untis (GPU004.TXT) · 60 Zeilen · Zeichensatz Windows-1252 · getrennt durch Komma". */
export const toRecognisedLine = ({ form, encoding, separator }: Recognised, read: number): string =>
  [
    toFormWord(form),
    texts.lines(read),
    texts.letters({ 'utf-8': 'UTF-8', 'utf-16': 'UTF-16', 'windows-1252': 'Windows-1252' }[encoding]),
    texts.separatedBy(
      { ';': texts.semicolon, ',': texts.comma, '\t': texts.tab, '|': texts.bar }[separator](),
    ),
  ].join(' · ');

/** What a column can be said to hold, in the order in which it is offered. */
export const COLUMN_MEANINGS: readonly StaffColumn[] = [
  'shortCode',
  'lastName',
  'firstName',
  'fullName',
  'role',
  'leadership',
  'groups',
];

/** "E-Mail-Adressen und Telefonnummern"; undefined where the list holds nothing of the kind. */
export const toNeverKept = ({ columns }: Pick<Preview, 'columns'>): string | undefined => {
  const kinds = new Set(columns.flatMap(({ neverKept }) => neverKept ?? []));
  return kinds.size === 0 ? undefined : list([...kinds].map((kind) => neverKeptWords[kind]()));
};

/** Why a line, or a group in it, is refused, and what to do. */
export const toReason = (refusal: ImportRefusal): string => {
  if (refusal.kind === 'duplicate-line') return importReasons['duplicate-line'](refusal.otherLine);
  if (refusal.kind === 'ambiguous-name') return importReasons['ambiguous-name'](refusal.otherShortCode);
  if (refusal.kind === 'protected-group' || refusal.kind === 'group-full') {
    return importReasons[refusal.kind](refusal.group);
  }
  return importReasons[refusal.kind]();
};
