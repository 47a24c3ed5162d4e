import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { RefusalKind } from '#core/access/refusal.ts';
import {
  wallCodeRequestSchema,
  wallRequestSchema,
  type wallTicketResponseSchema,
} from '#core/protocol/messages/wall.ts';
import type { Session } from '#server/auth/sessions.ts';
import type { Tickets } from '#server/auth/tickets.ts';
import type { Walls } from '#server/live/walls.ts';
import { toToken } from './bearer.ts';

export interface WallApiOptions {
  readonly walls: Walls;
  readonly tickets: Tickets;
  readonly findSession: (request: FastifyRequest) => Promise<Session | undefined>;
  readonly refuse: (reply: FastifyReply, reason: RefusalKind) => FastifyReply;
}

/** How a device on the wall comes to show a conference. */
export const registerWallApi = (app: FastifyInstance, options: WallApiOptions): void => {
  const { walls, tickets, findSession, refuse } = options;

  app.post('/api/wall-code', async (request, reply) => {
    const parsed = wallCodeRequestSchema.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'invalid');
    const session = await findSession(request);
    if (session === undefined) return refuse(reply, 'unauthenticated');
    const issued = await walls.issueCode(session, parsed.data.conferenceId);
    return issued.ok ? issued.value : refuse(reply, issued.refusal);
  });

  app.post('/api/wall', async (request, reply) => {
    const parsed = wallRequestSchema.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'invalid');
    const hung = await walls.redeem(parsed.data.code, request.ip);
    return hung.ok ? hung.value : refuse(reply, hung.refusal);
  });

  app.post('/api/wall-ticket', async (request, reply) => {
    const token = toToken(request);
    const session = token === '' ? undefined : await walls.findSession(token);
    if (session === undefined) return refuse(reply, 'unauthenticated');
    const ticket = tickets.issue(session);
    if (ticket === undefined) return refuse(reply, 'rate-limited');
    const response: z.infer<typeof wallTicketResponseSchema> = { ticket, conferenceId: session.wall };
    return response;
  });
};
