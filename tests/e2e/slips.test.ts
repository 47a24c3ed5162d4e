import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { announce, goTo } from './support/acts.ts';
import { openBrowser, waitForTruth, waitUntilInside, type SomebodyOnline } from './support/person.ts';
import { openSchool, type OpenSchool } from './support/school.ts';

let school: OpenSchool;
let teacher: SomebodyOnline;

beforeAll(async () => {
  school = await openSchool('Kuh');
  teacher = await openBrowser(school.installation, 'Dre');
});
afterAll(async () => {
  await teacher.close();
  await school.close();
});

/** What a teacher may be asked for from the slip to the first announcement: decisions, and milliseconds. */
const DECISIONS = 6;
const WITHIN = 120_000;

/** Fifteen times the seventh character, each three with their check: the code that the page draws above. */
const CODE = '777F-777F-777F-777F-777F';

test('[SLIP4, SLIP10] a slip is printed and handed over, and its person reads the first announcement in two minutes and six decisions', async () => {
  const head = school.who('Kuh').page;
  await waitForTruth(school.who('Kuh'), 'Verbunden');
  await announce(head, {
    groups: ['Kollegium'],
    title: 'Willkommen im Umlauf',
    text: 'Schön, dass Sie da sind.',
  });

  // The codes are drawn in the page and go nowhere but on the paper: for this test they are drawn from a known source.
  await head.evaluate(() => {
    const real = crypto.getRandomValues.bind(crypto);
    crypto.getRandomValues = ((array: Uint8Array<ArrayBuffer>) =>
      array.length === 15 ? array.fill(7) : real(array)) as typeof crypto.getRandomValues;
  });
  await goTo(head, /Verwaltung/);
  await head.getByRole('link', { name: /Zugänge/ }).click();
  await head.getByRole('tab', { name: /Ohne Zugang/ }).click();
  await head.getByRole('textbox', { name: 'Person finden' }).fill('Dre');
  await head.getByRole('checkbox', { name: /\(Dre\)/ }).check();
  await head.getByRole('button', { name: 'Zugangszettel drucken' }).click();
  const dialog = head.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Zettel ausstellen' }).click();
  await dialog.getByText('1 Zettel ist ausgestellt.').waitFor({ timeout: 60_000 });
  const download = head.waitForEvent('download');
  await dialog.getByRole('button', { name: 'PDF speichern' }).click();
  const pdf = await readFile(await (await download).path());
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  await dialog.getByRole('button', { name: 'Schließen', exact: true }).last().click();
  await head.getByRole('checkbox', { name: /\(Dre\)/ }).check();
  await head.getByRole('button', { name: 'Als ausgehändigt vermerken' }).click();
  await head.getByText('1 Zettel ist jetzt gültig.').waitFor();

  const { page } = teacher;
  const start = Date.now();
  let decisions = 0;
  const decide = async (act: Promise<unknown>): Promise<void> => {
    await act;
    decisions += 1;
  };
  await decide(page.getByRole('button', { name: 'Zugangscode einlösen' }).click());
  await decide(page.getByRole('textbox', { name: 'Zugangscode' }).fill(CODE));
  await page.getByText('Guten Tag, Daniela Dreßler. Ihr Code stimmt.').waitFor();
  await decide(page.getByRole('textbox', { name: 'Neues Kennwort' }).fill(teacher.password));
  await page.getByRole('textbox', { name: 'Kennwort wiederholen' }).fill(teacher.password);
  await decide(page.getByRole('button', { name: 'Kennwort setzen und anmelden' }).click());
  await waitUntilInside(teacher);
  await decide(
    page
      .getByRole('link', { name: /Willkommen im Umlauf/ })
      .first()
      .click(),
  );
  await page.getByText('Schön, dass Sie da sind.').waitFor();
  expect(decisions).toBeLessThanOrEqual(DECISIONS);
  expect(Date.now() - start).toBeLessThan(WITHIN);

  await head.getByRole('tab', { name: /Mit Zugang/ }).click();
  await head
    .getByText(/Kennwort gewählt heute/)
    .first()
    .waitFor();
});

test('the pages complained about nothing', () => {
  for (const somebody of [...school.people, teacher]) expect(somebody.complaints).toEqual([]);
});
