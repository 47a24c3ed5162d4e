import { z } from 'zod';
import { REFUSAL_KINDS } from '../../access/refusal.ts';
import { roleSchema } from '../../access/roles.ts';
import { idSchema } from '../../kernel/id.ts';

/** Server to client, first of all: who is connected, and the server's clock in UTC milliseconds. */
export const helloSchema = z.object({
  op: z.literal('hello'),
  protocol: z.int(),
  now: z.int(),
  personId: idSchema,
  role: roleSchema,
});

/** Client to server and back: the line is alive; the answer carries the server's clock. */
export const pingSchema = z.object({ op: z.literal('ping'), id: z.int().min(1) });
export const pongSchema = z.object({ op: z.literal('pong'), id: z.int(), now: z.int() });

/** Server to client: a request was not understood or came too fast. */
export const errorSchema = z.object({
  op: z.literal('error'),
  id: z.int().optional(),
  reason: z.enum(REFUSAL_KINDS),
});
