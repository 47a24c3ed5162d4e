/** As much of PouchDB as the file cabinet and the benchmark use; the packages bring no types of their own. */
declare module 'pouchdb-core' {
  interface Row {
    readonly _id: string;
    readonly _rev?: string;
    readonly [field: string]: unknown;
  }
  interface Listed {
    /** Absent for a key that never was. */
    readonly id?: string;
    readonly value?: { readonly rev: string; readonly deleted?: boolean };
  }
  interface Replication extends PromiseLike<{ readonly docs_written: number }> {
    cancel(): void;
  }
  class PouchDB {
    constructor(name: string, options?: { readonly adapter?: string; readonly auto_compaction?: boolean });
    /** Stands before the names of all databases. */
    static prefix: string;
    static plugin(plugin: unknown): typeof PouchDB;
    static defaults(options: { readonly adapter: string }): typeof PouchDB;
    put(row: Row): Promise<{ readonly rev: string }>;
    remove(id: string, rev: string): Promise<unknown>;
    getAttachment(id: string, name: string): Promise<Blob>;
    bulkDocs(rows: readonly Row[]): Promise<readonly { readonly id: string; readonly rev?: string }[]>;
    allDocs(options: { readonly include_docs: true; readonly limit: number }): Promise<{
      readonly rows: readonly { readonly doc: Row }[];
    }>;
    allDocs(
      options: { readonly keys: readonly string[] } | { readonly startkey: string; readonly endkey: string },
    ): Promise<{ readonly rows: readonly Listed[] }>;
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
