import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDataFolder } from '#server/app/data-folder.ts';
import { DEMO_LOGINS } from '#server/app/demo/logins.ts';
import { seedDemo } from '#server/app/demo/seed-demo.ts';
import { createInstallation, type Installation } from './support/installation.ts';
import { openBrowser, type SomebodyOnline } from './support/person.ts';

/** Usable within so many milliseconds of unlocking (R, "Reach"). */
const USABLE_WITHIN = 10_000;
const LINE = { rate: 2_000_000, delay: 40 };

let installation: Installation;
let reader: SomebodyOnline;

beforeAll(async () => {
  installation = await createInstallation();
  openDataFolder(installation.dataDir);
  await seedDemo(installation.dataDir, Date.now());
  await installation.start();
  const { port } = installation;
  reader = await openBrowser(installation, '', undefined, {
    port,
    scheme: 'http',
    path: '',
    flags: [],
    pace: LINE,
  });
});
afterAll(async () => {
  await reader.close();
  await installation.remove();
});

test('[REACH11] at 2 Mbit/s and 80 ms there and back a new device shows the newest within 10 s of signing in', async () => {
  const [login = { shortCode: '', password: '' }] = DEMO_LOGINS;
  const { page } = reader;
  await page.getByRole('textbox', { name: 'Kürzel' }).fill(login.shortCode);
  await page.getByRole('textbox', { name: 'Kennwort' }).fill(login.password);
  const begun = performance.now();
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await page.locator('a[href^="/mitteilungen/"]').first().waitFor();
  const took = performance.now() - begun;
  expect(took).toBeLessThan(USABLE_WITHIN);
  // The line is what it claims to be: signing in alone goes there and back several times.
  expect(took).toBeGreaterThan(5 * 2 * LINE.delay);
  expect(reader.complaints).toEqual([]);
});
