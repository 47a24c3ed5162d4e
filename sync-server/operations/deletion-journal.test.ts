import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Id } from '#core/kernel/id.ts';
import { IN_MEMORY, openDatabase } from '#server/storage/sqlite/database.ts';
import { createReader } from '#server/storage/sqlite/reader.ts';
import { createDeletionJournal, mergeJournals, readJournal, type Deletion } from './deletion-journal.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'umlauf-journal-'));
  file = path.join(folder, 'deletions.log');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const ID = 'aaaaaaaaaaaaaaaaaaaaaaaaaa' as Id;
const OTHER = 'baaaaaaaaaaaaaaaaaaaaaaaaa' as Id;
const row = (seq: number, document = ID, act: Deletion['act'] = 'deleted'): Deletion => ({
  seq,
  document,
  act,
  at: 1_000 + seq,
});
/** The journal over a table with these rows. */
const over = (rows: readonly Deletion[]) => {
  const database = openDatabase(IN_MEMORY);
  database.exec('create table deletion (seq integer primary key, document text, act text, at integer)');
  for (const { seq, document, act, at } of rows) {
    database.run('insert into deletion (seq, document, act, at) values (?, ?, ?, ?)', [
      seq,
      document,
      act,
      at,
    ]);
  }
  return createDeletionJournal(file, createReader(database));
};

test('[BAK6] the file follows the table, line by line, and begins where it stopped', async () => {
  await over([row(1)]).catchUp();
  await over([row(1), row(2, OTHER)]).catchUp();
  expect(readJournal(file)).toEqual([row(1), row(2, OTHER)]);
  expect(readFileSync(file, 'utf8')).toBe(`1 ${ID} deleted 1001\n2 ${OTHER} deleted 1002\n`);
});

test('[BAK6] a line that a crash has torn is written anew', async () => {
  await over([row(1)]).catchUp();
  appendFileSync(file, `2 ${OTHER} deleted 10`);
  expect(readJournal(file)).toEqual([row(1)]);
  await over([row(1), row(2, OTHER)]).catchUp();
  expect(readJournal(file)).toEqual([row(1), row(2, OTHER)]);
});

test('[BAK6] what is no line of a journal is passed over', () => {
  appendFileSync(file, `nonsense\n1 ${ID} exploded 5\n1 ../../etc/passwd deleted 5\n3 ${ID} deleted 1003\n`);
  expect(readJournal(file)).toEqual([row(3)]);
});

test('[BAK6] of several journals the newest line of a document counts', () => {
  expect(mergeJournals([[row(1), row(4, ID, 'returned')], [row(2, OTHER)]])).toEqual([
    row(2, OTHER),
    row(4, ID, 'returned'),
  ]);
});
