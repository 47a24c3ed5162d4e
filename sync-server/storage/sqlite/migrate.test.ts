import { expect, it } from 'vitest';
import { migrations } from '../migrations/migrations.ts';
import { IN_MEMORY, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';

const step = (name: string, sql: string) => ({ name, sql });
const one = step('one', 'create table one (id integer primary key) strict; insert into one values (1);');
const two = step('two', 'alter table one add column name text not null default "?";'.replaceAll('"', "'"));

it('carries out only the steps that are missing', () => {
  const database = openDatabase(IN_MEMORY);
  migrate(database, [one], 10);
  migrate(database, [one, two], 20);
  migrate(database, [one, two], 30);
  expect(database.all('select * from one', [])).toEqual([{ id: 1, name: '?' }]);
  expect(database.all('select version, name, at from schema_version', [])).toEqual([
    { version: 1, name: 'one', at: 10 },
    { version: 2, name: 'two', at: 20 },
  ]);
  database.close();
});

it('leaves the old version whole when a step fails', () => {
  const database = openDatabase(IN_MEMORY);
  migrate(database, [one], 10);
  const bad = step('bad', 'create table half (id integer) strict; insert into nowhere values (1);');
  expect(() => {
    migrate(database, [one, two, bad], 20);
  }).toThrow('nowhere');
  expect(database.all('select * from one', [])).toEqual([{ id: 1 }]);
  expect(database.get("select name from sqlite_schema where name = 'half'", [])).toBeUndefined();
  expect(database.all('select version from schema_version', [])).toEqual([{ version: 1 }]);
  database.close();
});

it('creates strict tables only', () => {
  const database = openDatabase(IN_MEMORY);
  migrate(database, migrations, 0);
  const lax = database.all(
    "select name from pragma_table_list where schema = 'main' and strict = 0 and name not like 'sqlite_%'",
    [],
  );
  expect(lax).toEqual([]);
  database.close();
});
