import type { Migration } from './migration.ts';

/**
 * What was deleted or emptied, by ids alone, so that a restored backup does not bring it back (D4). Kept by triggers in
 * the transaction of the change itself; the server copies new rows into a file outside database and backups. The newest
 * row of a document counts.
 */
export const deletions: Migration = {
  name: 'deletions',
  sql: `
    create table deletion (
      seq integer primary key autoincrement,
      document text not null,
      act text not null check (act in ('deleted', 'emptied', 'returned')),
      at integer not null
    ) strict;
    create trigger deletion_of_document after update of deleted on document when new.deleted = 1 and old.deleted = 0 begin
      insert into deletion (document, act, at) values (new.id, 'deleted', new.at);
    end;
    -- A document with a derived id may come back, such as the receipt of somebody who joins a group again.
    create trigger return_of_document after update of deleted on document when new.deleted = 0 and old.deleted = 1 begin
      insert into deletion (document, act, at) values (new.id, 'returned', new.at);
    end;
    create trigger emptying_of_announcement after update of body on document
    when new.kind = 'announcement' and new.deleted = 0
      and json_extract(new.body, '$.state') = 'withdrawn' and json_extract(old.body, '$.state') <> 'withdrawn' begin
      insert into deletion (document, act, at) values (new.id, 'emptied', new.at);
    end;
  `,
};
