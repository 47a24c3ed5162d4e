/** A browser for the tests: Chrome, Edge or Chromium where the system has one, Debian's Chromium where it can be installed. */
import { existsSync } from 'node:fs';
import { run } from './bootstrap.mjs';

const CANDIDATES = [
  process.env.UMLAUF_BROWSER,
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

/** The path of a browser, or undefined. */
export const findBrowser = () => CANDIDATES.find((path) => path !== undefined && existsSync(path));

/** Finds a browser or installs Debian's; ends the process with what to do where neither is possible. */
export const ensureBrowser = async () => {
  if (findBrowser() !== undefined) return;
  const isDebianRoot = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
  if (isDebianRoot) {
    console.log('No browser for the tests found: installing Debian’s Chromium …');
    await run('apt-get', ['update', '-qq']);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  if (findBrowser() === undefined) {
    console.error('The tests need Chrome, Edge or Chromium. Install one, or name it in UMLAUF_BROWSER.');
    process.exit(1);
  }
};
