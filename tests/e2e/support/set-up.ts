import type { SomebodyOnline } from './person.ts';

/**
 * Goes through the whole set-up assistant and on inside, as Ute Brandt with her colleague Vera Verwalter. With a public address
 * a reverse proxy on the same machine is said to stand before the server; without, it issues its certificate itself.
 */
export const foundSchool = async (
  { page, password, shortCode }: SomebodyOnline,
  publicAddress?: string,
): Promise<void> => {
  const field = (name: string | RegExp) => page.getByRole('textbox', { name });
  const next = () => page.getByRole('button', { name: 'Weiter' }).click();
  const step = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

  await step('Welche Schule ist es?');
  await field('Name der Schule').fill('Gymnasium am Lindenhof');
  await page.getByRole('combobox', { name: 'Land' }).click();
  await page.getByRole('option', { name: 'Baden-Württemberg' }).click();
  await next();
  await step('Welche Gremien gibt es?');
  await next();
  await step('Wann sind Ferien?');
  await next();

  await step('Wer verwaltet Umlauf?');
  for (const [group, values] of [
    ['Sie selbst', { Vorname: 'Ute', Nachname: 'Brandt', Kürzel: shortCode }],
    ['Die zweite Person', { Vorname: 'Vera', Nachname: 'Verwalter', Kürzel: 'Ver' }],
  ] as const) {
    for (const [name, value] of Object.entries(values)) {
      await page.getByRole('group', { name: group }).getByRole('textbox', { name }).fill(value);
    }
  }
  await field('Ihr Kennwort').fill(password);
  await field('Kennwort wiederholen').fill(password);
  await next();

  await step('Wie wird der Server gefunden?');
  await field('Weitere Namen oder Adressen').fill('umlauf.schule.local');
  if (publicAddress !== undefined) await field(/Adresse von außen/).fill(publicAddress);
  await next();
  await step('Wie ist die Verbindung gesichert?');
  if (publicAddress !== undefined) await page.getByRole('radio', { name: /Reverse-Proxy/ }).check();
  await next();

  await step('Der Notfallumschlag');
  const proof = field(/Zur Probe: Block/u);
  const label = await proof.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '');
  const blocks = page.getByRole('region', { name: 'Wiederherstellungsschlüssel' }).locator('b');
  await proof.fill((await blocks.allTextContents())[Number(/Block (\d+)/u.exec(label)?.[1]) - 1] ?? '');
  await page.getByRole('button', { name: 'Schule einrichten' }).click();
  await step('Gymnasium am Lindenhof ist eingerichtet.');
  await page.getByRole('button', { name: 'Anmelden und weiter' }).click();
  await page.getByRole('navigation').first().waitFor();
};
