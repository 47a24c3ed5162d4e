import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** What prints: a megabyte that few ever need, and never without the server. */
const isForPrint = (name: string): boolean => /\/pdf-engine-|\.ttf$/.test(name);

/** Everything else but maps: also what is loaded on demand, so that writing works without the server. */
const isShell = (name: string): boolean =>
  !name.endsWith('.map') && name !== 'service-worker.js' && !isForPrint(name);

/** Writes the service worker with the list of all hashed files of this build in front of it. */
export const serviceWorker = (source: URL): Plugin => ({
  name: 'umlauf-service-worker',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const files = Object.keys(bundle).filter(isShell).sort();
    const version = createHash('sha256');
    for (const name of files) {
      const item = bundle[name];
      version.update(name).update(item?.type === 'asset' ? item.source : (item?.code ?? ''));
    }
    const head = [
      `const VERSION = '${version.digest('hex').slice(0, 16)}';`,
      `const SHELL = ${JSON.stringify(files)};`,
    ];
    this.emitFile({
      type: 'asset',
      fileName: 'service-worker.js',
      source: [...head, readFileSync(source, 'utf8')].join('\n'),
    });
  },
});
