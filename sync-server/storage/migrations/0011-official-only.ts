import type { Migration } from './migration.ts';

/** Bodies whose documents no private device may hold (R34). */
export const officialOnly: Migration = {
  name: 'bodies kept off private devices',
  sql: `
    create table official_only (group_id text primary key) strict, without rowid;

    -- How many times a bucket has come back to private devices. To them it counts like a tenure of each of its readers: a
    -- position gained before the bucket was kept away says nothing. Kept by a trigger, so that no feature forgets.
    create table private_return (bucket text primary key, number integer not null) strict, without rowid;
    create trigger private_return_of_group after delete on official_only begin
      insert into private_return (bucket, number) values ('group:' || old.group_id, 1)
      on conflict (bucket) do update set number = number + 1;
    end;
  `,
};
