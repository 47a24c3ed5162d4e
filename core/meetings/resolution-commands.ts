import { z } from 'zod';
import { localDateSchema } from '../kernel/calendar/local-date.ts';
import { defineCommand } from '../kernel/command.ts';
import { idSchema } from '../kernel/id.ts';
import { plainTextSchema } from '../kernel/text.ts';

/** Says who sees to a resolution, until when, until when it holds, and whether it is carried out. Needs `baseRev`. */
export const setResolution = defineCommand({
  name: 'set-resolution',
  args: z.object({
    id: idSchema,
    responsibleId: idSchema.optional(),
    due: localDateSchema.optional(),
    expires: localDateSchema.optional(),
    done: z.boolean(),
  }),
  offline: true,
});

/** The head objects (*Beanstandung*). A period begins with it, so it never waits in an outbox. */
export const objectToResolution = defineCommand({
  name: 'object-to-resolution',
  args: z.object({ id: idSchema, reason: plainTextSchema(2_000) }),
  offline: false,
});

/** Enters what the body has decided when it met again. */
export const settleObjection = defineCommand({
  name: 'settle-objection',
  args: z.object({ id: idSchema, outcome: z.enum(['upheld', 'repealed']) }),
  offline: false,
});

export const resolutionCommands = [setResolution, objectToResolution, settleObjection] as const;
