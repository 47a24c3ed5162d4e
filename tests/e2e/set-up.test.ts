import { afterAll, beforeAll, expect, test } from 'vitest';
import { createInstallation, type Installation } from './support/installation.ts';
import { findOnDisk } from './support/disk.ts';
import { join, openBrowser, waitForTruth, waitUntilInside, type SomebodyOnline } from './support/person.ts';

let installation: Installation;
let first: SomebodyOnline;
let second: SomebodyOnline;
let blocks: readonly string[] = [];

beforeAll(async () => {
  installation = await createInstallation();
  await installation.start();
  first = await openBrowser(installation, 'Bra');
});
afterAll(async () => {
  await first.close();
  await (second as SomebodyOnline | undefined)?.close();
  await installation.remove();
});

const field = (name: string | RegExp) => first.page.getByRole('textbox', { name });
const next = () => first.page.getByRole('button', { name: 'Weiter' }).click();
const heading = (name: string | RegExp) => first.page.getByRole('heading', { level: 1, name });
const choosePassword = async (): Promise<void> => {
  await field('Ihr Kennwort').fill(first.password);
  await field('Kennwort wiederholen').fill(first.password);
};

test('[SETUP3] an empty server leads its first visitor from nothing to being signed in as administrator', async () => {
  const { page } = first;
  await heading('Welche Schule ist es?').waitFor();
  expect(new URL(page.url()).pathname).toBe('/einrichten');
  await next();
  await page.getByText('Bitte wählen Sie das Land.').waitFor();
  await field('Name der Schule').fill('Gymnasium am Lindenhof');
  await page.getByRole('combobox', { name: 'Land' }).click();
  await page.getByRole('option', { name: 'Baden-Württemberg' }).click();
  await next();

  await heading('Welche Gremien gibt es?').waitFor();
  await page.getByText('Konferenzordnung Baden-Württemberg').waitFor();
  await field('Name des Gremiums').first().fill('GLK');
  await next();

  await heading('Wann sind Ferien?').waitFor();
  await next();

  await heading('Wer verwaltet Umlauf?').waitFor();
  const [me, other] = [
    page.getByRole('group', { name: 'Sie selbst' }),
    page.getByRole('group', { name: 'Die zweite Person' }),
  ];
  for (const [group, firstName, lastName, shortCode] of [
    [me, 'Ute', 'Brandt', 'Bra'],
    [other, 'Oğuz', 'Kühne', 'Bra'],
  ] as const) {
    await group.getByRole('textbox', { name: 'Vorname' }).fill(firstName);
    await group.getByRole('textbox', { name: 'Nachname' }).fill(lastName);
    await group.getByRole('textbox', { name: 'Kürzel' }).fill(shortCode);
  }
  await choosePassword();
  await next();
  await page.getByText('Beide haben dasselbe Kürzel.').waitFor();
  await other.getByRole('textbox', { name: 'Kürzel' }).fill('Kuh');
  await next();

  await heading('Wie wird der Server gefunden?').waitFor();
  await page.reload();
  await page.getByText('Alles ist noch da bis auf Ihr Kennwort').waitFor();
  expect(await me.getByRole('textbox', { name: 'Nachname' }).inputValue()).toBe('Brandt');
  await choosePassword();
  await next();
  await field('Weitere Namen oder Adressen').fill('umlauf.schule.local');
  await next();

  await heading('Wie ist die Verbindung gesichert?').waitFor();
  await next();

  await heading('Der Notfallumschlag').waitFor();
  await page.getByRole('button', { name: 'Blatt öffnen und drucken' }).waitFor();
  const proof = field(/Zur Probe: Block/u);
  const label = await proof.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '');
  const number = Number(/Block (\d+)/u.exec(label)?.[1]);
  blocks = await page
    .getByRole('region', { name: 'Wiederherstellungsschlüssel' })
    .locator('b')
    .allTextContents();
  await proof.fill(blocks[number - 1] ?? '');
  await page.getByRole('button', { name: 'Schule einrichten' }).click();
  await heading('Gymnasium am Lindenhof ist eingerichtet.').waitFor();
  const slip = page.getByRole('region', { name: 'Zugangszettel für Oğuz Kühne' });
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec((await slip.textContent()) ?? '')?.[0] ?? '';
  expect(code).not.toBe('');
  await page.getByRole('button', { name: 'Zettel öffnen und drucken' }).waitFor();
  await page.getByRole('button', { name: /Das Kollegium einlesen/ }).click();
  await waitUntilInside(first);
  await waitForTruth(first, 'Verbunden');
  await heading('Personen einlesen').waitFor();
  expect(new URL(page.url()).pathname).toBe('/verwaltung/einlesen');

  second = await openBrowser(installation, 'Kuh');
  await join(second, code);
  await second.page
    .getByRole('link', { name: /Gruppen/ })
    .first()
    .click();
  await second.page.getByText('GLK').first().waitFor();
});

test('[SETUP4] once there is a school, its place leads to the door, and to the overview for who is inside', async () => {
  await second.page.goto(`${second.cable.address}/einrichten`);
  await second.page.getByRole('textbox', { name: 'Kürzel' }).waitFor();
  expect(new URL(second.page.url()).pathname).toBe('/');
});

test('password and recovery key are nowhere in the folders of browser and server, and the pages complained about nothing', async () => {
  expect(blocks).toHaveLength(11);
  expect(await findOnDisk(first.profile, [first.password, ...blocks])).toEqual([]);
  expect(await findOnDisk(installation.dataDir, [first.password, ...blocks])).toEqual([]);
  expect([first.complaints, second.complaints]).toEqual([[], []]);
});
