import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSlipCode, formatSlipCode } from '#core/admin/slip-code.ts';
import { findNginx } from '../../build/scripts/system-tools.mjs';
import { announce, goTo, open } from './support/acts.ts';
import { createInstallation, findPort, type Installation } from './support/installation.ts';
import { startNginx } from './support/nginx.ts';
import {
  openBrowser,
  waitForTruth,
  waitUntilInside,
  type Detour,
  type SomebodyOnline,
} from './support/person.ts';
import { foundSchool } from './support/set-up.ts';

/** How the staff reach the school, and what of it is said in set-up. */
interface Way {
  readonly name: string;
  readonly isProxied: boolean;
}
const WAYS: readonly Way[] = [
  { name: 'straight at the server', isProxied: false },
  // Where nginx cannot be had this is left out, with a line from `npm test`; never in the continuous integration.
  ...(findNginx() === undefined && process.env['CI'] === undefined
    ? []
    : [{ name: 'behind nginx under a path', isProxied: true }]),
];

/** What the page draws a slip's code from in this test, one number for each person. */
const DRAWN = { Dre: 7, Now: 8 } as const;
/** Who of the two drew which code is the order of their ids. */
const GREETING = /Guten Tag, (?:Daniela Dreßler|Karl-Heinz Nowák)\. Ihr Code stimmt\./;
const codeOf = (shortCode: keyof typeof DRAWN): string =>
  formatSlipCode(createSlipCode({ bytes: (length) => new Uint8Array(length).fill(DRAWN[shortCode]) }));

describe.each(WAYS)('$name', ({ isProxied }) => {
  let installation: Installation;
  let administrator: SomebodyOnline;
  let detour: Detour | undefined;
  const readers: SomebodyOnline[] = [];
  const closers: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    installation = await createInstallation();
    closers.push(() => installation.remove());
    await installation.start();
    // Set-up happens at the server itself, whatever stands before it later (D25).
    administrator = await openBrowser(installation, 'Bra');
    closers.push(() => administrator.close());
    if (!isProxied) return;
    const port = await findPort();
    const nginx = await startNginx(installation.port, port);
    closers.push(() => nginx.stop());
    detour = { port, scheme: 'https', path: '/umlauf/', flags: [nginx.browserFlag] };
  });
  afterAll(async () => {
    for (const close of closers.reverse()) await close();
  });

  test('[SETUP3] a visitor of the empty server founds the school and is inside as its administrator', async () => {
    await foundSchool(administrator, isProxied ? 'https://schule.example/umlauf' : undefined);
    await waitForTruth(administrator, 'Verbunden');
  });

  test('[IMP1] the administrator takes over the staff list on screen', async () => {
    const { page } = administrator;
    await goTo(page, /Verwaltung/);
    await page.getByRole('link', { name: /Personen einlesen/ }).click();
    await page.locator('input[type=file]').setInputFiles('tests/fixtures/staff/kollegium-excel.csv');
    await page.getByText(/Tabelle mit Überschrift · 60 Zeilen/).waitFor();
    await page.getByRole('button', { name: '60 Personen übernehmen' }).click();
    await page.getByText('60 neu, 0 geändert, 0 abgelehnt').waitFor();
  });

  test('[SLIP4] two slips are printed and handed over', async () => {
    const { page } = administrator;
    await page.evaluate((numbers) => {
      const real = crypto.getRandomValues.bind(crypto);
      const left = [...numbers];
      crypto.getRandomValues = ((array: Uint8Array<ArrayBuffer>) =>
        array.length === 15 ? array.fill(left.shift() ?? 0) : real(array)) as typeof crypto.getRandomValues;
    }, Object.values(DRAWN));
    await goTo(page, /Verwaltung/);
    await page.getByRole('link', { name: /Zugänge/ }).click();
    await page.getByRole('tab', { name: /Ohne Zugang/ }).click();
    const choose = async (): Promise<void> => {
      for (const shortCode of Object.keys(DRAWN)) {
        await page.getByRole('checkbox', { name: new RegExp(`\\(${shortCode}\\)`) }).check();
      }
    };
    await choose();
    await page.getByRole('button', { name: 'Zugangszettel drucken' }).click();
    const dialog = page.getByRole('dialog');
    if (isProxied) await dialog.getByLabel('Adresse auf den Zetteln').fill('https://schule.example/umlauf');
    await dialog.getByRole('button', { name: 'Zettel ausstellen' }).click();
    await dialog.getByText('2 Zettel sind ausgestellt.').waitFor({ timeout: 60_000 });
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'PDF speichern' }).click();
    await (await download).path();
    await dialog.getByRole('button', { name: 'Schließen', exact: true }).last().click();
    await choose();
    await page.getByRole('button', { name: 'Als ausgehändigt vermerken' }).click();
    await page.getByText('2 Zettel sind jetzt gültig.').waitFor();
    // The same page on a phone: nothing is cut off at its right.
    await page.setViewportSize({ width: 390, height: 844 });
    const tabs = await page.getByRole('tablist', { name: 'Stand der Zugänge' }).boundingBox();
    expect(tabs?.width).toBeLessThan(390);
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.getByRole('tab', { name: /Ausgehändigt/ }).click();
  });

  test('[SLIP2] [REACH8] one teacher types the whole code, the other opens the link behind the QR code', async () => {
    for (const shortCode of ['Dre', 'Now'] as const) {
      const somebody = await openBrowser(installation, shortCode, undefined, detour);
      readers.push(somebody);
      closers.push(() => somebody.close());
    }
    const [typing, scanning] = readers;
    if (typing === undefined || scanning === undefined) throw new Error('two browsers are open');
    await typing.page.getByRole('button', { name: 'Zugangscode einlösen' }).click();
    const typed = typing.page.getByRole('textbox', { name: 'Zugangscode' });
    await typed.fill(codeOf('Dre'));
    await typing.page.getByText(GREETING).waitFor();
    // As a camera opens it: an address with the code behind its #.
    await scanning.page.goto(new URL(`beitreten#${codeOf('Now')}`, scanning.page.url()).href);
    await scanning.page.getByText(GREETING).waitFor();
    expect(scanning.page.url()).not.toContain('#');
    for (const { page, password } of readers) {
      await page.getByRole('textbox', { name: 'Neues Kennwort' }).fill(password);
      await page.getByRole('textbox', { name: 'Kennwort wiederholen' }).fill(password);
      await page.getByRole('button', { name: 'Kennwort setzen und anmelden' }).click();
    }
    for (const somebody of readers) await waitUntilInside(somebody);
  });

  test('both confirm the first announcement, and its author sees that two of all have', async () => {
    const title = 'Willkommen im Umlauf';
    await announce(administrator.page, {
      groups: ['Kollegium'],
      title,
      text: 'Bitte bestätigen Sie, dass dies bei Ihnen ankommt.',
      confirm: true,
    });
    for (const { page } of readers) {
      await open(page, title);
      await page.getByRole('button', { name: 'Zur Kenntnis genommen' }).click();
    }
    await administrator.page
      .getByText(/(?<!\d)2 von 6\d/)
      .first()
      .waitFor();
  });

  test('the pages complained about nothing', () => {
    for (const { complaints } of [administrator, ...readers]) expect(complaints).toEqual([]);
  });
});
