import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { goTo } from './support/acts.ts';
import { waitForTruth } from './support/person.ts';
import { openSchool, type OpenSchool } from './support/school.ts';

const TITLE = 'Fachkonferenz im Winter';
const WORDING = 'Das Lesetagebuch wird in den Klassen 5 und 6 eingeführt.';

let school: OpenSchool;
/** The view of the projector: a window of the chair's browser. */
let wall: Page;

beforeAll(async () => {
  school = await openSchool('Kuh', 'Dre', 'Jag');
});
afterAll(() => school.close());

const openConference = async (page: Page): Promise<void> => {
  await goTo(page, /Konferenzen/);
  await page.getByRole('main').getByRole('link', { name: TITLE }).first().click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
};

const addItem = async (page: Page, title: string, kind: string): Promise<void> => {
  await page.getByRole('button', { name: 'Punkt hinzufügen' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Worum geht es?' }).fill(title);
  await dialog.getByRole('combobox', { name: 'Art des Punktes' }).click();
  await page.getByRole('option', { name: kind }).click();
  await dialog.getByRole('button', { name: 'Speichern' }).click();
  await dialog.waitFor({ state: 'detached' });
};

test('[MEET1] a body gets its rules and its members, and its chair plans, fills and sends the invitation', async () => {
  const leadership = school.who('Kuh').page;
  await goTo(leadership, /Gruppen/);
  await leadership.getByRole('link', { name: 'Gruppe anlegen' }).click();
  const form = leadership.getByRole('main');
  await form.getByRole('textbox', { name: 'Name der Gruppe' }).fill('Fachkonferenz Deutsch');
  await form.getByRole('radio', { name: 'Gremium' }).check();
  await form.getByRole('combobox', { name: 'Regelwerk' }).click();
  await leadership.getByRole('option', { name: 'Fachkonferenz' }).click();
  await form.getByRole('radio', { name: 'Daniela Dreßler' }).click();
  await form.getByRole('button', { name: 'Gruppe anlegen' }).click();

  const chair = school.who('Dre').page;
  await goTo(chair, /Gruppen/);
  await chair.getByRole('link', { name: /Fachkonferenz Deutsch/ }).click();
  await chair.getByRole('button', { name: 'Personen hinzufügen' }).click();
  const dialog = chair.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: /Karl-Heinz Jäger/ }).check();
  await dialog.getByRole('button', { name: /hinzufügen/ }).click();
  await dialog.waitFor({ state: 'detached' });

  await goTo(chair, /Konferenzen/);
  await chair.getByRole('link', { name: /Planen/ }).click();
  await chair.getByRole('textbox', { name: 'Bezeichnung' }).fill(TITLE);
  await chair.getByRole('button', { name: 'Konferenz anlegen' }).click();
  await chair.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await addItem(chair, 'Begrüßung', 'Verschiedenes');
  await addItem(chair, 'Lesetagebuch', 'Beschluss');
  await chair.getByRole('button', { name: 'Einladen …' }).click();
  await chair.getByRole('dialog').getByRole('button', { name: 'Einladung senden' }).click();
  await chair.getByText('Eingeladen', { exact: true }).first().waitFor();
  await waitForTruth(school.who('Dre'), /Verbunden(?!.*wartet)/);

  // A member reads the agenda, also without a connection.
  const member = school.who('Jag');
  await openConference(member.page);
  member.cable.cut();
  await waitForTruth(member, 'Offline');
  await goTo(member.page, /Mitteilungen/);
  await openConference(member.page);
  await member.page.getByText('Lesetagebuch').waitFor();
  member.cable.mend();
  await waitForTruth(member, 'Verbunden');
});

test('[LIVE1, VOTE1] it sits: attendance, a hand, a vote by device on the wall, over a cut cable and a killed server', async () => {
  const chair = school.who('Dre').page;
  const member = school.who('Jag');
  await openConference(chair);
  await chair.getByRole('button', { name: 'Konferenz eröffnen …' }).click();
  await chair.getByRole('alertdialog').getByRole('button', { name: 'Konferenz eröffnen' }).click();
  await chair.getByRole('button', { name: 'TOP 1 aufrufen' }).waitFor();
  [wall] = await Promise.all([
    chair.context().waitForEvent('page'),
    chair.getByRole('button', { name: 'Beamer öffnen' }).click(),
  ]);

  await openConference(member.page);
  await member.page.getByRole('link', { name: 'Teilnehmen' }).click();
  await member.page.getByRole('button', { name: 'Ich bin da' }).click();
  await chair.getByText('2 von 2 Stimmberechtigten anwesend').waitFor();

  await chair.getByRole('button', { name: 'TOP 1 aufrufen' }).click();
  await member.page.getByRole('heading', { name: 'Begrüßung' }).waitFor();
  await member.page.getByRole('button', { name: /^Melden/ }).click();
  await chair.getByText('Karl-Heinz Jäger').waitFor();

  // A cut cable costs nobody their place in the list.
  member.cable.cut();
  await waitForTruth(member, 'Offline');
  member.cable.mend();
  await member.page.getByText('Sie sind gemeldet, Stelle 1').waitFor();
  await chair.getByText('Aufrufen', { exact: true }).click();
  await wall.getByText('Karl-Heinz Jäger').waitFor();

  await chair.getByRole('button', { name: 'TOP 2 aufrufen' }).click();
  await chair.getByRole('textbox', { name: 'Wortlaut' }).fill(WORDING);
  await chair.getByRole('radio', { name: 'Offen am Gerät' }).check();
  await chair.getByRole('button', { name: 'Wortlaut zeigen' }).click();
  await wall.getByText(WORDING).waitFor();
  await chair.getByRole('button', { name: 'Abstimmung eröffnen' }).click();

  const ballot = member.page.getByRole('alertdialog');
  await ballot.getByText(WORDING).waitFor();
  await ballot.getByRole('button', { name: /^Ja/ }).click();
  await ballot.getByRole('button', { name: 'Ja abgeben' }).click();
  await member.page.getByText(/Ihre Stimme ist gezählt/).waitFor();
  await wall.getByText('von 2').first().waitFor();

  // What was counted survives a kill, and so does the sitting.
  await school.installation.kill();
  await school.installation.start();
  await chair
    .getByText(/Verbindung wird aufgebaut|Der Server ist nicht erreichbar|Keine Verbindung/)
    .first()
    .waitFor({ state: 'detached' });
  await chair.getByText('1 von 2 haben abgestimmt').waitFor();
  await chair.getByRole('button', { name: 'Abstimmung schließen' }).click();
  // Somebody has not voted yet: the program asks.
  await chair.getByRole('alertdialog').getByRole('button', { name: 'Abstimmung schließen' }).click();
  await chair
    .getByText(/angenommen/i)
    .first()
    .waitFor();
  await wall
    .getByText(/angenommen/i)
    .first()
    .waitFor();
});

test('[RES1] what was decided stands in the register of everybody, with its rule', async () => {
  const member = school.who('Jag').page;
  await goTo(member, /Konferenzen/);
  await member.getByRole('link', { name: 'Beschlüsse' }).click();
  await member.getByRole('link', { name: /Lesetagebuch/ }).click();
  await member.getByText(WORDING).first().waitFor();
  await member
    .getByText(/§ 13 Abs. 3 KonfO/)
    .first()
    .waitFor();
  expect(school.people.flatMap((somebody) => somebody.complaints)).toEqual([]);
});
