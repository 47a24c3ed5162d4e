import { afterAll, beforeAll, expect, test } from 'vitest';
import { announce, closeSearch, goTo, open, rows, search } from './support/acts.ts';
import { signIn, waitForTruth } from './support/person.ts';
import { openSchool, type OpenSchool } from './support/school.ts';

let school: OpenSchool;

beforeAll(async () => {
  school = await openSchool('Kuh', 'Dre', 'Jag');
});
afterAll(() => school.close());

test('[ANN1, ANN2] a staff list goes in, and an announcement reaches two people, one of them offline, once', async () => {
  const author = school.who('Kuh');
  const reader = school.who('Dre');
  const absent = school.who('Jag');
  await waitForTruth(absent, 'Verbunden');
  absent.cable.cut();
  await waitForTruth(absent, 'Offline');

  await announce(author.page, {
    groups: ['Kollegium'],
    title: 'Aufsichtsplan ab 30. November',
    text: 'Ab Montag gilt der neue Aufsichtsplan.',
    confirm: true,
  });
  await author.page.getByText('0 von 59').first().waitFor();

  await goTo(reader.page, /Übersicht/);
  await reader.page
    .getByRole('link', { name: /Aufsichtsplan ab 30\. November/ })
    .first()
    .click();
  await reader.page.getByRole('button', { name: 'Zur Kenntnis genommen' }).click();
  await author.page.getByText('1 von 59').first().waitFor();

  expect(await rows(absent.page, 'Aufsichtsplan').count()).toBe(0);
  absent.cable.mend();
  await waitForTruth(absent, 'Verbunden');
  await open(absent.page, 'Aufsichtsplan ab 30. November');
  await absent.page.getByRole('button', { name: 'Zur Kenntnis genommen' }).click();
  await author.page.getByText('2 von 59').first().waitFor();

  for (const { page } of school.people) {
    await goTo(page, /Mitteilungen/);
    await rows(page, 'Aufsichtsplan').first().waitFor();
    expect(await rows(page, 'Aufsichtsplan').count()).toBe(1);
  }
});

test('[CMD9, CMD10] without a connection everything reads, finds and writes, also after a reload; then each thing arrives once', async () => {
  const writer = school.who('Dre');
  const reader = school.who('Jag');
  const { page } = writer;
  await waitForTruth(writer, 'Verbunden');
  writer.cable.cut();
  await waitForTruth(writer, 'Offline');
  await page.reload();
  await signIn(writer);
  await waitForTruth(writer, 'Offline');

  await open(page, 'Aufsichtsplan ab 30. November');
  await page.getByText('Ab Montag gilt der neue Aufsichtsplan.').waitFor();

  await announce(page, {
    groups: ['Fachschaft Deutsch'],
    title: 'Termine der Prüfungen',
    text: 'Die mündlichen Prüfungen beginnen am 7. Juni.',
  });
  await waitForTruth(writer, /1 wartet/);
  await search(page, 'pruefung');
  await page.getByText('Termine der Prüfungen').first().waitFor();
  await closeSearch(page);

  writer.cable.mend();
  await waitForTruth(writer, /Verbunden(?!.*wartet)/);
  await open(reader.page, 'Termine der Prüfungen');
  await goTo(reader.page, /Mitteilungen/);
  expect(await rows(reader.page, 'Termine der Prüfungen').count()).toBe(1);
});

test('[CMD2, CMD4] the server dies by kill -9 after the commit and before the answer: nothing is lost, nothing comes twice', async () => {
  const writer = school.who('Dre');
  const reader = school.who('Jag');
  await waitForTruth(writer, 'Verbunden');
  writer.cable.muffle();
  await announce(writer.page, {
    groups: ['Fachschaft Deutsch'],
    title: 'Klassenlektüren bestellen',
    text: 'Bitte melden Sie Ihre Bestellung.',
  });
  // The colleague has it: it is committed. The writer has no answer, and the server dies.
  await goTo(reader.page, /Mitteilungen/);
  await rows(reader.page, 'Klassenlektüren').first().waitFor();
  await school.installation.kill();
  writer.cable.cut();
  writer.cable.mend();
  await school.installation.start();

  await waitForTruth(writer, /Verbunden(?!.*wartet)/);
  await waitForTruth(reader, 'Verbunden');
  for (const { page } of [writer, reader]) {
    await goTo(page, /Mitteilungen/);
    await rows(page, 'Klassenlektüren').first().waitFor();
    expect(await rows(page, 'Klassenlektüren').count()).toBe(1);
  }
});

test('the pages complained about nothing', () => {
  for (const somebody of school.people) expect(somebody.complaints).toEqual([]);
});
