import { afterAll, beforeAll, expect, test } from 'vitest';
import { announce } from './support/acts.ts';
import { signIn, waitForTruth, waitUntilInside, type SomebodyOnline } from './support/person.ts';
import { openSchool, type OpenSchool } from './support/school.ts';

let school: OpenSchool;
let teacher: SomebodyOnline;

beforeAll(async () => {
  school = await openSchool('Dre');
  teacher = school.who('Dre');
});
afterAll(() => school.close());

test('another tab opens without a password while one is unlocked; locking one locks both', async () => {
  const second = await teacher.context.newPage();
  await second.goto(teacher.cable.address);
  await waitUntilInside({ ...teacher, page: second });
  await second.getByRole('button', { name: 'Sperren' }).click();
  await second.getByRole('textbox', { name: 'Kennwort' }).waitFor();
  await teacher.page.getByRole('textbox', { name: 'Kennwort' }).waitFor();
  await second.close();
});

test('[AUTH4] a wrong password is answered with a sentence, and the right one opens what lies here', async () => {
  const { page } = teacher;
  await page.getByRole('textbox', { name: 'Kürzel' }).fill('Dre');
  await page.getByRole('textbox', { name: 'Kennwort' }).fill('nicht das Kennwort');
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await page.getByText('Kürzel und Kennwort passen nicht zusammen.').waitFor();
  await signIn(teacher);
});

test('who signs out and leaves nothing is told what is lost, and nothing lies here any more', async () => {
  const { page, cable } = teacher;
  await waitForTruth(teacher, 'Verbunden');
  cable.cut();
  await waitForTruth(teacher, 'Offline');
  await announce(page, { groups: ['Kollegium'], title: 'Nie gesendet', text: 'Das bleibt hier.' });
  await page.getByRole('link', { name: /Einstellungen/ }).click();
  await page.getByRole('button', { name: /nichts hier lassen/ }).click();
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
  await dialog.getByText(/1 nicht gesendeter Text geht dabei verloren/).waitFor();
  await dialog.getByRole('button', { name: 'Trotzdem löschen' }).click();
  await page.getByRole('textbox', { name: 'Kennwort' }).waitFor();
  const databases = async (): Promise<readonly (string | undefined)[]> =>
    page.evaluate(async () => (await indexedDB.databases()).map((database) => database.name));
  await expect.poll(databases).toEqual(['umlauf-profiles']);
  cable.mend();
  await page.reload();
  await signIn(teacher);
  await waitForTruth(teacher, 'Verbunden');
  expect(await page.getByText('Nie gesendet').count()).toBe(0);
  expect(teacher.complaints).toEqual([]);
});
