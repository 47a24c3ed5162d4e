import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goTo } from './support/acts.ts';
import { waitForTruth } from './support/person.ts';
import { openSchool, type OpenSchool } from './support/school.ts';

let school: OpenSchool;

beforeAll(async () => {
  school = await openSchool('Kuh', 'Jag');
});
afterAll(() => school.close());

const openPage = async (page: Page, title: string): Promise<void> => {
  await goTo(page, /Verwaltung/);
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(`^${title}`) })
    .click();
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
};
const nameOf = (page: Page) => page.getByRole('textbox', { name: 'Name der Schule' });
const save = (page: Page) => page.getByRole('button', { name: 'Speichern', exact: true }).click();

test('[SET3] the leadership makes a teacher an administrator, who sees it at once and by whom', async () => {
  const [leadership, teacher] = [school.who('Kuh').page, school.who('Jag').page];
  const area = teacher.getByRole('navigation').getByRole('link', { name: 'Verwaltung' });
  expect(await area.count()).toBe(0);
  await openPage(leadership, 'Rollen');
  await leadership.getByText('Niemand verwaltet die Schule.').waitFor();
  await leadership.getByRole('textbox', { name: 'Person finden' }).fill('Jag');
  await leadership.getByRole('button', { name: /Karl-Heinz Jäger/ }).click();
  await leadership.getByRole('dialog').getByRole('checkbox', { name: 'Administration' }).check();
  await save(leadership);
  await leadership.getByText('Die Rechte von Karl-Heinz Jäger sind geändert.').waitFor();
  await area.waitFor();
  await teacher.getByRole('link', { name: /Karl-Heinz Jäger/ }).click();
  await teacher
    .getByText(/Oğuz Kühne hat Ihre Rechte geändert. Seitdem: Lehrkraft · Administration/)
    .waitFor();
});

test('[SET4] of two who change the same setting the second sees both and decides', async () => {
  const [leadership, teacher] = [school.who('Kuh').page, school.who('Jag').page];
  await openPage(leadership, 'Schule');
  await openPage(teacher, 'Schule');
  await nameOf(leadership).fill('Gymnasium am Lindenhof');
  await nameOf(teacher).fill('Lindenhof-Gymnasium');
  await save(teacher);
  await leadership.getByText(/Es gilt „Lindenhof-Gymnasium“, Sie wollten „Gymnasium am Lindenhof“/).waitFor();
  await leadership.getByRole('button', { name: 'Meine Angaben speichern' }).click();
  await teacher.getByText('Gymnasium am Lindenhof').first().waitFor();
  await expect.poll(() => nameOf(teacher).inputValue()).toBe('Gymnasium am Lindenhof');
});

test('[SET5][SET7] holidays come from the file of the Land, looked at before they are taken over', async () => {
  const [leadership, teacher] = [school.who('Kuh').page, school.who('Jag').page];
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'umlauf-ics-')), 'ferien.ics');
  const lines = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'DTSTART;VALUE=DATE:20990330',
    'DTEND;VALUE=DATE:20990404',
  ];
  await writeFile(file, [...lines, 'SUMMARY:Osterferien', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n'));
  await leadership.locator('input[type=file]').setInputFiles(file);
  await leadership.getByText('1 neu · 0 geändert · 0 schon da').waitFor();
  expect(await teacher.getByText('Osterferien').count()).toBe(0);
  await leadership.getByRole('button', { name: 'Übernehmen' }).click();
  await teacher.getByText('Osterferien').waitFor();
});

test('a second tab, which has no line of its own, changes settings as well', async () => {
  const { context, page } = school.who('Kuh');
  const second = await context.newPage();
  await second.goto(new URL('/verwaltung/schule', page.url()).href);
  await nameOf(second).fill('Aus dem zweiten Fenster');
  await save(second);
  await second.getByText('Die Einstellungen sind gespeichert.').waitFor();
  await expect.poll(() => nameOf(page).inputValue()).toBe('Aus dem zweiten Fenster');
  await second.close();
});

test('without a connection nothing is changed, now or later, and what was typed stays', async () => {
  const leadership = school.who('Kuh');
  leadership.cable.cut();
  await waitForTruth(leadership, 'Offline');
  await nameOf(leadership.page).fill('Nur getippt');
  await save(leadership.page);
  await leadership.page.getByText(/Nichts wurde geändert\./).waitFor();
  expect(await nameOf(leadership.page).inputValue()).toBe('Nur getippt');
  leadership.cable.mend();
  await waitForTruth(leadership, /Verbunden(?!.*wartet)/);
  await expect.poll(() => nameOf(school.who('Jag').page).inputValue()).toBe('Aus dem zweiten Fenster');
});
