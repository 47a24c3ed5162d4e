import type { Migration } from './migration.ts';

/**
 * Who comes to the administration's bucket, or leaves it, begins a new tenure there. The condition is `isAdministration`
 * of core/access: the flag or the role of the leadership; a change that keeps the right begins nothing.
 */
export const administration: Migration = {
  name: 'administration',
  sql: `
    create trigger tenure_of_administration after update of role, administrator on person
    when (old.administrator = 1 or old.role = 'leadership') <> (new.administrator = 1 or new.role = 'leadership')
    begin
      insert into tenure (person_id, bucket, number) values (new.id, 'school:administration', 1)
      on conflict (person_id, bucket) do update set number = number + 1;
    end;

    -- A word of the program about the act: a role, the names of settings; never what somebody wrote.
    alter table audit add column detail text;
    create index audit_by_time on audit (at);
  `,
};
