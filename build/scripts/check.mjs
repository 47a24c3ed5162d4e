// `npm run check`: format, lint with the arrow table, types of every part. Exactly what the continuous integration runs.
import { ensureInstalled, run } from './bootstrap.mjs';

await ensureInstalled();

/** Each step by name, so that the first line of a failure says what to look at. */
const steps = [
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  [
    'lint and arrows',
    'eslint',
    ['--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/eslint/', '.'],
  ],
  ['types: core', 'tsc', ['-p', 'core']],
  ['types: sync-server', 'tsc', ['-p', 'sync-server']],
  ['types: electron', 'tsc', ['-p', 'electron']],
  [
    'types: renderer',
    'svelte-check',
    ['--tsconfig', 'renderer/tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  ],
  ['types: tests', 'tsc', ['-p', 'tests']],
];

for (const [name, command, args] of steps) {
  const code = await run(command, args);
  if (code !== 0) {
    console.error(`check: ${name} failed`);
    process.exit(code);
  }
}
console.log('check: format, lint, arrows and types are in order');
