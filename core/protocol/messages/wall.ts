import { z } from 'zod';
import { idSchema } from '../../kernel/id.ts';

/**
 * A device on the wall: it shows one conference and is nobody's. The chair asks for a code, somebody types it there, and from
 * then on the device comes back by its token until the conference ends. By HTTP, since none of it may lie in a replica.
 */
const token = z.string().regex(/^[\w-]{43}$/);

/** `POST /api/wall-code` with the session's token, for who has the chair: a code that works once and for two minutes. */
export const wallCodeRequestSchema = z.object({ conferenceId: idSchema });
export const wallCodeResponseSchema = z.object({ code: z.string(), until: z.int() });

/** `POST /api/wall`: the code buys a token, and says what will be shown. */
export const wallRequestSchema = z.object({ code: z.string().min(8).max(20) });
export const wallResponseSchema = z.object({ token, conferenceId: idSchema, title: z.string() });

/** `POST /api/wall-ticket` with `Authorization: Bearer <token of the wall>`: opens one socket, which may only `join`. */
export const wallTicketResponseSchema = z.object({ ticket: token, conferenceId: idSchema });
