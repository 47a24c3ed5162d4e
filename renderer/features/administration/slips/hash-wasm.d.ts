/** The same functions in a second file: see draw-slips.ts. */
declare module 'hash-wasm/dist/index.esm.min.js' {
  export { scrypt } from 'hash-wasm';
}
