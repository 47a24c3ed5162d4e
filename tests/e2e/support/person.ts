import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type Locator, type Page } from 'playwright';
import { findBrowser } from '../../../build/scripts/browser.mjs';
import { CHROMIUM_FLAGS } from '#tests/support/chromium-flags.ts';
import type { DeviceClass } from '#core/access/device-class.ts';
import { layCable, type Cable, type Pace } from './cable.ts';
import type { Installation } from './installation.ts';

/** Somebody of the school at a browser of their own, with a cable that can be pulled. */
export interface SomebodyOnline {
  readonly shortCode: string;
  readonly password: string;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly cable: Cable;
  /** The folder in which the browser keeps everything. */
  readonly profile: string;
  /** Everything the page reported as an error, and what the content policy forbade it. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** What the page wanted to do and the content policy forbade. */
const POLICY = 'content policy:';

/** Another way to the school than straight to the server's port. */
export interface Detour {
  readonly port: number;
  /** What is written before and after host and port: `https` and `/umlauf/`. */
  readonly scheme: 'http' | 'https';
  readonly path: string;
  /** What the browser needs to be told for it. */
  readonly flags: readonly string[];
  /** How slow the line is; as fast as it goes unless a test says otherwise. */
  readonly pace?: Pace;
}

/** Opens the client in a browser that has never seen it. */
export const openBrowser = async (
  installation: Installation,
  shortCode: string,
  viewport = { width: 1366, height: 768 },
  detour?: Detour,
  deviceClass: DeviceClass = 'official',
): Promise<SomebodyOnline> => {
  const profile = await mkdtemp(path.join(tmpdir(), 'umlauf-profile-'));
  const cable = await layCable(() => detour?.port ?? installation.port, detour?.pace);
  const executablePath = findBrowser();
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...CHROMIUM_FLAGS, ...(detour?.flags ?? [])],
    // Without a language of its own Chromium saves a file with an umlaut in its name as "download".
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    viewport,
  });
  const [page = await context.newPage()] = context.pages();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.text().startsWith(POLICY)) complaints.push(message.text());
  });
  page.setDefaultTimeout(20_000);
  await context.addInitScript((mark) => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      console.error(mark, violatedDirective, blockedURI, sourceFile);
    });
  }, POLICY);
  // What the door asks on a device nobody has used yet.
  await context.addInitScript((chosen) => localStorage.setItem('umlauf.device', chosen), deviceClass);
  const place = detour === undefined ? '' : detour.path;
  await page.goto(cable.address.replace('http:', `${detour?.scheme ?? 'http'}:`) + place);
  return {
    shortCode,
    password: `Kennwort von ${shortCode} 2026`,
    page,
    context,
    cable,
    profile,
    complaints,
    close: async () => {
      await context.close();
      await cable.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
};

/** Redeems a one-time code: the first thing anybody does. Leads inside, unless something else comes first. */
export const join = async (somebody: SomebodyOnline, code: string, first?: Locator): Promise<void> => {
  const { page } = somebody;
  await page.getByRole('button', { name: 'Zugangscode einlösen' }).click();
  await page.getByRole('textbox', { name: 'Kürzel' }).fill(somebody.shortCode);
  await page.getByRole('textbox', { name: 'Zugangscode' }).fill(code);
  await page.getByRole('textbox', { name: 'Neues Kennwort' }).fill(somebody.password);
  await page.getByRole('textbox', { name: 'Kennwort wiederholen' }).fill(somebody.password);
  await page.getByRole('button', { name: 'Kennwort setzen und anmelden' }).click();
  await (first?.waitFor() ?? waitUntilInside(somebody));
};

/** Signs in, or unlocks what lies here. */
export const signIn = async (somebody: SomebodyOnline): Promise<void> => {
  const { page } = somebody;
  await page.getByRole('textbox', { name: 'Kürzel' }).fill(somebody.shortCode);
  await page.getByRole('textbox', { name: 'Kennwort' }).fill(somebody.password);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await waitUntilInside(somebody);
};

export const waitUntilInside = async ({ page }: SomebodyOnline): Promise<void> => {
  await page.getByRole('navigation').first().waitFor();
};

/** Waits until the line of truth says so: `Verbunden`, `Offline`, `2 warten`. */
export const waitForTruth = async ({ page }: SomebodyOnline, text: string | RegExp): Promise<void> => {
  await page.getByRole('status').filter({ hasText: text }).first().waitFor();
};
