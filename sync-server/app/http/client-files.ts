import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Incoming } from './arrival.ts';

const ONE_YEAR = 'public, max-age=31536000, immutable';
const PAGE = 'index.html';

/**
 * Serves the client. Names under `assets/` carry a hash of their content; everything else is asked for anew each time.
 * `prefixOf` says under which path whoever asks sees the client; the page alone carries it.
 */
export const registerClientFiles = async (
  app: FastifyInstance,
  folder: string | undefined,
  prefixOf: (request: Incoming) => string,
): Promise<void> => {
  const hasPage = (): boolean => folder !== undefined && existsSync(path.join(folder, PAGE));
  if (folder !== undefined && hasPage()) {
    await app.register(fastifyStatic, {
      root: folder,
      cacheControl: false,
      preCompressed: true,
      index: false,
      allowedPath: (pathname) => pathname !== `/${PAGE}`,
      setHeaders: (reply, file) => {
        const isHashed = path.relative(folder, file).split(path.sep)[0] === 'assets';
        void reply.header('Cache-Control', isHashed ? ONE_YEAR : 'no-cache');
      },
    });
  }
  const sendPage = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const prefix = prefixOf(request.raw);
    void reply.header('Cache-Control', 'no-cache');
    if (prefix === '/') return reply.sendFile(PAGE);
    return reply.type('text/html; charset=utf-8').send(toPageUnder(prefix, path.join(folder ?? '', PAGE)));
  };
  app.setNotFoundHandler((request, reply) => {
    const pathname = request.url.split('?')[0] ?? '';
    if (pathname.startsWith('/api/')) return reply.code(404).send({ reason: 'not-found' });
    // Every place within the client is the client; a file that is missing is missing.
    const isPage = pathname === `/${PAGE}` || !path.posix.basename(pathname).includes('.');
    if (request.method !== 'GET' || !isPage) return reply.code(404).type('text/plain').send('');
    return hasPage()
      ? sendPage(request, reply)
      : reply
          .code(404)
          .type('text/plain; charset=utf-8')
          .send('Der Server läuft, aber das Programm für den Browser ist noch nicht gebaut.');
  });
};

/** The page as it has to be below a path: what it loads, and the note from which the client knows where it lies. */
const toPageUnder = (prefix: string, file: string): string =>
  readFileSync(file, 'utf8')
    .replaceAll(/ (href|src)="\//gu, ` $1="${prefix}`)
    .replace('name="umlauf-base" content="/"', `name="umlauf-base" content="${prefix}"`);
