/** Programs of the system that single tests need: found where the system has them, installed where Debian lets us. */
import { existsSync } from 'node:fs';
import { run } from './bootstrap.mjs';

const isDebianRoot = () => existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
const find = (...places) => places.find((place) => place !== undefined && existsSync(place));

/** The path of nginx, or undefined. */
export const findNginx = () =>
  find(
    process.env.UMLAUF_NGINX,
    '/usr/sbin/nginx',
    '/usr/bin/nginx',
    '/opt/homebrew/bin/nginx',
    '/usr/local/bin/nginx',
  );

/** The path of Firefox (140 or newer, for example ESR), or undefined. */
export const findFirefox = () =>
  find(
    process.env.UMLAUF_FIREFOX,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:/Program Files/Mozilla Firefox/firefox.exe',
  );

/** Installs Debian's nginx and Firefox ESR where they are missing and may be; says which tests are left out otherwise. */
export const ensureSystemTools = async () => {
  const missing = [
    ['nginx', findNginx],
    ['firefox-esr', findFirefox],
  ].filter(([, findTool]) => findTool() === undefined);
  if (missing.length === 0) return;
  const packages = missing.map(([name]) => name);
  if (isDebianRoot()) {
    console.log(`Installing for the tests: ${packages.join(', ')} …`);
    await run('apt-get', ['update', '-qq']);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      // In run level 1 the package starts no service: the tests start their own.
      env: { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    });
  }
  for (const [name, findTool] of missing) {
    if (findTool() === undefined) console.log(`${name} is not installed: its end-to-end tests are left out.`);
  }
};
