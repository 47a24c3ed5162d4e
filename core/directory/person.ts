import { z } from 'zod';
import { roleSchema } from '../access/roles.ts';
import { documentBaseShape, type PersonName } from '../kernel/document.ts';

/** A person of the school as the directory shows it. Nothing else is stored of a person (R2): no mail, no telephone. */
export const personSchema = z.object({
  ...documentBaseShape,
  kind: z.literal('person'),
  shortCode: z.string().min(1).max(12),
  firstName: z.string().min(1).max(80),
  lastName: z.string().min(1).max(80),
  role: roleSchema,
  administrator: z.boolean(),
  staffCouncil: z.boolean(),
});

export type Person = z.infer<typeof personSchema>;

/** The name under which documents show the person. */
export const toPersonName = (person: Person): PersonName => ({
  id: person.id,
  shortCode: person.shortCode,
  firstName: person.firstName,
  lastName: person.lastName,
});

/** What two short codes are compared by: NFC, case-folded (D24). */
export const toShortCodeKey = (shortCode: string): string => shortCode.normalize('NFC').trim().toLowerCase();

/** "Sabine Oehlschläger". */
export const toFullName = (name: Pick<PersonName, 'firstName' | 'lastName'>): string =>
  `${name.firstName} ${name.lastName}`;
