// `npm run check`: format, lint with the arrow table, types of every part. Exactly what the continuous integration runs.
import { ensureInstalled, run } from './bootstrap.mjs';

await ensureInstalled();

/** Each step by name, so that the first line of a failure says what to look at. */
const steps = [
  [
    'lint and arrows',
    'eslint',
    ['--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/eslint/', '.'],
  ],
  [
    'types: renderer',
    'svelte-check',
    ['--tsconfig', 'renderer/tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  ],
  ['types: tests', 'tsc', ['-p', 'tests']],
  ['format', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['types: core', 'tsc', ['-p', 'core']],
  ['types: sync-server', 'tsc', ['-p', 'sync-server']],
  ['types: electron', 'tsc', ['-p', 'electron']],
];

/** Two at a time, as most machines have two cores; the longest begin first. The first failure ends the run. */
const waiting = [...steps];
const work = async () => {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    const [name, command, args] = step;
    const code = await run(command, args);
    if (code === 0) continue;
    console.error(`check: ${name} failed`);
    process.exit(code);
  }
};
await Promise.all([work(), work()]);
console.log('check: format, lint, arrows and types are in order');
