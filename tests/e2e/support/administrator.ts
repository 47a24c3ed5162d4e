import { jobModules } from '#server/app/job-modules.ts';
import type { SetFlagsArgs } from '#server/commands/school.job.ts';
import { readDocumentsOfKind } from '#server/feed/documents.ts';
import { openDataFolder } from '#server/app/data-folder.ts';
import { createSqliteStore } from '#server/storage/sqlite/sqlite-store.ts';

/** Marks somebody as administrator in a data folder that no server has open. */
export const makeAdministrator = async (dataDir: string, shortCode: string): Promise<void> => {
  const store = await createSqliteStore({ path: openDataFolder(dataDir).database, jobModules });
  try {
    const persons = await readDocumentsOfKind(store.read, 'person');
    const person = persons.find((candidate) => candidate.shortCode === shortCode);
    if (person === undefined) throw new Error(`nobody has the short code ${shortCode}`);
    const flags = { personId: person.id, administrator: true, staffCouncil: false, now: Date.now() };
    await store.write<unknown>('set-flags', flags satisfies SetFlagsArgs);
  } finally {
    await store.close();
  }
};
