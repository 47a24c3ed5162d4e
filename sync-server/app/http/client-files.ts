import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const ONE_YEAR = 'public, max-age=31536000, immutable';

/** Serves the client. Names under `assets/` carry a hash of their content; everything else is asked for anew each time. */
export const registerClientFiles = async (
  app: FastifyInstance,
  folder: string | undefined,
): Promise<void> => {
  if (folder !== undefined && existsSync(path.join(folder, 'index.html'))) {
    await app.register(fastifyStatic, {
      root: folder,
      cacheControl: false,
      preCompressed: true,
      setHeaders: (reply, file) => {
        const isHashed = path.relative(folder, file).split(path.sep)[0] === 'assets';
        void reply.header('Cache-Control', isHashed ? ONE_YEAR : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const pathname = request.url.split('?')[0] ?? '';
    if (pathname.startsWith('/api/')) return reply.code(404).send({ reason: 'not-found' });
    // Every place within the client is the client; a file that is missing is missing.
    const isPage = request.method === 'GET' && !path.posix.basename(pathname).includes('.');
    if (!isPage) return reply.code(404).type('text/plain').send('');
    return folder !== undefined && existsSync(path.join(folder, 'index.html'))
      ? reply.header('Cache-Control', 'no-cache').sendFile('index.html')
      : reply
          .code(404)
          .type('text/plain; charset=utf-8')
          .send('Der Server läuft, aber das Programm für den Browser ist noch nicht gebaut.');
  });
};
