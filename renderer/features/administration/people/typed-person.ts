import { spellOut } from '#core/kernel/folding.ts';
import { toCleanCell, toName, toShortCode } from '#core/directory/import/names.ts';
import { toFullName, toShortCodeKey, type Person } from '#core/directory/person.ts';
import type { Id } from '#core/kernel/id.ts';
import { peopleTexts as texts } from '#renderer/i18n/people.ts';

export interface TypedPerson {
  readonly firstName: string;
  readonly lastName: string;
  readonly shortCode: string;
}

/** What is wrong with each field, in words; the server holds what is typed to the same rules. */
export const findFieldFaults = (
  typed: TypedPerson,
  persons: readonly Person[],
  ownId: Id | undefined,
): Partial<Record<keyof TypedPerson, string>> => {
  const isName = (text: string): boolean => toName(toCleanCell(text)) !== undefined;
  const code = toCleanCell(typed.shortCode);
  const other = persons.find(
    (person) => person.id !== ownId && toShortCodeKey(person.shortCode) === toShortCodeKey(code),
  );
  return {
    ...(isName(typed.firstName) ? {} : { firstName: texts.noName() }),
    ...(isName(typed.lastName) ? {} : { lastName: texts.noName() }),
    ...(toShortCode(code) === undefined ? { shortCode: texts.noCode() } : {}),
    ...(other === undefined ? {} : { shortCode: texts.codeTaken(toFullName(other)) }),
  };
};

/** Somebody else of the same name: perhaps the same person under another code (D24). */
export const findNamesake = (
  typed: TypedPerson,
  persons: readonly Person[],
  ownId: Id | undefined,
): Person | undefined => {
  const toKey = (name: Pick<TypedPerson, 'firstName' | 'lastName'>): string =>
    spellOut(`${toCleanCell(name.lastName)},${toCleanCell(name.firstName)}`);
  return persons.find((person) => person.id !== ownId && toKey(person) === toKey(typed));
};
