import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { chromium, type BrowserContext, type Page } from 'playwright';
import { build } from 'vite';
import { CHROMIUM_FLAGS } from '#tests/support/chromium-flags.ts';

const PAGES = fileURLToPath(new URL('./page/', import.meta.url));

/** Bundles the pages of the benchmark as the client is bundled. */
export const buildPages = async (outDir: string): Promise<void> => {
  await build({
    root: PAGES,
    configFile: false,
    logLevel: 'error',
    plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      target: ['chrome140'],
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 5_000,
      rolldownOptions: { input: ['index.html', 'peers.html'].map((name) => path.join(PAGES, name)) },
    },
  });
};

/** A browser of its own, with its profile on disk. */
export interface Tab {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the page's clock is ahead of this process's, in milliseconds. */
  measureClock(): Promise<number>;
  /** What page and workers hold after a collection, in bytes. */
  measureHeap(): Promise<number>;
  /** The scripts the running workers began with; a shared worker's is in no event of the page. */
  findWorkers(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Starts a browser on a profile; its faults are reported. */
export const openTab = async (profile: string, say: (text: string) => void): Promise<Tab> => {
  const executablePath = process.env['UMLAUF_BROWSER'];
  const context = await chromium.launchPersistentContext(profile, {
    headless: true,
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...CHROMIUM_FLAGS],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.on('pageerror', (error) => say(`in the page: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    // PouchDB looks for checkpoints that are not there yet.
    if (message.type() === 'error' && !message.text().includes('status of 404'))
      say(`in the page: ${message.text()}`);
  });
  return {
    context,
    page,
    measureClock: () => measureClock(page),
    measureHeap: () => measureHeap(context),
    findWorkers: async () => {
      const { targets } = await openTargets(context);
      return targets.filter(({ type }) => type !== 'page').map(({ url }) => url);
    },
    close: () => context.close(),
  };
};

/** UTC milliseconds with fractions. */
export const now = (): number => performance.timeOrigin + performance.now();

/** The shortest of many round trips tells best what the other clock showed in its middle. */
const measureClock = async (page: Page): Promise<number> => {
  let best = { roundTrip: Number.POSITIVE_INFINITY, ahead: 0 };
  for (let sample = 0; sample < 20; sample += 1) {
    const before = now();
    const there = await page.evaluate(() => performance.timeOrigin + performance.now());
    const after = now();
    const roundTrip = after - before;
    if (roundTrip < best.roundTrip) best = { roundTrip, ahead: there - (before + after) / 2 };
  }
  return best.ahead;
};

const TARGETS = ['page', 'worker', 'shared_worker', 'service_worker'];

/** The page and its workers as the browser itself sees them. */
const openTargets = async (context: BrowserContext) => {
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('the browser has no session');
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
  const targets = targetInfos.filter(({ type, url }) => TARGETS.includes(type) && url.startsWith('http'));
  return { session, targets };
};

/** Playwright has no session for a shared worker; the browser's own passes messages on. */
const measureHeap = async (context: BrowserContext): Promise<number> => {
  const { session, targets } = await openTargets(context);
  let total = 0;
  for (const { targetId } of targets) {
    const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
    const ask = (id: number, method: string): Promise<{ readonly usedSize?: number }> =>
      new Promise((resolve) => {
        session.on('Target.receivedMessageFromTarget', (event) => {
          const message = JSON.parse(event.message) as { id?: number; result?: { usedSize?: number } };
          if (event.sessionId === sessionId && message.id === id) resolve(message.result ?? {});
        });
        void session.send('Target.sendMessageToTarget', {
          sessionId,
          message: JSON.stringify({ id, method }),
        });
      });
    await ask(1, 'HeapProfiler.collectGarbage');
    total += (await ask(2, 'Runtime.getHeapUsage')).usedSize ?? 0;
  }
  return total;
};
