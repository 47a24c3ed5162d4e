/** As much of the peer as the benchmark uses; the packages bring no types of their own. */
declare module 'pouchdb-adapter-http' {
  const plugin: unknown;
  export default plugin;
}
declare module 'pouchdb-adapter-memory' {
  const plugin: unknown;
  export default plugin;
}
declare module 'pouchdb-replication' {
  const plugin: unknown;
  export default plugin;
}
declare module 'express-pouchdb' {
  import type { IncomingMessage, ServerResponse } from 'node:http';
  import type PouchDB from 'pouchdb-core';
  const createCouch: (
    database: typeof PouchDB,
    options: { readonly mode: 'minimumForPouchDB' },
  ) => (request: IncomingMessage, response: ServerResponse) => void;
  export default createCouch;
}
