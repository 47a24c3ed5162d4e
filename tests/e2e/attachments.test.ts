import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeSearch, compose, goTo, letter, open, search } from './support/acts.ts';
import { findOnDisk } from './support/disk.ts';
import { signIn, waitForTruth } from './support/person.ts';
import { openSchool, type OpenSchool } from './support/school.ts';

let school: OpenSchool;

beforeAll(async () => {
  school = await openSchool('Kuh', 'Dre', 'Jag');
});
afterAll(() => school.close());

const SECRET = 'streng vertraulicher Anhangsinhalt ';
const toFile = (name: string, bytes: number, mimeType = 'application/pdf') => ({
  name,
  mimeType,
  buffer: Buffer.alloc(bytes, SECRET),
});
const attach = async (page: Page, ...files: ReturnType<typeof toFile>[]): Promise<void> => {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Dateien anhängen …' }).click();
  await (await chooser).setFiles(files);
};
const attachment = (page: Page, name: string) => page.getByRole('group', { name });
const save = async (page: Page, name: string): Promise<Buffer> => {
  const download = page.waitForEvent('download');
  await attachment(page, name).getByRole('button', { name: 'Speichern' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe(name);
  return readFile(await saved.path());
};
/** How many sealed pieces lie in the file cabinet. */
const countPieces = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map((database) => database.name ?? '');
    const name = names.find((each) => each.endsWith('-files'));
    if (name === undefined) return 0;
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    const count = database.transaction('attach-store').objectStore('attach-store').count();
    await new Promise((resolve) => (count.onsuccess = resolve));
    database.close();
    return count.result;
  });

test('[FILE1] an author attaches three files, and a colleague finds, loads and saves them', async () => {
  const { page } = school.who('Dre');
  await compose(page, { groups: ['Fachschaft Deutsch'], title: 'Klausurplan', text: 'Siehe Anhänge.' });
  await attach(
    page,
    toFile('Klausurplan Q1.pdf', 12_000_000),
    toFile('Raumliste.xlsx', 300_000),
    toFile('Hinweise.txt', 2_000),
  );
  await page.getByText('Hinweise.txt').waitFor();
  await page.getByRole('button', { name: 'Senden' }).click();
  await letter(page, 'Klausurplan').waitFor();
  await waitForTruth(school.who('Dre'), /Verbunden(?!.*wartet)/);

  const reader = school.who('Jag').page;
  // Found is what has arrived, and twelve megabytes go up first.
  await reader
    .getByRole('navigation')
    .getByRole('link', { name: /Mitteilungen/ })
    .first()
    .click();
  await reader
    .getByRole('link', { name: /Klausurplan/ })
    .first()
    .waitFor({ timeout: 80_000 });
  await search(reader, 'Raumliste');
  await reader
    .getByRole('option', { name: /Klausurplan/ })
    .first()
    .waitFor();
  await closeSearch(reader);
  await open(reader, 'Klausurplan');
  await attachment(reader, 'Hinweise.txt').getByRole('button', { name: 'Laden' }).click();
  const saved = await save(reader, 'Hinweise.txt');
  expect(saved.equals(toFile('', 2_000).buffer)).toBe(true);
});

test('[FILE9] a download that is cut in the middle says so, and goes on where it was', async () => {
  const reader = school.who('Jag');
  const { page } = reader;
  const plan = attachment(page, 'Klausurplan Q1.pdf');
  reader.cable.cutAfter(5_000_000);
  await plan.getByRole('button', { name: 'Laden' }).click();
  await plan.getByText(/Wartet, geht von selbst weiter: [1-9].* von 12 MB/).waitFor();
  const before = await countPieces(page);
  expect(before).toBeGreaterThan(3);
  reader.cable.mend();
  await plan.getByText(/Auf diesem Gerät/).waitFor();
  expect((await save(page, 'Klausurplan Q1.pdf')).equals(toFile('', 12_000_000).buffer)).toBe(true);
});

test('[FILE8] what is attached offline goes out later by itself, before the announcement', async () => {
  const author = school.who('Dre');
  const { page } = author;
  author.cable.cut();
  await waitForTruth(author, 'Offline');
  await compose(page, { groups: ['Fachschaft Deutsch'], title: 'Lektüreliste', text: 'Im Anhang.' });
  await attach(page, toFile('Lektüren.pdf', 3_000_000));
  await page.getByText(/Wartet, geht von selbst hinaus: 0 von 3 MB/).waitFor();
  await page.getByRole('button', { name: 'Senden' }).click();
  await letter(page, 'Lektüreliste').waitFor();
  await page
    .getByRole('link', { name: /wartet/ })
    .first()
    .click();
  await page.getByText('wartet auf Anhang 0 von 3 MB').waitFor();
  await page.reload();
  await signIn(author);
  author.cable.mend();
  await waitForTruth(author, /Verbunden(?!.*wartet)/);

  const reader = school.who('Jag').page;
  await open(reader, 'Lektüreliste');
  await attachment(reader, 'Lektüren.pdf').getByRole('switch', { name: 'Offline verfügbar' }).check();
  await attachment(reader, 'Lektüren.pdf')
    .getByText(/Auf diesem Gerät/)
    .waitFor();
});

test('[FILE11] what is kept is there without a connection; with the group it goes from this device', async () => {
  const reader = school.who('Jag');
  const { page } = reader;
  reader.cable.cut();
  await waitForTruth(reader, 'Offline');
  await page.reload();
  await signIn(reader);
  await open(page, 'Lektüreliste');
  expect((await save(page, 'Lektüren.pdf')).equals(toFile('', 3_000_000).buffer)).toBe(true);
  await open(page, 'Klausurplan');
  await attachment(page, 'Raumliste.xlsx')
    .getByText(/Nicht auf diesem Gerät/)
    .waitFor();

  const leader = school.who('Kuh').page;
  await goTo(leader, /Gruppen/);
  await leader.getByRole('link', { name: /Fachschaft Deutsch/ }).click();
  await leader.getByRole('button', { name: /Karl-Heinz Jäger: Aufgabe/ }).click();
  await leader.getByRole('menuitem', { name: /entfernen/ }).click();
  await leader
    .getByRole('dialog')
    .or(leader.getByRole('alertdialog'))
    .getByRole('button', { name: 'Entfernen' })
    .click();
  await waitForTruth(school.who('Kuh'), /Verbunden(?!.*wartet)/);
  expect(await countPieces(page)).toBeGreaterThan(10);
  reader.cable.mend();
  // What is left is the cabinet's own secret.
  await expect.poll(() => countPieces(page), { timeout: 20_000 }).toBe(1);
});

test('[FILE10] neither names nor contents of files lie in clear in the browser’s profile', async () => {
  const author = school.who('Dre');
  await open(author.page, 'Klausurplan');
  await attachment(author.page, 'Klausurplan Q1.pdf')
    .getByText(/Auf diesem Gerät/)
    .waitFor();
  expect(school.people.flatMap((somebody) => somebody.complaints)).toEqual([]);
  await author.context.close();
  const words = [SECRET.trim(), 'vertraulicher', 'Klausurplan', 'Raumliste', 'Lektüren', 'Hinweise.txt'];
  expect(await findOnDisk(author.profile, words)).toEqual([]);
});
