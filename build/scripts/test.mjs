// `npm test`: check, then every test there is, one runner after the other; ends with one line that sums them up.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureInstalled, run } from './bootstrap.mjs';
import { ensureBrowser } from './browser.mjs';
import { ensureSystemTools } from './system-tools.mjs';

await ensureInstalled();
await ensureBrowser();
await ensureSystemTools();

const projects = ['unit', 'browser', 'simulation', 'e2e'];
const total = { passed: 0, failed: 0 };
/** What failed, one line each: told once more at the end, where it is found without scrolling. */
const failures = [];
const fails = (what) => {
  total.failed += 1;
  failures.push(what);
};
if ((await run('node', ['build/scripts/check.mjs'])) !== 0) fails('npm run check');
if ((await run('vite', ['build', '-c', 'renderer/vite.config.ts', '--logLevel', 'warn'])) !== 0) {
  fails('the build of the client');
}

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
  for (const file of counted?.testResults ?? []) {
    for (const test of file.assertionResults.filter(({ status }) => status === 'failed')) {
      fails(`${relative(process.cwd(), file.name)}: ${test.fullName}`);
    }
  }
  // A runner that fails without a failed test (a file that does not load, an error nobody caught) counts as one.
  if (code !== 0 && (counted?.numFailedTests ?? 0) === 0) fails(`the tests of ${project}, outside a test`);
}
await rm(folder, { recursive: true, force: true });

for (const failure of failures) console.log(`failed: ${failure}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
