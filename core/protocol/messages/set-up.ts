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

/**
 * `POST /api/setup/recovery-key`: a new key for backups. The server keeps nothing of it; the private half goes on paper, the
 * public one comes back with the last request.
 */
export const setUpKeyRequestSchema = z.object({ code });
export const setUpKeyResponseSchema = z.object({
  publicKey: z.string(),
  /** Blocks of six characters with hyphens between them. */
  privatePrinted: z.string(),
  privateQrText: z.string(),
  /** Tells the sheets of two keys apart. */
  fingerprint: z.string(),
});
export type PrintedKey = z.infer<typeof setUpKeyResponseSchema>;

/** `POST /api/setup/finish`: carries out everything at once. Repeated with the same id it gives the first answer. */
export const setUpFinishRequestSchema = z.object({
  code,
  id: idSchema,
  plan: setUpPlanSchema,
  /** What the first administrator's password became in the browser (D14). */
  /** The public half: 32 bytes in base64url. */
  recoveryKey: z.string().regex(/^[\w-]{42}[AEIMQUYcgkosw048]$/),
  password: z.object({ salt: redeemRequestSchema.shape.salt, auth: redeemRequestSchema.shape.auth }),
});
export const setUpFinishResponseSchema = z.object({
  /** With which the second administrator sets a password. */
  accessCode: z.string(),
  /** Until when it works, in UTC milliseconds. */
  expiresAt: z.int(),
  /** Whether other devices can reach the server safely by now. */
  secured: z.boolean(),
});
