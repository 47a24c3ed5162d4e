import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RefusalKind } from '#core/access/refusal.ts';
import type { Session } from '#server/auth/sessions.ts';
import { loadActor } from '#server/commands/actor.ts';
import { gatherHealth, type HealthSources } from '#server/operations/health.ts';

export interface HealthApiOptions extends HealthSources {
  readonly findSession: (request: FastifyRequest) => Promise<Session | undefined>;
  readonly refuse: (reply: FastifyReply, reason: RefusalKind) => FastifyReply;
}

/**
 * What the server finds about itself, for administrators. A request and no document: addresses and fingerprints of the
 * server must not lie in a replica.
 */
export const registerHealthApi = (app: FastifyInstance, options: HealthApiOptions): void => {
  const { store, findSession, refuse } = options;
  app.get('/api/health', async (request, reply) => {
    const session = await findSession(request);
    if (session === undefined) return refuse(reply, 'unauthenticated');
    const actor = await loadActor(store.read, session.personId);
    return actor?.administrator === true ? gatherHealth(options) : refuse(reply, 'forbidden');
  });
};
