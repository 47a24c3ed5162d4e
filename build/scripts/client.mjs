/** Builds of the client and the desktop shell that are made only when their sources have changed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { root, run } from './bootstrap.mjs';

/** Builds the client into dist/renderer unless it is there and nothing it is made of has changed. */
export const buildClient = () =>
  buildOnce({
    what: 'das Programm für den Browser',
    stamp: 'dist/.renderer-stamp',
    product: 'dist/renderer/index.html',
    sources: ['core', 'renderer', 'package-lock.json'],
    builds: [['-c', 'renderer/vite.config.ts']],
    afterwards: () => compress(path.join(root, 'dist/renderer')),
  });

/** Builds the desktop shell into dist/electron, likewise. */
export const buildDesktop = () =>
  buildOnce({
    what: 'das Programmfenster',
    stamp: 'dist/.electron-stamp',
    product: 'dist/electron/main.cjs',
    sources: ['core', 'electron', 'renderer/platform', 'build/electron.vite.config.ts', 'package-lock.json'],
    builds: ['main', 'preload'].map((mode) => ['-c', 'build/electron.vite.config.ts', '--mode', mode]),
  });

const buildOnce = async ({ what, stamp, product, sources, builds, afterwards }) => {
  const stampFile = path.join(root, stamp);
  const state = toState(sources);
  const isFresh =
    existsSync(path.join(root, product)) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === state;
  if (isFresh) return;
  console.error(`Umlauf baut ${what} …`);
  for (const args of builds) {
    // Tools talk on standard error here: standard output belongs to the program that runs afterwards.
    const code = await run('vite', ['build', '--logLevel', 'error', ...args], { stdio: ['ignore', 2, 2] });
    if (code !== 0) process.exit(code);
  }
  await afterwards?.();
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, state);
};

/** Lays a compressed copy beside every text: slow lines load the client in a third of the time. */
const compress = async (folder) => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|css|html|json|svg|webmanifest)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  await Promise.all(
    files.map(async (file) =>
      writeFileSync(`${file}.br`, await promisify(brotliCompress)(readFileSync(file), options)),
    ),
  );
};

/** Names, sizes and times of all source files: enough to notice every edit, and read in milliseconds. */
const toState = (sources) => {
  const hash = createHash('sha256');
  const visit = (file) => {
    const status = statSync(file);
    if (status.isDirectory()) {
      for (const name of readdirSync(file).sort()) visit(path.join(file, name));
    } else if (!/\.test\.ts$|\.md$/.test(file)) {
      hash.update(`${path.relative(root, file)}\0${status.size}\0${status.mtimeMs}\n`);
    }
  };
  for (const source of sources) visit(path.join(root, source));
  return hash.digest('hex');
};
