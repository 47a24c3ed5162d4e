import { afterAll, beforeAll, expect, test } from 'vitest';
import { announce, closeSearch, createGroup, goTo, open, rows, search } from './support/acts.ts';
import { findOnDisk } from './support/disk.ts';
import { waitForTruth } from './support/person.ts';
import { openSchool, type OpenSchool } from './support/school.ts';

let school: OpenSchool;

beforeAll(async () => {
  school = await openSchool('Kuh', 'Dre', 'Jag');
});
afterAll(() => school.close());

test('[GRP2] the leadership creates a group, its chair adds a colleague, who reads the whole history', async () => {
  const leadership = school.who('Kuh');
  const chair = school.who('Dre');
  const member = school.who('Jag');
  await createGroup(leadership.page, 'AG Schulgarten', 'Daniela Dreßler');

  await announce(chair.page, {
    groups: ['AG Schulgarten'],
    title: 'Beete werden umgegraben',
    text: 'Treffpunkt ist der Geräteschuppen.',
  });
  expect(await rows(member.page, 'Beete').count()).toBe(0);

  await goTo(chair.page, /Gruppen/);
  await chair.page.getByRole('link', { name: /AG Schulgarten/ }).click();
  await chair.page.getByRole('button', { name: 'Personen hinzufügen' }).click();
  const dialog = chair.page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: /Karl-Heinz Jäger/ }).check();
  await dialog.getByRole('button', { name: /hinzufügen/ }).click();

  await open(member.page, 'Beete werden umgegraben');
  await member.page.getByText('Treffpunkt ist der Geräteschuppen.').waitFor();
});

test('[GRP1] whoever is removed while offline loses the group’s announcements from list and search at the next contact', async () => {
  const chair = school.who('Dre');
  const member = school.who('Jag');
  await search(member.page, 'Geräteschuppen');
  await member.page
    .getByRole('option', { name: /Beete/ })
    .or(member.page.getByRole('link', { name: /Beete/ }))
    .first()
    .waitFor();
  await closeSearch(member.page);
  member.cable.cut();
  await waitForTruth(member, 'Offline');

  await goTo(chair.page, /Gruppen/);
  await chair.page.getByRole('link', { name: /AG Schulgarten/ }).click();
  await chair.page.getByRole('button', { name: /Karl-Heinz Jäger: Aufgabe/ }).click();
  await chair.page.getByRole('menuitem', { name: /entfernen/ }).click();
  await chair.page
    .getByRole('dialog')
    .or(chair.page.getByRole('alertdialog'))
    .getByRole('button', { name: 'Entfernen' })
    .click();
  await waitForTruth(chair, /Verbunden(?!.*wartet)/);

  await goTo(member.page, /Mitteilungen/);
  await rows(member.page, 'Beete').first().waitFor();
  member.cable.mend();
  await rows(member.page, 'Beete').first().waitFor({ state: 'detached' });
  await search(member.page, 'Geräteschuppen');
  await member.page
    .getByText(/Nichts gefunden/)
    .first()
    .waitFor();
});

test('[REP11] nothing of titles, texts, names or searches lies in clear in the browser’s profile', async () => {
  const chair = school.who('Dre');
  await search(chair.page, 'Geräteschuppen');
  await chair.page.getByText('Beete werden umgegraben').first().waitFor();
  await chair.page.getByRole('textbox').or(chair.page.getByRole('combobox')).first().fill('Zwiebelkuchen');
  await chair.page
    .getByText(/Nichts gefunden/)
    .first()
    .waitFor();
  expect(chair.complaints).toEqual([]);
  await chair.context.close();
  const words = [
    'Meine Schule',
    'Beete werden',
    'Geräteschuppen',
    'Schulgarten',
    'Dreßler',
    'Jäger',
    'Karl-Heinz',
    'Zwiebelkuchen',
    'Kennwort von',
  ];
  expect(await findOnDisk(chair.profile, words)).toEqual([]);
  // The scan is worth something only if it finds what does lie there.
  expect(await findOnDisk(chair.profile, ['umlauf'])).not.toEqual([]);
});
