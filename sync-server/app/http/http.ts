import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Clock } from '#core/kernel/clock.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import type { Traffic } from '#server/operations/health.ts';
import type { ReachKeeper } from '#server/pki/keeper.ts';
import { registerApi, type ApiOptions } from './api.ts';
import { isLoopback, toArrival } from './arrival.ts';
import { registerClientFiles } from './client-files.ts';
import { registerFiles, type FileRoutesOptions } from './files.ts';
import { openFront } from './front.ts';
import { toInsistence, toSecurityHeaders } from './headers.ts';
import { registerSetUp } from '../setup/routes.ts';
import type { SetUp } from '../setup/set-up.ts';

export interface HttpOptions extends ApiOptions, FileRoutesOptions {
  readonly staticDir: string | undefined;
  readonly setUp: SetUp;
}

/** The HTTP side of the server. It keeps no log: who asked for what when is nobody's business (R9). */
export const createHttp = async (options: HttpOptions): Promise<FastifyInstance> => {
  const { keeper } = options;
  const app = fastify({
    bodyLimit: LIMITS.requestBytes,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    forceCloseConnections: true,
    logger: false,
    // Where somebody comes from counts for the limits on attempts: only a configured proxy may say it for others.
    trustProxy: (address) => keeper.current().isProxy(address),
    rewriteUrl: (request) => toArrival(request, keeper.current()).url,
  });
  const front = openFront(app.server, keeper);
  app.addHook('preClose', async () => {
    front.close();
  });
  registerWay(app, keeper, options.clock, options.traffic);
  registerApi(app, options);
  registerFiles(app, options);
  registerSetUp(app, options.setUp);
  await registerClientFiles(app, options.staticDir, (request) => toArrival(request, keeper.current()).prefix);
  return app;
};

/** What depends on the way a request came by: the headers of its answer, and whether it is answered at all. */
const registerWay = (app: FastifyInstance, keeper: ReachKeeper, clock: Clock, traffic: Traffic): void => {
  const note = ({ socket, headers }: FastifyRequest, isProxied: boolean): void => {
    if (isProxied) {
      traffic.lastFromProxy = clock.now();
      traffic.proxyHidesSenders ||= headers['x-forwarded-for'] === undefined;
    } else if (!isLoopback(socket.remoteAddress) && socket.remoteAddress !== socket.localAddress) {
      traffic.lastFromNetwork = clock.now();
    }
  };
  app.addHook('onSend', async (request, reply) => {
    const reach = keeper.current();
    const arrival = toArrival(request.raw, reach);
    void reply.headers(toSecurityHeaders(arrival));
    const insistence = arrival.isSecure && !arrival.isProxied ? toInsistence(reach, clock.now()) : undefined;
    if (insistence !== undefined) void reply.header('Strict-Transport-Security', `max-age=${insistence}`);
  });
  app.addHook('onRequest', async (request, reply) => {
    const reach = keeper.current();
    const arrival = toArrival(request.raw, reach);
    note(request, arrival.isProxied);
    if (arrival.fault === undefined) return;
    const isPage = request.method === 'GET' && !request.url.startsWith('/api/');
    const [host] = arrival.hosts;
    if (isPage && reach.tls !== undefined && host !== undefined) {
      await reply.redirect(`https://${host}${request.url}`, 308);
    } else if (isPage) {
      await reply
        .code(403)
        .type('text/plain; charset=utf-8')
        .send(`Dieser Server ist nur über seine sichere Adresse erreichbar: ${reach.proxy?.address ?? ''}`);
    } else await reply.code(403).send({ reason: 'forbidden' });
  });
};
