import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RefusalKind } from '#core/access/refusal.ts';
import { reachRequestSchema, type ReachAnswer } from '#core/admin/reach-state.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import type { Session } from '#server/auth/sessions.ts';
import { loadActor } from '#server/commands/actor.ts';
import type { Store } from '#server/storage/contract/storage.ts';
import type { ReachDesk } from '../reach/reach-desk.ts';

export interface ReachApiOptions {
  readonly store: Store;
  readonly reachDesk: ReachDesk;
  readonly findSession: (request: FastifyRequest) => Promise<Session | undefined>;
  readonly refuse: (reply: FastifyReply, reason: RefusalKind) => FastifyReply;
}

/**
 * How the server is reached, and changing it, for administrators. Requests and no commands: a private key must never lie
 * in an outbox, a replica or the log of answers.
 */
export const registerReachApi = (app: FastifyInstance, options: ReachApiOptions): void => {
  const { store, reachDesk, findSession, refuse } = options;

  const forbid = async (request: FastifyRequest): Promise<RefusalKind | undefined> => {
    const session = await findSession(request);
    if (session === undefined) return 'unauthenticated';
    const actor = await loadActor(store.read, session.personId);
    return actor?.administrator === true ? undefined : 'forbidden';
  };
  /** Before the body is read: nobody else makes the server take in a quarter of a megabyte. */
  const onRequest = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const reason = await forbid(request);
    if (reason !== undefined) await refuse(reply, reason);
  };

  app.get('/api/reach', { onRequest }, async () => reachDesk.state());
  app.post('/api/reach', { onRequest, bodyLimit: LIMITS.certificateBytes }, async (request, reply) => {
    const session = await findSession(request);
    if (session === undefined) return refuse(reply, 'unauthenticated');
    const parsed = reachRequestSchema.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'invalid');
    const result = await reachDesk.change(session.personId, parsed.data);
    if (result.ok) return { state: result.value } satisfies ReachAnswer;
    const { refusal } = result;
    return typeof refusal === 'string'
      ? refuse(reply, refusal)
      : ({ refused: refusal } satisfies ReachAnswer);
  });
};
