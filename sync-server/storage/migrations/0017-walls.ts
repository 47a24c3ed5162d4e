import type { Migration } from './migration.ts';

/** Devices that show a conference on the wall. */
export const walls: Migration = {
  name: 'walls',
  sql: `
    -- Nobody's sessions: each shows one conference and is gone with its end.
    create table wall (
      token_hash text primary key,
      id text not null,
      conference text not null,
      at integer not null
    ) strict, without rowid;
    create index wall_by_conference on wall (conference);
  `,
};
