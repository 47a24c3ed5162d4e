// `npm run bench`: the benchmark table; see tests/bench/README.md. Only the result goes to standard output.
import { ensureInstalled, run } from './bootstrap.mjs';
import { ensureBrowser, findBrowser } from './browser.mjs';
import { buildClient } from './client.mjs';

await ensureInstalled();
await ensureBrowser();
const args = process.argv.slice(2);
// The client as it is shipped is measured by one row alone.
if (!args.includes('--only') || args.includes('first-screen')) await buildClient();
process.exit(await run('node', ['tests/bench/main.ts', ...args], { env: { UMLAUF_BROWSER: findBrowser() } }));
