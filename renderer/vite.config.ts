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
  worker: { format: 'es' },
});
