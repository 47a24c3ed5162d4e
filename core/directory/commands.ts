import { z } from 'zod';
import { roleSchema } from '../access/roles.ts';
import { defineCommand } from '../kernel/command.ts';
import { idSchema } from '../kernel/id.ts';
import { CHUNK_PERSONS } from './import/chunks.ts';
import { isDoubtfulName, toCleanCell, toName, toShortCode } from './import/names.ts';
import { findGroupNameFault, MAX_GROUPS } from './import/read-staff-list.ts';
import { toShortCodeKey } from './person.ts';

/** Longer texts are not even looked at. */
const MAX_TEXT = 200;

/** A text that a reader of staff lists accepts; what a person types is held to the same rule as a cell of a list. */
const cell = (read: (text: string) => string | undefined) =>
  z
    .string()
    .max(MAX_TEXT)
    .transform((text, context) => {
      const value = read(toCleanCell(text));
      if (value !== undefined) return value;
      context.addIssue({ code: 'custom' });
      return z.NEVER;
    });

const nameSchema = cell(toName);
export const shortCodeSchema = cell(toShortCode);
const groupNameSchema = cell((name) =>
  name !== '' && findGroupNameFault(name) === undefined ? name : undefined,
);

const importedPersonSchema = z
  .object({
    line: z.int().min(1).max(1_000_000),
    shortCode: shortCodeSchema,
    lastName: nameSchema.optional(),
    firstName: nameSchema.optional(),
    role: roleSchema.optional(),
    groups: z.array(groupNameSchema).max(MAX_GROUPS).optional(),
  })
  .transform(({ line, shortCode, lastName, firstName, role, groups }) => ({
    ...{ line, shortCode, lastName, firstName, role, groups },
    doubtful: isDoubtfulName(`${lastName ?? ''} ${firstName ?? ''}`),
  }));

/**
 * One piece of a staff list that was looked at and taken over (D24). The server plans it anew; where its plan has
 * another mark than the preview's, the directory has changed meanwhile and nothing is done.
 */
export const importStaff = defineCommand({
  name: 'import-staff',
  args: z.object({
    /** The import all its pieces belong to. */
    importId: idSchema,
    persons: z
      .array(importedPersonSchema)
      .min(1)
      .max(CHUNK_PERSONS)
      .refine(
        (persons) => new Set(persons.map((one) => toShortCodeKey(one.shortCode))).size === persons.length,
      ),
    mark: z.string().regex(/^[0-9a-f]{16}$/),
  }),
  offline: true,
});

const personShape = {
  id: idSchema,
  shortCode: shortCodeSchema,
  firstName: nameSchema,
  lastName: nameSchema,
  role: roleSchema,
};

/** Enters one person. */
export const addPerson = defineCommand({
  name: 'add-person',
  args: z.object({ ...personShape, groupIds: z.array(idSchema).max(MAX_GROUPS) }),
  offline: false,
});

/** Changes name, short code or role of a person, who stays the same; documents keep the names they were written with. */
export const editPerson = defineCommand({
  name: 'edit-person',
  args: z.object(personShape),
  offline: false,
});

export const directoryCommands = [importStaff, addPerson, editPerson] as const;
