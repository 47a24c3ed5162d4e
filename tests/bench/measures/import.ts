import { DatabaseSync } from 'node:sqlite';
import path from 'node:path';
import papaparse from 'papaparse';
import { planImport } from '#core/directory/import/plan-import.ts';
import { readStaffList } from '#core/directory/import/read-staff-list.ts';
import { jobModules } from '#server/app/job-modules.ts';
import { openDataFolder } from '#server/app/data-folder.ts';
import type { ImportStaffResult } from '#server/commands/school.job.ts';
import { createSqliteStore } from '#server/storage/sqlite/sqlite-store.ts';
import type { Lab } from '../lab.ts';
import { median, type Figures } from '../row.ts';

/** As many as no school has: the staff of a large one, fifty times. */
const PERSONS = 5_000;
/** A group holds at most 2,000 people. */
const GROUPS = 50;

/** Everything from the bytes of a list to stored persons, with its preview, against reading and inserting its bare rows. */
export const measureImport = async (lab: Lab): Promise<Figures> => {
  const list = createList();
  const ours: number[] = [];
  const limit: number[] = [];
  for (let run = 0; run < lab.repetitions; run += 1) {
    ours.push(await importList(lab.newFolder(), list));
    limit.push(insertRows(lab.newFolder(), list));
  }
  return { ours: median(ours), limit: median(limit) };
};

const createList = (): string =>
  [
    'Nachname;Vorname;Kürzel;Rolle;Gruppen',
    ...Array.from(
      { length: PERSONS },
      (_, index) =>
        `Müller-${toLetters(index)};Jörg;${toLetters(index)};Lehrkraft;"Fachschaft ${index % GROUPS}, Klassenteam ${(index * 7) % GROUPS}"`,
    ),
    '',
  ].join('\r\n');

/** A short code for each number: a, b, …, aa, ab, … */
const toLetters = (index: number): string =>
  (index >= 26 ? toLetters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(97 + (index % 26));

/** Milliseconds of the whole way in an empty school: reading, the preview, and the import with its commit. */
const importList = async (folder: string, text: string): Promise<number> => {
  const store = await createSqliteStore({ path: openDataFolder(folder).database, jobModules });
  try {
    const now = Date.now();
    await store.write('create-school', { name: 'Schule', land: 'BW', holidays: [], now });
    const start = performance.now();
    const read = readStaffList(Buffer.from(text));
    if (!read.ok) throw new Error(read.refusal);
    const preview = planImport(read.value, []);
    const { report } = await store.write<ImportStaffResult>('import-staff', {
      list: read.value,
      dryRun: false,
      now,
    });
    const took = performance.now() - start;
    if (preview.people.length !== PERSONS || report.new !== PERSONS) {
      throw new Error(`only ${report.new} of ${PERSONS} persons were taken over`);
    }
    return took;
  } finally {
    await store.close();
  }
};

/** Milliseconds to read the same text with papaparse and to insert each row into a bare table, in one transaction. */
const insertRows = (folder: string, text: string): number => {
  const database = new DatabaseSync(path.join(folder, 'bare.db'));
  database.exec('pragma journal_mode = wal; pragma synchronous = full');
  database.exec('create table person (last, first, code text primary key, role, groups)');
  const start = performance.now();
  const { data } = papaparse.parse<string[]>(text, { skipEmptyLines: true });
  const insert = database.prepare('insert into person values (?, ?, ?, ?, ?)');
  database.exec('begin');
  for (const row of data) insert.run(...row);
  database.exec('commit');
  const took = performance.now() - start;
  database.close();
  return took;
};
