import { afterAll, beforeAll, expect, test } from 'vitest';
import { announce, compose, open, write } from './support/acts.ts';
import { waitForTruth } from './support/person.ts';
import { openSchool, type OpenSchool } from './support/school.ts';

let school: OpenSchool;

beforeAll(async () => {
  school = await openSchool('Kuh', 'Dre', 'Jag');
});
afterAll(() => school.close());

test('[ANN5] the one place of a sign-up list goes to whoever was first; the other learns it and keeps the answer', async () => {
  const author = school.who('Kuh');
  const first = school.who('Dre');
  const second = school.who('Jag');
  await compose(author.page, {
    groups: ['Fachschaft Deutsch'],
    title: 'Büchertisch am 4. Dezember',
    text: 'Wer baut auf?',
  });
  await author.page.getByRole('switch', { name: /Rückmeldung/ }).check();
  await author.page.getByRole('textbox', { name: 'Frage' }).fill('Wer baut den Büchertisch auf?');
  await author.page.getByRole('radio', { name: /Eintragen/ }).check();
  await author.page.getByRole('textbox', { name: 'Antwort 1', exact: true }).fill('Aufbau um 13 Uhr');
  await author.page.getByLabel('Plätze für Antwort 1').fill('1');
  await author.page.getByRole('textbox', { name: 'Antwort 2', exact: true }).fill('Abbau um 18 Uhr');
  await author.page.getByRole('button', { name: 'Senden' }).click();

  await open(second.page, 'Büchertisch am 4. Dezember');
  await second.page.getByRole('radio', { name: /Aufbau um 13 Uhr/ }).waitFor();
  second.cable.cut();
  await waitForTruth(second, 'Offline');
  for (const somebody of [second, first]) {
    if (somebody === first) await open(first.page, 'Büchertisch am 4. Dezember');
    await somebody.page.getByRole('radio', { name: /Aufbau um 13 Uhr/ }).check();
    await somebody.page.getByRole('button', { name: 'Antwort senden' }).click();
  }
  await waitForTruth(first, /Verbunden(?!.*wartet)/);
  second.cable.mend();
  await second.page
    .getByRole('link', { name: /Nicht gespeichert/ })
    .first()
    .click();
  await second.page
    .getByText(/Aufbau um 13 Uhr/)
    .first()
    .waitFor();
  const answers = author.page.getByRole('region', { name: 'Wer baut den Büchertisch auf?' });
  await answers.getByText('Daniela Dreßler').waitFor();
  expect(await answers.getByText('Karl-Heinz Jäger').count()).toBe(0);
});

test('[ANN6] a question to the sender is answered in a thread of two that nobody else sees', async () => {
  const author = school.who('Kuh');
  const asker = school.who('Dre');
  const other = school.who('Jag');
  const title = 'Kopierkontingent';
  await announce(author.page, { groups: ['Kollegium'], title, text: 'Das Kontingent wird erhöht.' });
  await open(asker.page, title);
  await asker.page.getByRole('button', { name: 'Rückfrage stellen' }).click();
  await asker.page.getByRole('textbox', { name: /Rückfrage/ }).fill('Gilt das auch für Farbkopien?');
  await asker.page.getByRole('button', { name: /senden/i }).click();

  await open(author.page, title);
  await author.page.getByText('Gilt das auch für Farbkopien?').first().waitFor();
  await author.page.getByRole('textbox', { name: /Antwort/ }).fill('Nein, nur schwarzweiß.');
  await author.page.getByRole('button', { name: /senden/i }).click();
  await asker.page.getByText('Nein, nur schwarzweiß.').waitFor();

  await open(other.page, title);
  expect(await other.page.getByText('Farbkopien').count()).toBe(0);
});

test('[ANN4, ANN7] an essential change asks again, and the author reminds only who is missing', async () => {
  const author = school.who('Kuh');
  const reader = school.who('Dre');
  const title = 'Brandschutzordnung';
  await announce(author.page, {
    groups: ['Fachschaft Deutsch'],
    title,
    text: 'Sammelplatz ist der Hof.',
    confirm: true,
  });
  await open(reader.page, title);
  await reader.page.getByRole('button', { name: 'Zur Kenntnis genommen' }).click();
  await author.page
    .getByText(/1 von \d+/)
    .first()
    .waitFor();

  await author.page
    .getByRole('button', { name: 'Ändern', exact: true })
    .or(author.page.getByRole('link', { name: 'Ändern', exact: true }))
    .first()
    .click();
  await write(author.page, 'Sammelplatz ist der Sportplatz.');
  await author.page.getByRole('switch', { name: /Wesentliche Änderung/ }).check();
  await author.page.getByRole('button', { name: 'Änderung speichern' }).click();
  await reader.page.getByText('Wesentlich geändert.').waitFor();
  await reader.page.getByRole('button', { name: 'Zur Kenntnis genommen' }).click();
  await author.page
    .getByText(/1 von \d+/)
    .first()
    .waitFor();
  await author.page.getByRole('button', { name: /erinnern/ }).click();
  await author.page
    .getByText(/Erinnerung|Erinnert/)
    .first()
    .waitFor();
  for (const somebody of school.people) expect(somebody.complaints).toEqual([]);
});
