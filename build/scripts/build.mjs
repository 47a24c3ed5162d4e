// `npm run build`: the client and the desktop shell into dist/. The server runs from its sources.
import { ensureInstalled, run } from './bootstrap.mjs';

await ensureInstalled();
const builds = [
  ['-c', 'renderer/vite.config.ts'],
  ['-c', 'build/electron.vite.config.ts', '--mode', 'main'],
  ['-c', 'build/electron.vite.config.ts', '--mode', 'preload'],
];
for (const args of builds) {
  const code = await run('vite', ['build', ...args]);
  if (code !== 0) process.exit(code);
}
