import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright';
import type { Lab } from '../lab.ts';
import { openSchool, toPassword } from '../server/school.ts';

const CLIENT = fileURLToPath(new URL('../../../dist/renderer/', import.meta.url));
/** Enough for a full list. */
const ANNOUNCEMENTS = 100;

/**
 * The scripts of the shipped client that a new browser loads from the address to the list, in kilobytes of gzip: what
 * the page asks for and what its workers begin with, not what the service worker keeps for later.
 */
export const measureFirstScreen = async (lab: Lab): Promise<number> => {
  const school = await openSchool({ folder: lab.newFolder(), count: ANNOUNCEMENTS, staticDir: CLIENT });
  const { page, findWorkers, close } = await lab.openBrowser(lab.newFolder());
  try {
    const scripts = new Map<string, Promise<number>>();
    page.on('response', (response) => {
      if (isScript(response)) scripts.set(response.url(), response.body().then(toGzipBytes));
    });
    await page.goto(`${school.url}/mitteilungen`);
    await page.locator('input[name=username]').fill(school.reader.shortCode);
    await page.locator('input[name=password]').fill(toPassword(school.reader.shortCode));
    // A private device would have to be approved first.
    await page.getByLabel('Eines der Schule').check();
    await page.locator('input[name=password]').press('Enter');
    await page.locator('a[href^="/mitteilungen/"]').first().waitFor();
    const loaded = [...scripts];
    for (const url of await findWorkers()) {
      const response = await fetch(url);
      if (!scripts.has(url)) loaded.push([url, response.arrayBuffer().then(toGzipBytes)]);
    }
    const sizes = await Promise.all(loaded.map(async ([url, size]) => [url, await size] as const));
    for (const [url, size] of sizes.toSorted(([, left], [, right]) => right - left).slice(0, 8)) {
      lab.say(`  ${new URL(url).pathname}: ${(size / 1_000).toFixed(1)} kB`);
    }
    return sizes.reduce((total, [, size]) => total + size, 0) / 1_000;
  } finally {
    await close();
    await school.close();
  }
};

const isScript = (response: Response): boolean =>
  response.ok() && /javascript/.test(response.headers()['content-type'] ?? '');

const toGzipBytes = (script: Buffer | ArrayBuffer): number => gzipSync(script).length;
