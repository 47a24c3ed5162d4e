import type { Migration } from './migration.ts';

/**
 * The salts of a person's earlier passwords. A device knows by them what an earlier password keeps shut on it, without
 * anything in clear there that says whose it is.
 */
export const formerSalts: Migration = {
  name: 'former salts',
  sql: `
    create table former_salt (
      person_id text not null,
      salt text not null,
      at integer not null,
      primary key (person_id, salt)
    ) strict, without rowid;
  `,
};
