import { z } from 'zod';
import { setUpPlanSchema } from '../../admin/set-up.ts';
import { idSchema } from '../../kernel/id.ts';
import { redeemRequestSchema } from './sign-in.ts';

/**
 * The few requests of the set-up assistant. They exist only while there is no school; whoever is not at the server itself
 * names the code its console shows (D25).
 */
const code = z.string().max(40).optional();

/** `POST /api/setup/begin`: asks to come in. */
export const setUpBeginRequestSchema = z.object({ code });
export const setUpBeginResponseSchema = z.object({
  /** Names and addresses under which other devices of the school's network may find the server. */
  hosts: z.array(z.string()),
  port: z.int(),
});

/** `POST /api/setup/finish`: carries out everything at once. Repeated with the same id it gives the first answer. */
export const setUpFinishRequestSchema = z.object({
  code,
  id: idSchema,
  plan: setUpPlanSchema,
  /** What the first administrator's password became in the browser (D14). */
  password: z.object({ salt: redeemRequestSchema.shape.salt, auth: redeemRequestSchema.shape.auth }),
});
export const setUpFinishResponseSchema = z.object({
  /** With which the second administrator sets a password. */
  accessCode: z.string(),
  /** Until when it works, in UTC milliseconds. */
  expiresAt: z.int(),
});
