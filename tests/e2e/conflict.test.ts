import { afterAll, beforeAll, expect, test } from 'vitest';
import { announce, createGroup, goTo, open, write } from './support/acts.ts';
import { waitForTruth, type SomebodyOnline } from './support/person.ts';
import { openSchool, type OpenSchool } from './support/school.ts';

let school: OpenSchool;
let leadership: SomebodyOnline;
let chair: SomebodyOnline;

beforeAll(async () => {
  school = await openSchool('Kuh', 'Dre');
  leadership = school.who('Kuh');
  chair = school.who('Dre');
  await createGroup(leadership.page, 'AG Schulgarten', 'Daniela Dreßler');
});
afterAll(() => school.close());

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

test('[CMD6] two people edit one announcement without a connection: nobody’s text is lost, the second sees both and decides', async () => {
  const title = 'Gießplan für die Ferien';
  await announce(leadership.page, { groups: ['AG Schulgarten'], title, text: 'Gegossen wird montags.' });
  await open(chair.page, title);
  await waitForTruth(leadership, /Verbunden(?!.*wartet)/);
  for (const somebody of [leadership, chair]) {
    somebody.cable.cut();
    await waitForTruth(somebody, 'Offline');
  }
  await edit(leadership, title, 'Gegossen wird dienstags.');
  await edit(chair, title, 'Gegossen wird donnerstags.');

  leadership.cable.mend();
  await waitForTruth(leadership, /Verbunden(?!.*wartet)/);
  chair.cable.mend();
  await goTo(chair.page, /Nicht gespeichert/);
  await chair.page.getByText('Ihre Fassung', { exact: true }).waitFor();
  const text = await chair.page.getByRole('main').innerText();
  expect(text).toContain('dienstags');
  expect(text).toContain('donnerstags');

  await chair.page.getByRole('button', { name: 'Meine Fassung speichern' }).click();
  await waitForTruth(chair, /Verbunden(?!.*wartet)/);
  for (const { page } of [leadership, chair]) {
    await open(page, title);
    await page.getByText('Gegossen wird donnerstags.').first().waitFor();
    await page.getByRole('button', { name: /2 frühere Fassungen/ }).waitFor();
  }
});

test('[CMD3, CMD10] what is refused stands on “Nicht gespeichert” with its reason and its text', async () => {
  await waitForTruth(chair, 'Verbunden');
  chair.cable.cut();
  await waitForTruth(chair, 'Offline');
  await announce(chair.page, {
    groups: ['AG Schulgarten'],
    title: 'Nach der Absetzung',
    text: 'Letzte Worte der Vorsitzenden.',
  });

  await goTo(leadership.page, /Gruppen/);
  await leadership.page.getByRole('link', { name: /AG Schulgarten/ }).click();
  await leadership.page.getByRole('button', { name: 'Personen hinzufügen' }).click();
  const dialog = leadership.page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: /Karl-Heinz Jäger/ }).check();
  await dialog.getByRole('button', { name: /hinzufügen/ }).click();
  await leadership.page.getByRole('button', { name: /Karl-Heinz Jäger: Aufgabe/ }).click();
  await leadership.page.getByRole('menuitem', { name: 'Zum Vorsitz machen' }).click();
  await leadership.page.getByRole('button', { name: /Daniela Dreßler: Aufgabe/ }).click();
  await leadership.page.getByRole('menuitem', { name: /entfernen/ }).click();
  await leadership.page
    .getByRole('dialog')
    .or(leadership.page.getByRole('alertdialog'))
    .getByRole('button', { name: 'Entfernen' })
    .click();
  await waitForTruth(leadership, /Verbunden(?!.*wartet)/);

  chair.cable.mend();
  await goTo(chair.page, /Nicht gespeichert/);
  await chair.page.getByText('Nach der Absetzung').first().waitFor();
  await chair.page.getByText('Letzte Worte der Vorsitzenden.').first().waitFor();
  expect(chair.complaints).toEqual([]);
});
