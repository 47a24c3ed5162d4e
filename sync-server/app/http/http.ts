import fastify, { type FastifyInstance } from 'fastify';
import { LIMITS } from '#core/protocol/limits.ts';
import { registerApi, type ApiOptions } from './api.ts';
import { registerClientFiles } from './client-files.ts';
import { registerFiles, type FileRoutesOptions } from './files.ts';
import { SECURITY_HEADERS } from './headers.ts';
import { registerSetUp } from '../setup/routes.ts';
import type { SetUp } from '../setup/set-up.ts';

/** The HTTP side of the server. It keeps no log: who asked for what when is nobody's business (R9). */
export const createHttp = async (
  options: ApiOptions & FileRoutesOptions & { readonly staticDir: string | undefined; readonly setUp: SetUp },
): Promise<FastifyInstance> => {
  const app = fastify({
    bodyLimit: LIMITS.requestBytes,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    forceCloseConnections: true,
    logger: false,
  });
  app.addHook('onSend', async (_request, reply) => {
    void reply.headers(SECURITY_HEADERS);
  });
  registerApi(app, options);
  registerFiles(app, options);
  registerSetUp(app, options.setUp);
  await registerClientFiles(app, options.staticDir);
  return app;
};
