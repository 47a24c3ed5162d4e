import { afterAll, beforeAll, expect, test } from 'vitest';
import { announce, closeSearch, goTo, open, rows, search } from './support/acts.ts';
import { findOnDisk } from './support/disk.ts';
import { openBrowser, waitForTruth, type SomebodyOnline } from './support/person.ts';
import { openSchool, type OpenSchool } from './support/school.ts';

let school: OpenSchool;
let laptop: SomebodyOnline;
const BODY = 'Steuerkonferenz';

beforeAll(async () => {
  school = await openSchool('Kuh', 'Dre');
  const head = school.who('Kuh');
  await goTo(head.page, /Gruppen/);
  await head.page.getByRole('link', { name: 'Gruppe anlegen' }).click();
  const form = head.page.getByRole('main');
  await form.getByRole('textbox', { name: 'Name der Gruppe' }).fill(BODY);
  await form.getByRole('radio', { name: 'Gremium' }).click();
  await form.getByRole('combobox', { name: 'Regelwerk' }).click();
  await head.page.getByRole('option', { name: 'Gesamtlehrerkonferenz' }).click();
  await form.getByRole('radio', { name: 'Daniela Dreßler' }).click();
  await form.getByRole('button', { name: 'Gruppe anlegen' }).click();
  await head.page.getByRole('heading', { level: 1, name: BODY }).waitFor();
  laptop = await openBrowser(school.installation, 'Dre', { width: 1366, height: 768 }, undefined, 'private');
});
afterAll(async () => {
  await school.close();
  await laptop.close();
});

test('[DEV4] [DEV7] a code leads onto a private laptop, which waits for the head and then goes on by itself', async () => {
  const teacher = school.who('Dre');
  await teacher.page
    .getByRole('link', { name: /Einstellungen/ })
    .first()
    .click();
  await teacher.page.getByRole('button', { name: 'Weiteres Gerät …' }).click();
  const code = await teacher.page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/u).textContent();
  await teacher.page.getByRole('button', { name: 'Schließen' }).last().click();

  await laptop.page.getByRole('button', { name: 'Mit Code eines anderen Geräts' }).click();
  await laptop.page.getByRole('textbox', { name: 'Code' }).fill(code ?? '');
  await laptop.page.getByRole('textbox', { name: 'Kennwort' }).fill(laptop.password);
  await laptop.page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await laptop.page.getByText('wartet auf die Genehmigung der Schulleitung').first().waitFor();

  const head = school.who('Kuh');
  await goTo(head.page, /Verwaltung/);
  await head.page.getByRole('link', { name: /Geräte/ }).click();
  await head.page.getByText(/mit dem Code eines Geräts/).waitFor();
  await head.page.getByRole('button', { name: 'Gerät von Daniela Dreßler genehmigen' }).click();
  await head.page.getByText(/Genehmigt .* durch Oğuz Kühne/).waitFor();
  await laptop.page.getByRole('navigation').first().waitFor();
  await waitForTruth(laptop, 'Verbunden');
});

test('[DEV1] [DEV2] a body that is kept off is on the device of the school and vanishes from the laptop: list, search, disk', async () => {
  const teacher = school.who('Dre');
  const head = school.who('Kuh');
  const title = 'Haushaltsentwurf vertraulich';
  await announce(teacher.page, {
    groups: [BODY],
    title,
    text: 'Zahlenkolonne Federmäppchen.',
    confirm: true,
  });
  await open(laptop.page, title);
  await search(laptop.page, 'Federmäppchen');
  await laptop.page
    .getByRole('option', { name: /Haushaltsentwurf/ })
    .first()
    .waitFor();
  await closeSearch(laptop.page);

  await goTo(head.page, /Gruppen/);
  await head.page.getByRole('link', { name: new RegExp(BODY) }).click();
  await head.page.getByRole('switch', { name: 'Nicht auf privaten Geräten' }).check();

  await goTo(laptop.page, /Mitteilungen/);
  await rows(laptop.page, title).first().waitFor({ state: 'detached' });
  await search(laptop.page, 'Federmäppchen');
  await laptop.page
    .getByText(/Nichts gefunden/)
    .first()
    .waitFor();
  await closeSearch(laptop.page);
  await open(teacher.page, title);

  // What comes after it has arrived on the laptop, so this had its chance.
  await announce(teacher.page, { groups: [BODY], title: 'Nur auf Geräten der Schule', text: 'Radiergummi.' });
  await announce(head.page, { groups: ['Kollegium'], title: 'Für alle Geräte', text: 'Bleistift.' });
  await goTo(laptop.page, /Mitteilungen/);
  await rows(laptop.page, 'Für alle Geräte').first().waitFor();
  expect(await rows(laptop.page, 'Nur auf Geräten der Schule').count()).toBe(0);
  await open(teacher.page, 'Nur auf Geräten der Schule');
  expect(await findOnDisk(laptop.profile, ['Haushaltsentwurf', 'Federmäppchen', 'Radiergummi'])).toEqual([]);
});

test('[DEV5] a laptop that is revoked empties itself and says so; its disk tells nothing', async () => {
  const teacher = school.who('Dre');
  await teacher.page
    .getByRole('link', { name: /Einstellungen/ })
    .first()
    .click();
  await teacher.page.getByRole('button', { name: /^Linux.* abmelden$/ }).click();
  await teacher.page.getByRole('alertdialog').getByRole('button', { name: 'Abmelden' }).click();

  await laptop.page.getByText('Dieses Gerät wurde abgemeldet.').waitFor();
  const databases = await laptop.page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name),
  );
  expect(databases.filter((name) => name !== 'umlauf-profiles')).toEqual([]);
  expect(laptop.complaints).toEqual([]);
  await laptop.context.close();
  const words = ['Haushaltsentwurf', 'Federmäppchen', 'Radiergummi', 'Dreßler'];
  expect(await findOnDisk(laptop.profile, words)).toEqual([]);
});
