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

/** Runs a project (or some files of it) and returns how it went: the exit code, and the report by file. */
const runTests = async (project, files = []) => {
  const report = join(folder, `${project}.json`);
  const args = ['run', '--project', project, ...files];
  const code = await run('vitest', [
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const counted = await readFile(report, 'utf8').then(JSON.parse, () => undefined);
  await rm(report, { force: true });
  return { code, results: counted?.testResults ?? [] };
};
const toTests = (results, status) =>
  results.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status === status)
      .map(({ fullName }) => `${relative(process.cwd(), file.name)}: ${fullName}`),
  );
/**
 * Files whose process died under them without any test having failed. Node 24 ends a process with several threads now and
 * then by a check of its own ("Check failed: jit_page.has_value()", nodejs/node#64500): those are run once more.
 */
const toCutOff = (results) =>
  results
    .filter(
      ({ status, assertionResults }) =>
        status === 'failed' &&
        assertionResults.some((test) => test.status === 'pending') &&
        !assertionResults.some((test) => test.status === 'failed'),
    )
    .map(({ name }) => relative(process.cwd(), name));

for (const project of projects) {
  const first = await runTests(project);
  const cutOff = toCutOff(first.results);
  const again = cutOff.length === 0 ? undefined : await runTests(project, cutOff);
  const whole = first.results.filter(({ name }) => !cutOff.includes(relative(process.cwd(), name)));
  const results = [...whole, ...(again?.results ?? [])];
  const failed = toTests(results, 'failed');
  total.passed += toTests(results, 'passed').length;
  failed.forEach(fails);
  // A runner that fails without a failed test (a file that does not load, an error nobody caught) counts as one.
  const code = again === undefined ? first.code : again.code;
  if (code !== 0 && failed.length === 0) fails(`the tests of ${project}, outside a test`);
}
await rm(folder, { recursive: true, force: true });

for (const failure of failures) console.log(`failed: ${failure}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
