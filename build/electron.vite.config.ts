import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Main process (`--mode main`) and preload script (`--mode preload`), each built into one CommonJS file of its own: a
 * sandboxed preload script can neither be a module nor load a second file.
 */
export default defineConfig(({ mode }) => ({
  root,
  logLevel: 'warn',
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist/electron',
    emptyOutDir: mode === 'main',
    minify: false,
    rolldownOptions: {
      input: { [mode]: `electron/${mode}/${mode}.ts` },
      external: ['electron', /^node:/],
      output: { format: 'cjs', entryFileNames: '[name].cjs' },
    },
  },
}));
