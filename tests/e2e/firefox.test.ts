import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFirefox } from '../../build/scripts/system-tools.mjs';
import { announce, goTo, open, rows } from './support/acts.ts';
import { layCable, type Cable } from './support/cable.ts';
import { openSchool, type OpenSchool } from './support/school.ts';

/** How long a screen may take to show what it is asked for, in milliseconds. */
const PATIENCE = 30_000;
const PASSWORD = 'Kennwort von Dre 2026';

// Where Firefox cannot be had this is left out, with a line from `npm test`; never in the continuous integration.
describe.skipIf(findFirefox() === undefined && process.env['CI'] === undefined)('in Firefox', () => {
  let school: OpenSchool;
  let browser: Browser;
  let page: Page;
  let cable: Cable;
  const complaints: string[] = [];
  const closers: (() => Promise<unknown>)[] = [];

  /** What a person sees as such a thing with such a name. */
  const find = (role: string, name: string) =>
    page.locator(`::-p-aria([role="${role}"][name="${name}"])`).setTimeout(PATIENCE);
  /** Types as a person does: what fills fields by script is stopped by the page's content policy. */
  const fill = async (name: string, text: string, kind: 'text' | 'password' = 'text'): Promise<void> => {
    // A field for a password has no role.
    const field = kind === 'text' ? find('textbox', name) : page.locator(`::-p-aria([name="${name}"])`);
    await field.setTimeout(PATIENCE).click();
    await page.keyboard.type(text);
  };
  const seesText = (text: string) => page.locator(`::-p-text(${text})`).setTimeout(PATIENCE).wait();

  const clickText = (text: string) => page.locator(`::-p-text(${text})`).setTimeout(PATIENCE).click();

  beforeAll(async () => {
    school = await openSchool('Kuh');
    closers.push(() => school.close());
    cable = await layCable(() => school.installation.port);
    closers.push(() => cable.close());
    const profile = await mkdtemp(path.join(tmpdir(), 'umlauf-firefox-'));
    closers.push(() => rm(profile, { recursive: true, force: true }));
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: findFirefox() ?? '',
      headless: true,
      userDataDir: profile,
      // The language of the screens is the browser's.
      extraPrefsFirefox: { 'intl.accept_languages': 'de-DE', 'intl.locale.requested': 'de' },
    });
    closers.push(() => browser.close());
    page = await browser.newPage();
    page.on('pageerror', (error) => {
      // A library asks whether it may build code at run time; the policy says no, and Firefox reports that it was asked.
      if (!String(error).includes('blocked a JavaScript eval')) complaints.push(String(error));
    });
    await page.setViewport({ width: 1366, height: 768 });
    await page.goto(cable.address);
  });
  afterAll(async () => {
    for (const close of closers.reverse()) await close();
  });

  test('somebody joins with a one-time code and reads what a colleague in Chromium has written', async () => {
    await announce(school.who('Kuh').page, {
      groups: ['Kollegium'],
      title: 'Neue Schlüssel',
      text: 'Bitte holen Sie die Schlüssel im Sekretariat ab.',
      confirm: true,
    });
    await find('button', 'Zugangscode einlösen').click();
    await fill('Kürzel', 'Dre');
    await fill('Zugangscode', await school.installation.access('Dre'));
    await fill('Neues Kennwort', PASSWORD, 'password');
    await fill('Kennwort wiederholen', PASSWORD, 'password');
    await clickText('Eines der Schule');
    await find('button', 'Kennwort setzen und anmelden').click();
    await find('link', 'Neue Schlüssel').click();
    await seesText('Bitte holen Sie die Schlüssel im Sekretariat ab.');
  });

  test('she confirms, and the author sees it', async () => {
    await find('button', 'Zur Kenntnis genommen').click();
    await school.who('Kuh').page.getByText('1 von 59').first().waitFor();
  });

  test('[CMD9] what she writes without a connection waits, and arrives once', async () => {
    await seesText('Verbunden');
    cable.cut();
    await seesText('Offline');
    await page.evaluate(() => history.pushState(null, '', '/mitteilungen'));
    await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
    await find('link', 'Schreiben').click();
    await clickText('Gruppen wählen');
    await clickText('Fachschaft Deutsch');
    await find('button', 'Übernehmen').click();
    await fill('Titel', 'Aus Firefox');
    await fill('Text', 'Geschrieben ohne Verbindung.');
    await find('button', 'Senden').click();
    await seesText('1 wartet');
    cable.mend();
    const reader = school.who('Kuh').page;
    await open(reader, 'Aus Firefox');
    await goTo(reader, /Mitteilungen/);
    expect(await rows(reader, 'Aus Firefox').count()).toBe(1);
  });

  test('the page complained about nothing', () => {
    expect(complaints).toEqual([]);
  });
});
