/** The same functions in a second file: see slow-hash.ts. */
declare module 'hash-wasm/dist/index.esm.min.js' {
  export { scrypt } from 'hash-wasm';
}
