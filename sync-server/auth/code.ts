/** Crockford's base32: no letter that could be read as another sign. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Characters of a one-time code: 40 random bits, ten attempts, ten days. */
const CODE_LENGTH = 8;

/** Random bytes a code is made of. */
export const CODE_BYTES = CODE_LENGTH;

/** A one-time code as it is handed over: `7K3M-Q2XD`. */
export const toAccessCode = (bytes: Uint8Array): string => {
  const text = Array.from(bytes.subarray(0, CODE_LENGTH), (byte) => ALPHABET.charAt(byte & 31)).join('');
  return `${text.slice(0, 4)}-${text.slice(4)}`;
};

/** What somebody typed, as it is compared: without gaps, O read as 0, I and L as 1. */
export const normalizeAccessCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
