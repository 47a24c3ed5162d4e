// `npm run check`: format, lint with the arrow table, types of every part. Exactly what the continuous integration runs.
import { ensureInstalled, run } from './bootstrap.mjs';

await ensureInstalled();

const CACHE = 'node_modules/.cache';
const types = (part) => [
  `types: ${part}`,
  'tsc',
  ['-p', part, '--incremental', '--tsBuildInfoFile', `${CACHE}/tsc/${part}.tsbuildinfo`],
];

/** Each step by name, so that the first line of a failure says what to look at; the longest begin first. */
const steps = [
  [
    'lint and arrows',
    'eslint',
    ['--max-warnings', '0', '--cache', '--cache-location', `${CACHE}/eslint/`, '.'],
  ],
  [
    'types: renderer',
    'svelte-check',
    ['--tsconfig', 'renderer/tsconfig.json', '--fail-on-warnings', '--output', 'human'],
  ],
  types('tests'),
  [
    'format',
    'prettier',
    [
      '--check',
      '--log-level',
      'warn',
      '--cache',
      '--cache-location',
      `${CACHE}/prettier/.prettier-cache`,
      '.',
    ],
  ],
  types('sync-server'),
  types('core'),
  types('electron'),
];

/** Two at a time, as most machines have two cores. After a failure nothing more begins. */
const waiting = [...steps];
let failure = 0;
const work = async () => {
  for (let step = waiting.shift(); step !== undefined && failure === 0; step = waiting.shift()) {
    const [name, command, args] = step;
    const code = await run(command, args);
    if (code === 0) continue;
    console.error(`check: ${name} failed`);
    failure ||= code;
  }
};
await Promise.all([work(), work()]);
if (failure !== 0) process.exit(failure);
console.log('check: format, lint, arrows and types are in order');
