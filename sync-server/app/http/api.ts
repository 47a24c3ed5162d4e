import type { AddressInfo } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { RefusalKind } from '#core/access/refusal.ts';
import type { Clock } from '#core/kernel/clock.ts';
import {
  challengeRequestSchema,
  redeemRequestSchema,
  signInRequestSchema,
  type refusedResponseSchema,
  type schoolResponseSchema,
  type ticketResponseSchema,
} from '#core/protocol/messages/sign-in.ts';
import { PROTOCOL_VERSION } from '#core/protocol/version.ts';
import { HashQueueFullError } from '#server/auth/hash.ts';
import type { Session } from '#server/auth/sessions.ts';
import type { SignIn } from '#server/auth/sign-in.ts';
import type { Tickets } from '#server/auth/tickets.ts';
import { readDocumentsOfKind } from '#server/feed/documents.ts';
import { StorageFullError, type Store } from '#server/storage/contract/storage.ts';
import type { ReachKeeper } from '#server/pki/keeper.ts';
import type { Hub } from '../gateway/hub.ts';
import type { Backups } from '#server/operations/backups.ts';
import type { Traffic } from '#server/operations/health.ts';
import { registerBackupApi } from './backup-api.ts';
import { registerHealthApi } from './health-api.ts';
import { findBearer } from './bearer.ts';
import { toArrival } from './arrival.ts';
import { isAllowedOrigin } from './origin.ts';
import { toStatus } from './refusals.ts';
import { listOwnAddresses } from '../reach-lines.ts';

type Refused = z.infer<typeof refusedResponseSchema>;

/** That a session is in use is noted at most so often, in milliseconds. */
const TOUCH_INTERVAL = 3_600_000;

export interface ApiOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly signIn: SignIn;
  readonly tickets: Tickets;
  readonly hub: Hub;
  readonly backups: Backups;
  readonly keeper: ReachKeeper;
  readonly traffic: Traffic;
  readonly dataDir: string;
  readonly appOrigins: readonly string[];
  readonly onError: (error: unknown) => void;
}

/** The few requests beside the sync socket: what the sign-in screen needs, signing in and out, tickets. */
export const registerApi = (app: FastifyInstance, options: ApiOptions): void => {
  const { store, clock, signIn, tickets, hub, keeper, appOrigins, onError } = options;

  const refuse = (reply: FastifyReply, refusal: RefusalKind | Refused): FastifyReply => {
    const body: Refused = typeof refusal === 'string' ? { reason: refusal } : refusal;
    return reply.code(toStatus(body.reason)).send(body);
  };
  const findSession = (request: FastifyRequest): Promise<Session | undefined> =>
    findBearer(store.read, request, clock.now());

  app.addHook('onRequest', async (request, reply) => {
    // Also by the route that was found, since `/%61pi/` leads there too; a preflight finds none.
    const isOurs = [request.url, request.routeOptions.url].some((place) => place?.startsWith('/api/'));
    if (!isOurs) return;
    const { origin } = request.headers;
    const { hosts } = toArrival(request.raw, keeper.current());
    void reply.header('Cache-Control', 'no-store');
    if (!isAllowedOrigin(origin, hosts, appOrigins)) await refuse(reply, 'forbidden');
    else if (origin !== undefined && appOrigins.includes(origin)) {
      void reply
        .header('Access-Control-Allow-Origin', origin)
        .header('Access-Control-Allow-Headers', 'authorization, content-type, if-range, range, upload-offset')
        .header('Access-Control-Allow-Methods', 'GET, HEAD, PATCH, POST')
        .header('Access-Control-Expose-Headers', 'content-range, etag, upload-offset')
        .header('Access-Control-Max-Age', '600')
        .header('Vary', 'Origin');
      if (request.method === 'OPTIONS') await reply.code(204).send();
    }
  });

  app.setErrorHandler((error: Error & { readonly statusCode?: number }, _request, reply) => {
    if (error instanceof HashQueueFullError) return refuse(reply, 'unavailable');
    if (error instanceof StorageFullError) return refuse(reply, 'storage-full');
    if (error.statusCode === 413) return refuse(reply, 'too-large');
    if (error.statusCode !== undefined && error.statusCode < 500) return refuse(reply, 'invalid');
    onError(error);
    return refuse(reply, 'unavailable');
  });

  app.get('/api/school', async (_request, reply) => {
    const [school] = await readDocumentsOfKind(store.read, 'school', 1);
    if (school === undefined) return refuse(reply, 'not-found');
    const response: z.infer<typeof schoolResponseSchema> = {
      name: school.name,
      protocol: PROTOCOL_VERSION,
      now: clock.now(),
    };
    return response;
  });

  // No secret: what people install on a device that is to know the server by the school's own authority.
  app.get('/api/authority', async (_request, reply) => {
    const { authority } = keeper.current();
    if (authority === undefined) return refuse(reply, 'not-found');
    return reply
      .type('application/x-x509-ca-cert')
      .header('Content-Disposition', 'attachment; filename="umlauf-ca.crt"')
      .send(authority.certificate);
  });

  app.post('/api/challenge', async (request, reply) => {
    const parsed = challengeRequestSchema.safeParse(request.body);
    return parsed.success ? signIn.challenge(parsed.data.shortCode) : refuse(reply, 'invalid');
  });

  app.post('/api/sign-in', async (request, reply) => {
    const parsed = signInRequestSchema.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'invalid');
    const result = await signIn.signIn(parsed.data, request.ip);
    if (!result.ok) return refuse(reply, toRefused(result));
    hub.endSessions(result.ended);
    return result.response;
  });

  app.post('/api/redeem', async (request, reply) => {
    const parsed = redeemRequestSchema.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'invalid');
    const result = await signIn.redeem(parsed.data, request.ip);
    if (!result.ok) return refuse(reply, toRefused(result));
    hub.endSessions(result.ended);
    return {};
  });

  app.post('/api/ticket', async (request, reply) => {
    const session = await findSession(request);
    if (session === undefined) return refuse(reply, 'unauthenticated');
    const ticket = tickets.issue(session);
    if (ticket === undefined) return refuse(reply, 'rate-limited');
    const now = clock.now();
    if (now - session.lastSeenAt > TOUCH_INTERVAL) {
      await store.write('touch-session', { sessionId: session.id, now });
    }
    const response: z.infer<typeof ticketResponseSchema> = { ticket };
    return response;
  });

  registerHealthApi(app, {
    ...options,
    findSession,
    refuse,
    listAddresses: listOwnAddresses,
    port: () => (app.server.address() as AddressInfo | null)?.port ?? 0,
  });
  registerBackupApi(app, { store, backups: options.backups, findSession, refuse, onError });

  app.post('/api/sign-out', async (request, reply) => {
    const session = await findSession(request);
    if (session === undefined) return refuse(reply, 'unauthenticated');
    await store.write('sign-out', { sessionId: session.id, now: clock.now() });
    hub.endSessions([session.id]);
    return {};
  });
};

/** Only what the protocol names leaves the server. */
const toRefused = (refusal: Refused): Refused => ({
  reason: refusal.reason,
  ...(refusal.remaining === undefined ? {} : { remaining: refusal.remaining }),
  ...(refusal.until === undefined ? {} : { until: refusal.until }),
});
