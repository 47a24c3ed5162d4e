import type { Migration } from './migration.ts';

/**
 * Slips by their locators, the codes as hashes alone; a few earlier ones of each person, so that the bearer of an old slip is
 * told what became of it. Who comes to the office's bucket, or leaves it, begins a new tenure there.
 */
export const slips: Migration = {
  name: 'slips',
  sql: `
    create table slip (
      locator text primary key,
      person_id text not null,
      number integer not null,
      short_hash text not null,
      long_hash text not null,
      state text not null,
      -- The last instant at which it works; null before it was handed over.
      expires_at integer
    ) strict;
    create index slip_by_person on slip (person_id, number);

    create trigger tenure_of_office after update of role on person
    when (old.role = 'office') <> (new.role = 'office')
    begin
      insert into tenure (person_id, bucket, number) values (new.id, 'school:office', 1)
      on conflict (person_id, bucket) do update set number = number + 1;
    end;
  `,
};
