import { afterAll, beforeAll, expect, test } from 'vitest';
import { announce, goTo, open } from './support/acts.ts';
import { join, waitForTruth, type SomebodyOnline } from './support/person.ts';
import { openSchool, type OpenSchool } from './support/school.ts';

let school: OpenSchool;
let teacher: SomebodyOnline;
const title = 'Ohne Netz geschrieben';

beforeAll(async () => {
  school = await openSchool('Kuh', 'Dre');
  teacher = school.who('Dre');
});
afterAll(() => school.close());

test('[RESC1, RESC2] what waits when the password is reset goes out after the old one was typed once more', async () => {
  const { page, cable, password } = teacher;
  await waitForTruth(teacher, 'Verbunden');
  // What she may write and to whom has to lie here before the cable goes.
  await goTo(page, /Mitteilungen/);
  await page.getByRole('link', { name: 'Schreiben' }).waitFor();
  cable.cut();
  await waitForTruth(teacher, 'Offline');
  await announce(page, { groups: ['Kollegium'], title, text: 'Der Bus fährt um acht.' });
  await waitForTruth(teacher, '1 wartet');
  await page.reload();
  cable.mend();

  await join(
    { ...teacher, password: 'ein ganz neues Kennwort' },
    await school.installation.access('Dre'),
    page.getByRole('heading', { name: 'Hier liegt noch etwas, das nicht gesendet ist.' }),
  );
  await page.getByText(/1 Eintrag im Postausgang/).waitFor();
  const former = page.getByRole('textbox', { name: 'Ihr altes Kennwort' });
  await former.fill('das war es nicht');
  await page.getByRole('button', { name: 'Herüberholen und senden' }).click();
  await page.getByText(/Dieses Kennwort öffnet es nicht/).waitFor();
  await former.fill(password);
  await page.getByRole('button', { name: 'Herüberholen und senden' }).click();
  await page.getByText('Herübergeholt: 1 Eintrag im Postausgang.').waitFor();
  await waitForTruth(teacher, /Verbunden(?!.*wartet)/);

  const head = school.who('Kuh');
  await open(head.page, title);
  await head.page.getByText('Der Bus fährt um acht.').waitFor();
  expect(await head.page.getByRole('heading', { level: 1, name: title }).count()).toBe(1);
});

test('the pages complained about nothing', () => {
  for (const somebody of school.people) expect(somebody.complaints).toEqual([]);
});
