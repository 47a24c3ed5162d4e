import { afterAll, beforeAll, expect, test } from 'vitest';
import { announce, closeSearch, goTo, open, rows, search } from './support/acts.ts';
import { createInstallation, type Installation } from './support/installation.ts';
import { join, openBrowser, signIn, waitForTruth, type SomebodyOnline } from './support/person.ts';

let school: Installation;
let [kuehne, dressler, jaeger]: SomebodyOnline[] = [];

const people = (): readonly [SomebodyOnline, SomebodyOnline, SomebodyOnline] => {
  if (!kuehne || !dressler || !jaeger) throw new Error('nobody is here');
  return [kuehne, dressler, jaeger];
};

beforeAll(async () => {
  school = await createInstallation();
  const { exit, output } = await school.importStaff('tests/fixtures/staff/kollegium-excel.csv', '--json');
  expect(exit).toBe(0);
  expect(JSON.parse(output)).toMatchObject({ read: 60, new: 60, refused: [] });
  await school.start();
  [kuehne, dressler, jaeger] = await Promise.all(
    ['Kuh', 'Dre', 'Jag'].map((code) => openBrowser(school, code)),
  );
  for (const somebody of people()) await join(somebody, await school.access(somebody.shortCode));
});

afterAll(async () => {
  for (const somebody of [kuehne, dressler, jaeger]) await somebody?.close();
  await school.remove();
});

test('[ANN1, ANN2] a staff list goes in, and an announcement reaches two people, one of them offline, once', async () => {
  const [author, reader, absent] = people();
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

  for (const { page } of people()) {
    await goTo(page, /Mitteilungen/);
    await rows(page, 'Aufsichtsplan').first().waitFor();
    expect(await rows(page, 'Aufsichtsplan').count()).toBe(1);
  }
});

test('[CMD9, CMD10] without a connection everything reads, finds and writes, also after a reload; then each thing arrives once', async () => {
  const [, writer, reader] = people();
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
  const [, writer, reader] = people();
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
  await school.kill();
  writer.cable.cut();
  writer.cable.mend();
  await school.start();

  await waitForTruth(writer, /Verbunden(?!.*wartet)/);
  await waitForTruth(reader, 'Verbunden');
  for (const { page } of [writer, reader]) {
    await goTo(page, /Mitteilungen/);
    await rows(page, 'Klassenlektüren').first().waitFor();
    expect(await rows(page, 'Klassenlektüren').count()).toBe(1);
  }
});

test('the pages complained about nothing', () => {
  for (const somebody of people()) expect(somebody.complaints).toEqual([]);
});
