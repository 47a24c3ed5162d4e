import { existsSync, globSync, readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_FLAGS } from './tests/support/chromium-flags.ts';

/** Chrome, Edge or Chromium where the system has them; tests never download a browser. */
const executablePath = [
  process.env['UMLAUF_BROWSER'],
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
].find((path) => path !== undefined && existsSync(path));

const launchOptions = {
  ...(executablePath === undefined ? {} : { executablePath }),
  args: [...CHROMIUM_FLAGS],
};

/**
 * Every package the client imports. Named before the first test: one that is found in the middle of a run loads the page
 * anew, and the test in it with it.
 */
const packages = [
  ...new Set(
    globSync('renderer/**/*.{svelte,ts}').flatMap((file) =>
      [
        ...readFileSync(file, 'utf8').matchAll(
          /^ *import (?!type )[^;]*?'([a-z@][^':]*)';|import\('([a-z@][^':]*)'\)/gm,
        ),
      ].map(([, name, lazy]) => name ?? lazy ?? ''),
    ),
  ),
].filter(
  (name) => !/^(?:svelte|@sveltejs|vite|vitest|@vitest|fast-check)(?:$|[/-])|\.(?:css|ttf|woff2)/.test(name),
);

/** What is waited for comes at once on a quiet machine; on a busy one a second is not long. In milliseconds. */
const PATIENT = { poll: { timeout: 10_000 } };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{core,sync-server,renderer,electron,build}/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts', '**/node_modules/**'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
          expect: PATIENT,
        },
      },
      {
        plugins: [svelte()],
        optimizeDeps: { include: packages },
        test: {
          name: 'browser',
          include: ['renderer/**/*.browser.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          expect: PATIENT,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'simulation',
          include: ['tests/simulation/**/*.test.ts'],
          testTimeout: 300_000,
          expect: PATIENT,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          expect: PATIENT,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
