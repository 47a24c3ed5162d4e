import { z } from 'zod';
import { roleSchema } from '../access/roles.ts';
import { schoolSettingsSchema } from '../directory/school.ts';
import { holidaysSchema } from '../kernel/calendar/school-calendar.ts';
import { defineCommand } from '../kernel/command.ts';
import { idSchema } from '../kernel/id.ts';
import { deviceCommands } from './device-commands.ts';

/** Changes settings for the whole school; what is left out stays as it is. Written on the school's revision. */
export const setSchool = defineCommand({
  name: 'set-school',
  args: z
    .object({ id: idSchema, ...schoolSettingsSchema.partial().shape })
    .refine((args) => Object.keys(args).length > 1),
  offline: false,
});

/** Replaces the school's own free days by this list. Written on the school's revision. */
export const setHolidays = defineCommand({
  name: 'set-holidays',
  args: z.object({ id: idSchema, holidays: holidaysSchema }),
  offline: false,
});

/** Gives a person another role. Written on the person's revision. */
export const setRole = defineCommand({
  name: 'set-role',
  args: z.object({ personId: idSchema, role: roleSchema }),
  offline: false,
});

/** Says who administers and who belongs to the staff council. Written on the person's revision. */
export const setFlags = defineCommand({
  name: 'set-flags',
  args: z.object({ personId: idSchema, administrator: z.boolean(), staffCouncil: z.boolean() }),
  offline: false,
});

export const adminCommands = [setSchool, setHolidays, setRole, setFlags, ...deviceCommands] as const;
