/**
 * What every npm script does first, with nothing but the system's Node (20 or newer) and npm: installs the dependencies
 * when the lockfile has changed, then runs the real program on the Node 24 that lies among them.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The Node that runs the program, whatever the system has. */
export const node = path.join(
  root,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

const lockfile = path.join(root, 'package-lock.json');
const stamp = path.join(root, 'node_modules/.umlauf-installed');

/** Installs the dependencies unless exactly those of the lockfile are there. Says on standard error what it does. */
export const ensureInstalled = async () => {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20) {
    console.error(`Umlauf braucht Node 20 oder neuer; hier läuft ${process.versions.node}.`);
    process.exit(1);
  }
  const hash = createHash('sha256').update(readFileSync(lockfile)).digest('hex');
  if (!existsSync(node) || !isInstalled(hash)) {
    console.error('Umlauf richtet sich ein (npm ci); das dauert beim ersten Mal einige Minuten …');
    const code = await install();
    if (code !== 0 || !existsSync(node)) {
      console.error('npm ci ist fehlgeschlagen. Die Ausgabe darüber nennt den Grund.');
      process.exit(code === 0 ? 1 : code);
    }
  }
  writeFileSync(stamp, hash);
};

/**
 * Runs a program in the project's folder with this terminal and resolves with its exit code. Signals reach it; what it
 * starts finds Node 24 and the installed tools first in the path.
 */
export const run = (command, args = [], options = {}) =>
  new Promise((resolve) => {
    const bin = path.join(root, 'node_modules/.bin');
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      ...options,
      env: {
        ...process.env,
        ...options.env,
        PATH: [path.dirname(node), bin, process.env.PATH ?? ''].join(path.delimiter),
      },
    });
    // Ctrl+C reaches the whole group by itself; this process only must not go first.
    const forward = (signal) => void child.kill(signal);
    const stay = () => undefined;
    process.on('SIGTERM', forward);
    process.on('SIGHUP', forward);
    process.on('SIGINT', stay);
    child.once('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    child.once('exit', (code, signal) => {
      process.off('SIGTERM', forward);
      process.off('SIGHUP', forward);
      process.off('SIGINT', stay);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });

/**
 * Runs a TypeScript program of the project on Node 24. Ends this process with its exit code. Paths are meant from where
 * the command was typed; npm itself runs every script in the project's folder.
 */
export const runProgram = async (file, args = process.argv.slice(2)) => {
  await ensureInstalled();
  process.exitCode = await run(node, [path.join(root, file), ...args], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
  });
};

const isInstalled = (hash) => {
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === hash || isSameAsLockfile();
  return isSameAsLockfile();
};

/** Whether npm's own record of what is installed agrees with the lockfile, so that a plain `npm ci` counts as well. */
const isSameAsLockfile = () => {
  const record = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(lockfile, 'utf8')).packages;
  const found = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([name, entry]) =>
      name === '' ||
      (found[name] === undefined ? entry.optional === true : found[name].version === entry.version),
  );
};

const install = () => {
  const npm = process.env.npm_execpath;
  // Warnings about the system's Node mean nothing here: the program runs on the one that is installed with it.
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // Everything on standard error: standard output belongs to the program that runs afterwards.
  const options = { cwd: root, stdio: ['ignore', 2, 2] };
  const child =
    npm !== undefined && npm.endsWith('.js')
      ? spawn(process.execPath, [npm, ...args], options)
      : spawn('npm', args, { ...options, shell: process.platform === 'win32' });
  return new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', (code) => resolve(code ?? 1));
  });
};
