import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import createCouch from 'express-pouchdb';
import memoryAdapter from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb-core';
import replication from 'pouchdb-replication';
import type { Announcement } from '#core/announcements/announcement.ts';

/** The peer's server: express-pouchdb over a database in memory, which is the fastest there is. */
export interface Couch {
  /** Serves the pages of the benchmark, and the documents as one file for the limit. */
  readonly url: string;
  readonly database: string;
  /** Stores the announcements as they are now; resolves when they are committed. */
  put(announcements: readonly Announcement[]): Promise<void>;
  close(): Promise<void>;
}

/** What PouchDB orders by is the id: the newest announcement comes first, without an index of its own. */
export const toCouchId = ({ inv, id }: Pick<Announcement, 'inv' | 'id'>): string =>
  `${String(inv).padStart(13, '0')}-${id}`;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

export const openCouch = async (options: {
  readonly announcements: readonly Announcement[];
  readonly staticDir: string;
}): Promise<Couch> => {
  const { announcements, staticDir } = options;
  const Memory = PouchDB.plugin(memoryAdapter).plugin(replication).defaults({ adapter: 'memory' });
  const handle = createCouch(Memory, { mode: 'minimumForPouchDB' });
  const database = new Memory('announcements');
  const revisions = new Map<string, string>();

  const put: Couch['put'] = async (documents) => {
    const rows = documents.map((document) => {
      const id = toCouchId(document);
      const revision = revisions.get(id);
      return { ...document, _id: id, ...(revision === undefined ? {} : { _rev: revision }) };
    });
    for (const answer of await database.bulkDocs(rows)) {
      if (answer.rev === undefined) throw new Error(`the peer did not store ${answer.id}`);
      revisions.set(answer.id, answer.rev);
    }
  };
  await put(announcements);

  const serveFile = async (url: string, response: ServerResponse): Promise<void> => {
    if (url === '/documents.json') {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(announcements));
      return;
    }
    const file = path.join(staticDir, path.posix.normalize(url));
    response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream');
    response.end(await readFile(file));
  };
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const url = request.url ?? '/';
    if (url.startsWith('/db/')) {
      request.url = url.slice('/db'.length);
      handle(request, response);
      return;
    }
    serveFile(url, response).catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    database: `${url}/db/announcements`,
    put,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.close();
    },
  };
};
