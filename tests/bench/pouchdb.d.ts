/** As much of PouchDB as the benchmark uses; the packages bring no types of their own. */
declare module 'pouchdb-core' {
  interface Row {
    readonly _id: string;
    readonly _rev?: string;
    readonly [field: string]: unknown;
  }
  interface Replication extends PromiseLike<{ readonly docs_written: number }> {
    cancel(): void;
  }
  class PouchDB {
    constructor(name: string, options?: { readonly adapter?: string });
    static plugin(plugin: unknown): typeof PouchDB;
    static defaults(options: { readonly adapter: string }): typeof PouchDB;
    bulkDocs(rows: readonly Row[]): Promise<readonly { readonly id: string; readonly rev?: string }[]>;
    allDocs(options: { readonly include_docs: true; readonly limit: number }): Promise<{
      readonly rows: readonly { readonly doc: Row }[];
    }>;
    info(): Promise<{ readonly doc_count: number }>;
    changes(options: { readonly live: true; readonly since: 'now'; readonly include_docs: true }): {
      on(event: 'change', listener: (change: { readonly doc: Row }) => void): void;
    };
    readonly replicate: {
      from(remote: string, options: { readonly batch_size: number; readonly live?: boolean }): Replication;
    };
    close(): Promise<void>;
  }
  export default PouchDB;
}
declare module 'pouchdb-adapter-idb' {
  const plugin: unknown;
  export default plugin;
}
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
