import { z } from 'zod';
import { roleSchema } from '../access/roles.ts';
import type { Person } from '../directory/person.ts';
import { toInverseTime, type Instant } from '../kernel/clock.ts';
import { documentBaseShape, personNameSchema, type PersonName } from '../kernel/document.ts';
import { combineIds, idSchema, type Id } from '../kernel/id.ts';

/** So many changes are kept; older ones stand in the audit log. */
const CHANGES_MAX = 20;

const rightsChangeSchema = z.object({
  /** UTC milliseconds. */
  at: z.int(),
  /** Who did it; absent for whoever runs the server. */
  by: personNameSchema.optional(),
  /** The rights from then on. */
  role: roleSchema,
  administrator: z.boolean(),
  staffCouncil: z.boolean(),
});
export type RightsChange = z.infer<typeof rightsChangeSchema>;

/** What was changed about a person's rights, for that person alone; the newest change comes first. */
export const rightsNoticeSchema = z.object({
  ...documentBaseShape,
  kind: z.literal('rights-notice'),
  personId: idSchema,
  changes: z.array(rightsChangeSchema).min(1).max(CHANGES_MAX),
});
export type RightsNotice = z.infer<typeof rightsNoticeSchema>;

export const toRightsNoticeId = (personId: Id): Id => combineIds(personId, personId);

/** The person's notice with this change on top. */
export const addRightsChange = (
  notice: RightsNotice | undefined,
  person: Person,
  change: { readonly at: Instant; readonly by: PersonName | undefined },
): RightsNotice => ({
  id: toRightsNoticeId(person.id),
  kind: 'rights-notice',
  rev: notice?.rev ?? 0,
  inv: toInverseTime(change.at),
  personId: person.id,
  changes: [
    {
      at: change.at,
      ...(change.by === undefined ? {} : { by: change.by }),
      role: person.role,
      administrator: person.administrator,
      staffCouncil: person.staffCouncil,
    },
    ...(notice?.changes ?? []),
  ].slice(0, CHANGES_MAX),
});
