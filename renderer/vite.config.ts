import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { serviceWorker } from '../build/vite/service-worker.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

const DEXIE_INSTANCE =
  /rxdb[\\/]dist[\\/]esm[\\/]plugins[\\/]storage-dexie[\\/]rx-storage-instance-dexie\.js/;

/**
 * RxDB's open storage writes an advertisement into the console at the first write, and no option turns it off. Its
 * licence (Apache-2.0) allows the change of that one line. If RxDB changes it, the build stops and says so.
 */
const quietRxdb = (): Plugin => {
  let seen = false;
  return {
    name: 'rxdb-quiet',
    apply: 'build',
    transform: {
      filter: { id: DEXIE_INSTANCE },
      handler(code) {
        const quiet = code.replace('var shownNonPremiumLog = false', 'var shownNonPremiumLog = true');
        if (quiet === code) this.error('RxDB changed the line that writes its banner: look again.');
        seen = true;
        return { code: quiet, map: null };
      },
    },
    buildEnd(error) {
      const usesRxdb = [...this.getModuleIds()].some((id) => /[\\/]node_modules[\\/]rxdb[\\/]/.test(id));
      if (error === undefined && usesRxdb && !seen)
        this.error('RxDB’s Dexie storage was not found: look again.');
    },
  };
};

const ZOD_CONFIG = /zod[\\/]v4[\\/]core[\\/]core\.js/;

/**
 * zod tries whether it may write functions at run time, which the content policy forbids: it falls back, and the browser
 * reports an attack. Told before the first schema is made, it does not try. That has to be where zod begins: of several
 * chunks, and of workers, none of ours is sure to run before.
 */
const zodWithoutEval = (): Plugin => {
  let seen = false;
  return {
    name: 'zod-without-eval',
    apply: 'build',
    transform: {
      filter: { id: ZOD_CONFIG },
      handler(code) {
        const plain = code.replace(
          '(_a.__zod_globalConfig = {})',
          '(_a.__zod_globalConfig = { jitless: true })',
        );
        if (plain === code) this.error('zod changed where its configuration begins: look again.');
        seen = true;
        return { code: plain, map: null };
      },
    },
    buildEnd(error) {
      const usesZod = [...this.getModuleIds()].some((id) => /[\\/]node_modules[\\/]zod[\\/]/.test(id));
      if (error === undefined && usesZod && !seen)
        this.error('The configuration of zod was not found: look again.');
    },
  };
};

/** The one build of the client, for the browser (served by the sync server) and for the desktop program. */
export default defineConfig({
  root: `${root}app`,
  base: '/',
  // Scripts and styles find each other wherever the client lies; the page alone names a path, which the server sets.
  experimental: {
    renderBuiltUrl: (name, { hostType }) => (hostType === 'html' ? `/${name}` : { relative: true }),
  },
  plugins: [
    svelte({ configFile: false, compilerOptions: { runes: true } }),
    quietRxdb(),
    zodWithoutEval(),
    serviceWorker(new URL('app/shell/service-worker.js', import.meta.url)),
  ],
  build: {
    outDir: `${root}../dist/renderer`,
    emptyOutDir: true,
    target: ['chrome140', 'firefox140', 'safari18.2'],
    // Inlined files would have to be allowed as data: URLs in the content security policy.
    assetsInlineLimit: 0,
    // Every target preloads modules by itself.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  worker: { format: 'es', plugins: () => [zodWithoutEval()] },
});
