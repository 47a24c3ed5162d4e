import type { Migration } from './migration.ts';

/**
 * The devices sessions belong to. Here stands what is asked before anything is read; the rest is in the device's document.
 * Sessions from before go on: their devices were in use.
 */
export const devices: Migration = {
  name: 'devices',
  sql: `
    create table device (
      id text primary key,
      person_id text not null,
      class text not null,
      -- waiting, active or revoked
      state text not null,
      -- password or code
      joined_by text not null,
      -- what the program said of the system it runs on
      name text not null,
      created_at integer not null
    ) strict;
    create index device_by_person on device (person_id);
    insert into device (id, person_id, class, state, joined_by, name, created_at)
      select device_id, min(person_id), min(device_class), 'active', 'password', '', min(created_at)
      from session group by device_id;
    create index session_by_device on session (device_id);

    -- Codes shown on a device for signing in on a further one.
    create table device_code (
      code_hash text primary key,
      person_id text not null,
      expires_at integer not null
    ) strict, without rowid;
  `,
};
