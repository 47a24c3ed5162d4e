// `npm test`: check, then every test there is, one runner after the other; ends with one line that sums them up.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled, run } from './bootstrap.mjs';
import { ensureBrowser } from './browser.mjs';
import { ensureSystemTools } from './system-tools.mjs';

await ensureInstalled();
await ensureBrowser();
await ensureSystemTools();

const projects = ['unit', 'browser', 'simulation', 'e2e'];
const total = { passed: 0, failed: 0 };
const checked = await run('node', ['build/scripts/check.mjs']);
if (checked !== 0) total.failed += 1;
const built = await run('vite', ['build', '-c', 'renderer/vite.config.ts', '--logLevel', 'warn']);
if (built !== 0) total.failed += 1;

const folder = await mkdtemp(join(tmpdir(), 'umlauf-test-'));
for (const project of projects) {
  const report = join(folder, `${project}.json`);
  const code = await run('vitest', [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const counted = await readFile(report, 'utf8').then(JSON.parse, () => undefined);
  total.passed += counted?.numPassedTests ?? 0;
  total.failed += counted?.numFailedTests ?? 0;
  // A runner that fails without a failed test (a file that does not load, an error nobody caught) counts as one.
  if (code !== 0 && (counted?.numFailedTests ?? 0) === 0) total.failed += 1;
}
await rm(folder, { recursive: true, force: true });

console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
