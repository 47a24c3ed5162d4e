import type { Migration } from './migration.ts';

/** Which items and motions belong to which conference: found without reading every document. */
export const conferenceParts: Migration = {
  name: 'conference-parts',
  sql: `
    create table conference_part (
      document text primary key,
      conference text not null,
      -- The revision of an item that last changed what it says: a new place on the agenda conflicts with no edit.
      content_rev integer not null
    ) strict, without rowid;
    create index conference_part_by_conference on conference_part (conference);
  `,
};
