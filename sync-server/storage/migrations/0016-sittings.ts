import type { Migration } from './migration.ts';

/** The log of conferences that sit. */
export const sittings: Migration = {
  name: 'sittings',
  sql: `
    -- One row per command that made something happen; body is the JSON of its version and events. Only ever added to.
    create table meeting_event (
      conference text not null,
      seq integer not null,
      at integer not null,
      body text not null,
      primary key (conference, seq)
    ) strict, without rowid;
  `,
};
