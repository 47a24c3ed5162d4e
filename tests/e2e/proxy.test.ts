import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useReverseProxy } from '#server/pki/choose.ts';
import { findNginx } from '../../build/scripts/system-tools.mjs';
import { announce, goTo, open, rows } from './support/acts.ts';
import { createInstallation, findPort, type Installation } from './support/installation.ts';
import { startNginx } from './support/nginx.ts';
import { join, openBrowser, signIn, waitForTruth, type SomebodyOnline } from './support/person.ts';

// Where nginx cannot be had this is left out, with a line from `npm test`; never in the continuous integration.
describe.skipIf(findNginx() === undefined && process.env['CI'] === undefined)('behind nginx', () => {
  let installation: Installation;
  const closers: (() => Promise<void>)[] = [];
  let author: SomebodyOnline;
  let reader: SomebodyOnline;

  beforeAll(async () => {
    installation = await createInstallation();
    closers.push(() => installation.remove());
    await installation.importStaff('tests/fixtures/staff/kollegium-excel.csv', '--json');
    const port = await findPort();
    const address = `https://localhost:${port}/umlauf/`;
    const chosen = useReverseProxy(installation.dataDir, { proxies: ['127.0.0.1'], address });
    if (!chosen.ok) throw new Error(chosen.refusal.problem);
    await installation.start();
    const nginx = await startNginx(installation.port, port);
    closers.push(() => nginx.stop());
    const detour = { port, scheme: 'https', path: '/umlauf/', flags: [nginx.browserFlag] } as const;
    author = await openBrowser(installation, 'Kuh', undefined, detour);
    reader = await openBrowser(installation, 'Dre', undefined, detour);
    for (const somebody of [author, reader]) {
      closers.push(() => somebody.close());
      await join(somebody, await installation.access(somebody.shortCode));
    }
  });
  afterAll(async () => {
    for (const close of closers.reverse()) await close();
  });

  test('[REACH8] TLS ends at the proxy, the client lies under a path, and an announcement arrives live', async () => {
    await waitForTruth(reader, 'Verbunden');
    await announce(author.page, {
      groups: ['Kollegium'],
      title: 'Neuer Weg',
      text: 'Auch von zu Hause.',
      confirm: true,
    });
    await goTo(reader.page, /Mitteilungen/);
    expect(new URL(reader.page.url()).pathname).toBe('/umlauf/mitteilungen');
    await open(reader.page, 'Neuer Weg');
    await reader.page.getByRole('button', { name: 'Zur Kenntnis genommen' }).click();
    await author.page.getByText('1 von 59').first().waitFor();
  });

  test('[REACH8] a link leads under the path also in a new tab, and a page below it loads anew', async () => {
    await goTo(reader.page, /Mitteilungen/);
    const link = rows(reader.page, 'Neuer Weg').first();
    await link.hover();
    expect(await link.getAttribute('href')).toMatch(/^\/umlauf\/mitteilungen\//);
    await link.click();
    await reader.page.reload();
    await signIn(reader);
    await reader.page.getByRole('heading', { level: 1, name: 'Neuer Weg' }).waitFor();
  });

  test('[REACH8] the shell is kept under the path alone, and opens without the server', async () => {
    const scope = await reader.page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
    expect(new URL(scope).pathname).toBe('/umlauf/');
    await waitForTruth(reader, 'Verbunden');
    reader.cable.cut();
    await waitForTruth(reader, 'Offline');
    await reader.page.reload();
    await signIn(reader);
    await open(reader.page, 'Neuer Weg');
    reader.cable.mend();
    await waitForTruth(reader, 'Verbunden');
  });

  test('the pages complained about nothing', () => {
    for (const { complaints } of [author, reader]) expect(complaints).toEqual([]);
  });
});
