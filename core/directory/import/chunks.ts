import type { ImportPlan, PlannedPerson } from './plan-import.ts';
import { toPlanMark } from './plan-mark.ts';
import type { ImportedPerson, StaffList } from './read-staff-list.ts';

/** Persons one command carries at most: a transaction stays short, and a frame far below its limit. */
export const CHUNK_PERSONS = 250;
/** Persons one import may change on screen; a larger list is no school's. */
export const IMPORT_PERSONS = 5_000;
/** Characters of JSON one command carries at most; a frame holds 512 KiB, and a character takes at most three bytes. */
const CHUNK_CHARACTERS = 120_000;

/** What one command of an import carries: persons as the list gives them, and the mark of what the preview showed. */
export interface ImportChunk {
  readonly persons: readonly ImportedPerson[];
  readonly mark: string;
}

/** The persons a plan changes, in pieces that can each be carried out, repeated or left alone. */
export const toChunks = (list: StaffList, plan: ImportPlan): readonly ImportChunk[] => {
  const given = new Map(list.people.map((person) => [person.line, person]));
  const chunks: ImportChunk[] = [];
  let planned: PlannedPerson[] = [];
  let persons: ImportedPerson[] = [];
  let size = 0;
  const close = (): void => {
    if (persons.length > 0) chunks.push({ persons, mark: toPlanMark(planned) });
    [planned, persons, size] = [[], [], 0];
  };
  for (const person of plan.people) {
    const row = given.get(person.line);
    if (person.status === 'unchanged' || row === undefined) continue;
    const length = JSON.stringify(row).length;
    if (persons.length === CHUNK_PERSONS || size + length > CHUNK_CHARACTERS) close();
    planned.push(person);
    persons.push(row);
    size += length;
  }
  close();
  return chunks;
};
