import type { AddressInfo } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { RefusalKind } from '#core/access/refusal.ts';
import type { Clock } from '#core/kernel/clock.ts';
import {
  challengeRequestSchema,
  codeRequestSchema,
  proofRequestSchema,
  redeemRequestSchema,
  signInRequestSchema,
  type codeResponseSchema,
  type redeemResponseSchema,
  type refusedResponseSchema,
  type schoolResponseSchema,
  type ticketResponseSchema,
} from '#core/protocol/messages/sign-in.ts';
import type { Id } from '#core/kernel/id.ts';
import { PROTOCOL_VERSION } from '#core/protocol/version.ts';
import { HashQueueFullError } from '#server/auth/hash.ts';
import { readPrivateDevices } from '#server/auth/devices.ts';
import { findStoppedDevice, type Session } from '#server/auth/sessions.ts';
import type { SignIn } from '#server/auth/sign-in.ts';
import type { SlipDoor } from '#server/commands/slip-door.ts';
import type { Tickets } from '#server/auth/tickets.ts';
import type { Walls } from '#server/live/walls.ts';
import type { MeetDeviceArgs } from '#server/commands/device.job.ts';
import type { Committed } from '#server/commands/door.job.ts';
import { readDocumentsOfKind } from '#server/feed/documents.ts';
import { StorageFullError, type Store } from '#server/storage/contract/storage.ts';
import type { ReachKeeper } from '#server/pki/keeper.ts';
import type { Hub } from '../gateway/hub.ts';
import type { Backups } from '#server/operations/backups.ts';
import type { Traffic } from '#server/operations/health.ts';
import { registerBackupApi } from './backup-api.ts';
import { registerHealthApi } from './health-api.ts';
import { registerReachApi } from './reach-api.ts';
import type { ReachDesk } from '../reach/reach-desk.ts';
import { findBearer, toToken } from './bearer.ts';
import { registerWallApi } from './wall-api.ts';
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
  readonly slipDoor: SlipDoor;
  readonly tickets: Tickets;
  readonly walls: Walls;
  readonly hub: Hub;
  readonly backups: Backups;
  readonly keeper: ReachKeeper;
  readonly reachDesk: ReachDesk;
  readonly traffic: Traffic;
  readonly dataDir: string;
  readonly appOrigins: readonly string[];
  readonly onError: (error: unknown) => void;
}

/** The few requests beside the sync socket: what the sign-in screen needs, signing in and out, tickets. */
export const registerApi = (app: FastifyInstance, options: ApiOptions): void => {
  const { store, clock, signIn, slipDoor, tickets, hub, keeper, appOrigins, onError } = options;

  const refuse = (reply: FastifyReply, refusal: RefusalKind | Refused): FastifyReply => {
    const body: Refused = typeof refusal === 'string' ? { reason: refusal } : refusal;
    return reply.code(toStatus(body.reason)).send(body);
  };
  const meetDevice = async (deviceId: Id, sessionId: Id | undefined): Promise<void> => {
    const args: MeetDeviceArgs = { deviceId, sessionId, now: clock.now() };
    const committed = await store.write<Committed>('meet-device', args);
    if (committed.changes.length > 0) hub.announce(committed);
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
    return parsed.success ? signIn.challenge(parsed.data) : refuse(reply, 'invalid');
  });

  app.post('/api/sign-in', async (request, reply) => {
    const parsed = signInRequestSchema.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'invalid');
    const result = await signIn.signIn(parsed.data, request.ip);
    if (!result.ok) return refuse(reply, toRefused(result));
    hub.endSessions(result.ended);
    await meetDevice(parsed.data.device.id, undefined);
    return result.response;
  });

  app.post('/api/proof', async (request, reply) => {
    const parsed = proofRequestSchema.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'invalid');
    const fingerprint = keeper.current().authority?.fingerprint ?? '';
    const result = await slipDoor.prove(parsed.data, request.ip, fingerprint);
    return result.ok ? result.response : refuse(reply, toRefused(result));
  });

  app.post('/api/code', async (request, reply) => {
    const parsed = codeRequestSchema.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'invalid');
    const result = await slipDoor.look(parsed.data, request.ip);
    if (!result.ok) return refuse(reply, toRefused(result));
    const response: z.infer<typeof codeResponseSchema> = { person: result.person };
    return response;
  });

  app.post('/api/redeem', async (request, reply) => {
    const parsed = redeemRequestSchema.safeParse(request.body);
    if (!parsed.success) return refuse(reply, 'invalid');
    const result = await slipDoor.redeem(parsed.data, request.ip);
    if (!result.ok) return refuse(reply, toRefused(result));
    hub.endSessions(result.ended);
    const response: z.infer<typeof redeemResponseSchema> = { shortCode: result.shortCode };
    return response;
  });

  app.post('/api/ticket', async (request, reply) => {
    const session = await findSession(request);
    if (session === undefined) {
      const stopped = await findStoppedDevice(store.read, toToken(request), clock.now());
      const isReleased =
        stopped?.reason === 'device-waiting' && (await readPrivateDevices(store.read)) === 'allowed';
      // Nobody has to approve it any more: the next request finds it open.
      if (isReleased) await meetDevice(stopped.deviceId, undefined);
      return refuse(reply, stopped?.reason ?? 'unauthenticated');
    }
    const isStopped = session.deviceClass === 'private' && (await readPrivateDevices(store.read)) === 'no';
    if (isStopped) return refuse(reply, 'private-not-allowed');
    const ticket = tickets.issue(session);
    if (ticket === undefined) return refuse(reply, 'rate-limited');
    if (clock.now() - session.lastSeenAt > TOUCH_INTERVAL) await meetDevice(session.deviceId, session.id);
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
  registerReachApi(app, { ...options, findSession, refuse });
  registerWallApi(app, { walls: options.walls, tickets, findSession, refuse });
  registerBackupApi(app, { store, backups: options.backups, findSession, refuse, onError });

  app.post('/api/device-code', async (request, reply) => {
    const session = await findSession(request);
    return session === undefined ? refuse(reply, 'unauthenticated') : signIn.issueDeviceCode(session);
  });

  app.post('/api/sign-out', async (request, reply) => {
    const session = await findSession(request);
    const stopped = session ?? (await findStoppedDevice(store.read, toToken(request), clock.now()));
    if (stopped === undefined) return refuse(reply, 'unauthenticated');
    if (session !== undefined) {
      await store.write('sign-out', { sessionId: session.id, now: clock.now() });
      hub.endSessions([session.id]);
    }
    // Whoever signs out leaves nothing there: it is no device of theirs any more.
    // A revoked one stays on record.
    if ('reason' in stopped && stopped.reason === 'device-revoked') return {};
    const { deviceId } = stopped;
    hub.announce(await store.write<Committed>('forget-device', { deviceId, now: clock.now() }));
    return {};
  });
};

/** Only what the protocol names leaves the server. */
const toRefused = (refusal: Refused): Refused => ({
  reason: refusal.reason,
  ...(refusal.remaining === undefined ? {} : { remaining: refusal.remaining }),
  ...(refusal.until === undefined ? {} : { until: refusal.until }),
});
