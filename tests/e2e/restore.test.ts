import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { announce, createGroup, goTo, open, rows, write } from './support/acts.ts';
import { waitForTruth, type SomebodyOnline } from './support/person.ts';
import { openSchool, type OpenSchool } from './support/school.ts';

let school: OpenSchool;
let author: SomebodyOnline;
let reader: SomebodyOnline;
let backups: string;

beforeAll(async () => {
  backups = await mkdtemp(path.join(tmpdir(), 'umlauf-backups-'));
  school = await openSchool('Kuh', 'Dre');
  author = school.who('Kuh');
  reader = school.who('Dre');
  await createGroup(author.page, 'AG Schulgarten', 'Daniela Dreßler');
});
afterAll(async () => {
  await school.close();
  await rm(backups, { recursive: true, force: true });
});

const send = ({ page }: SomebodyOnline, title: string): Promise<void> =>
  announce(page, { groups: ['AG Schulgarten'], title, text: `Alles zu: ${title}.` });

const edit = async ({ page }: SomebodyOnline, title: string, text: string): Promise<void> => {
  await open(page, title);
  await page
    .getByRole('button', { name: 'Ändern', exact: true })
    .or(page.getByRole('link', { name: 'Ändern', exact: true }))
    .first()
    .click();
  await write(page, text);
  await page.getByRole('button', { name: 'Änderung speichern' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
};

const isThere = async ({ page }: SomebodyOnline, title: string): Promise<void> => {
  await goTo(page, /Mitteilungen/);
  await rows(page, title).first().waitFor();
};

/** Clients start anew within a minute, each at a moment of its own (D3). */
const WITHIN = { timeout: 90_000 };

test('[BAK5, BAK10] the server dies and comes back from last night’s backup: everybody gives back what it had forgotten, and nothing is lost', async () => {
  const { installation } = school;
  await send(author, 'Vor der Sicherung');
  await waitForTruth(author, /Verbunden(?!.*wartet)/);
  await isThere(reader, 'Vor der Sicherung');

  const key = await installation.createRecoveryKey();
  await installation.backUp(backups);
  const file = (await readdir(backups)).find((name) => name.endsWith('.sicherung'));

  // Acknowledged after the backup: the server will have forgotten it.
  await send(author, 'Nach der Sicherung');
  await waitForTruth(author, /Verbunden(?!.*wartet)/);
  await isThere(reader, 'Nach der Sicherung');

  // From now on the author has no network, and builds on what the server will have forgotten.
  author.cable.cut();
  await waitForTruth(author, 'Offline');
  await send(author, 'Ohne Verbindung geschrieben');
  await edit(author, 'Nach der Sicherung', 'Nachtrag ohne Verbindung.');

  await installation.kill();
  await installation.restoreElsewhere(path.join(backups, file ?? ''), key);
  await installation.start();

  // Who stayed online starts anew on what the server knows, and is told so.
  await reader.page
    .getByText(/Der Server wurde aus einer Sicherung vom .* wiederhergestellt/)
    .waitFor(WITHIN);
  await isThere(reader, 'Vor der Sicherung');

  author.cable.mend();
  await author.page.getByText(/Ihrer Änderungen fehlte/).waitFor(WITHIN);
  await waitForTruth(author, /Verbunden(?!.*wartet)/);
  for (const somebody of [author, reader]) {
    for (const title of ['Vor der Sicherung', 'Nach der Sicherung', 'Ohne Verbindung geschrieben']) {
      await isThere(somebody, title);
    }
    await open(somebody.page, 'Nach der Sicherung');
    await somebody.page.getByText('Nachtrag ohne Verbindung.').first().waitFor();
    expect(somebody.complaints).toEqual([]);
  }
  expect(await author.page.getByRole('link', { name: /Nicht gespeichert, \d/ }).count()).toBe(0);
}, 240_000);
