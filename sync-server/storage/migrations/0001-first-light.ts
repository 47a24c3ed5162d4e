import type { Migration } from './migration.ts';

/**
 * People and their sign-in, documents with their placement, the log that makes commands repeatable, jobs, audit.
 * Instants are UTC milliseconds, truth values 0 and 1, bodies and arguments JSON.
 */
export const firstLight: Migration = {
  name: 'first light',
  sql: `
    create table meta (key text primary key, value text not null) strict, without rowid;

    -- The latest state of every document; body is its JSON without id, kind, rev and inv.
    create table document (
      id text primary key,
      kind text not null,
      rev integer not null,
      inv integer not null,
      body text not null,
      deleted integer not null default 0,
      at integer not null
    ) strict;
    create index document_by_kind on document (kind, inv);

    -- head is the last number handed out in the bucket.
    create table bucket (id text primary key, head integer not null) strict, without rowid;

    -- One row per document and bucket, at the number of its last change there; gone: it left the bucket at that number.
    create table placement (
      bucket text not null,
      document text not null,
      seq integer not null,
      gone integer not null default 0,
      at integer not null,
      primary key (bucket, document)
    ) strict;
    create unique index placement_by_seq on placement (bucket, seq);
    create index placement_by_document on placement (document);

    -- One tag for every number ever handed out, also superseded ones: it detects a store that was rolled back (D4).
    create table bucket_tag (
      bucket text not null,
      seq integer not null,
      tag text not null,
      at integer not null,
      primary key (bucket, seq)
    ) strict, without rowid;

    create table person (
      id text primary key,
      short_code_key text not null unique,
      role text not null,
      administrator integer not null,
      staff_council integer not null,
      active integer not null
    ) strict;

    create table membership (
      group_id text not null,
      person_id text not null,
      function text not null,
      voting_status text not null,
      primary key (group_id, person_id)
    ) strict;
    create index membership_by_person on membership (person_id);

    -- How many times a person has come to (or changed their right to) a bucket. A replica's position in the bucket counts
    -- only within the tenure it was gained in; rows outlive the membership. Kept by triggers, so that no feature forgets.
    create table tenure (
      person_id text not null,
      bucket text not null,
      number integer not null,
      primary key (person_id, bucket)
    ) strict, without rowid;
    create trigger tenure_of_member after insert on membership begin
      insert into tenure (person_id, bucket, number) values (new.person_id, 'group:' || new.group_id, 1)
      on conflict (person_id, bucket) do update set number = number + 1;
    end;
    create trigger tenure_of_staff after update of role on person when old.role <> new.role begin
      insert into tenure (person_id, bucket, number) values (new.id, 'school:staff', 1)
      on conflict (person_id, bucket) do update set number = number + 1;
    end;

    create table credential (
      person_id text primary key,
      salt text not null,
      auth_hash text not null,
      auth_salt text not null,
      changed_at integer not null
    ) strict;

    create table session (
      id text primary key,
      token_hash text not null unique,
      person_id text not null,
      device_id text not null,
      device_class text not null,
      created_at integer not null,
      last_seen_at integer not null,
      expires_at integer not null,
      revoked_at integer
    ) strict;
    create index session_by_person on session (person_id);

    create table attempt (
      scope text primary key,
      failures integer not null,
      last_at integer not null,
      locked_until integer not null
    ) strict;

    create table access_code (
      person_id text primary key,
      code_hash text not null,
      created_at integer not null,
      expires_at integer not null,
      used_at integer
    ) strict;

    create table command_log (
      mid text primary key,
      person_id text not null,
      name text not null,
      hash text not null,
      answer text not null,
      at integer not null
    ) strict;
    create index command_log_by_time on command_log (at);

    create table job (id text primary key, due_at integer not null, kind text not null, args text not null) strict;
    create index job_by_time on job (due_at);

    create table audit (id integer primary key, at integer not null, actor text, act text not null, subject text) strict;
  `,
};
