import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goTo } from './support/acts.ts';
import { makeAdministrator } from './support/administrator.ts';
import { findOnDisk } from './support/disk.ts';
import { createInstallation, type Installation } from './support/installation.ts';
import { join, openBrowser, waitForTruth, type SomebodyOnline } from './support/person.ts';

const STAFF = 'tests/fixtures/staff/kollegium-excel.csv';
let installation: Installation;
let administrator: SomebodyOnline;

beforeAll(async () => {
  installation = await createInstallation();
  const file = path.join(path.dirname(installation.dataDir), 'erste.csv');
  await writeFile(file, 'Nachname;Vorname;Kürzel;Gruppen\nVerwalter;Vera;Ver;Kollegium\n');
  await installation.importStaff(file);
  await makeAdministrator(installation.dataDir, 'Ver');
  await installation.start();
  administrator = await openBrowser(installation, 'Ver');
  await join(administrator, await installation.access('Ver'));
  await waitForTruth(administrator, 'Verbunden');
});
afterAll(async () => {
  await administrator.close();
  await installation.remove();
});

const openPage = async (): Promise<void> => {
  await goTo(administrator.page, /Verwaltung/);
  await administrator.page.getByRole('link', { name: /Personen einlesen/ }).click();
};
const choose = (file: string): Promise<void> =>
  administrator.page.locator('input[type=file]').setInputFiles(file);

test('[IMP1] an administrator sees what a list would do, takes it over, and the directory shows everybody', async () => {
  const { page } = administrator;
  await openPage();
  await choose(STAFF);
  await page.getByText(/Tabelle mit Überschrift · 60 Zeilen/).waitFor();
  await page.getByRole('tab', { name: /^Neu 60$/ }).waitFor();
  await page.getByRole('cell', { name: 'Oğuz', exact: true }).waitFor();
  await page.getByRole('button', { name: '60 Personen übernehmen' }).click();
  await page.getByText('60 neu, 0 geändert, 0 abgelehnt').waitFor();
  await page.getByRole('link', { name: 'Zum Verzeichnis' }).click();
  await page.getByRole('tab', { name: /Personen/ }).click();
  await page.getByLabel('Personen und Gruppen finden').fill('Kuh');
  await page.getByRole('link', { name: /Oğuz Kühne/ }).waitFor();
});

test('[IMP6] the same list again has nothing to take over', async () => {
  const { page } = administrator;
  await openPage();
  await choose(STAFF);
  await page.getByText(/Alles steht schon so im Verzeichnis/).waitFor();
  await page.getByRole('tab', { name: /^Unverändert 60$/ }).waitFor();
  expect(await page.getByRole('button', { name: /übernehmen$/ }).count()).toBe(0);
});

test('[IMP1] what is not kept lies neither with the school nor in the browser’s folder', async () => {
  const { page } = administrator;
  await openPage();
  await choose('tests/fixtures/staff/GPU004.TXT');
  await page.getByText(/Untis \(GPU004\.TXT\) · 60 Zeilen/).waitFor();
  await page.getByText(/Wird nie gespeichert: .*E-Mail-Adressen/).waitFor();
  await page.getByText(/Alles steht schon so im Verzeichnis/).waitFor();
  const secrets = ['kuh@example.org', '01234-20312', '19650201'];
  expect(await findOnDisk(administrator.profile, secrets)).toEqual([]);
  expect(await findOnDisk(installation.dataDir, secrets)).toEqual([]);
  expect(administrator.complaints).toEqual([]);
});

test('[IMP8, IMP9] a person is added, marries, and stays the same person', async () => {
  const { page } = administrator;
  await goTo(page, /Verwaltung/);
  await page.getByRole('link', { name: /^Personen Eine/ }).click();
  await page.getByRole('button', { name: 'Person hinzufügen' }).click();
  await page.getByRole('textbox', { name: 'Vorname' }).fill('Nina');
  await page.getByRole('textbox', { name: 'Nachname' }).fill('Neumann');
  await page.getByRole('textbox', { name: 'Kürzel' }).fill('NEU');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByText(/Nina Neumann steht im Verzeichnis/).waitFor();
  await page.getByLabel('Person finden').fill('neu');
  await page.getByRole('button', { name: /Nina Neumann/ }).click();
  await page.getByRole('textbox', { name: 'Nachname' }).fill('Altmann');
  await page.getByRole('button', { name: 'Speichern' }).click();
  await page.getByText('Nina Altmann gespeichert.').waitFor();
  await page.getByLabel('Person finden').fill('Altmann');
  await page.getByRole('button', { name: /Nina Altmann/ }).waitFor();
});
