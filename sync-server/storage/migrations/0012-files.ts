import type { Migration } from './migration.ts';

/** What people attach. The bytes lie in the folder `files`, never in the database. */
export const files: Migration = {
  name: 'files',
  sql: `
    -- state: arriving or complete. at: when it was announced or lost its last reference, whichever was later.
    create table file (
      id text primary key,
      size integer not null,
      sha256 text not null,
      uploader text not null,
      state text not null,
      at integer not null
    ) strict;
    create index file_by_uploader on file (uploader);

    -- Derived from the documents in the transaction that stores them (D9).
    create table file_reference (
      file text not null,
      document text not null,
      primary key (file, document)
    ) strict, without rowid;
    create index file_reference_by_document on file_reference (document);
  `,
};
