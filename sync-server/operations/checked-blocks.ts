/**
 * Characters that people copy from paper, in blocks of which each proves itself. The last character of a block is a sum
 * over the field of 32 elements in which every place has a weight of its own: a single wrong character and any two that
 * changed places, also with the check, are always found. The block's number goes into the sum as well, so that a block at
 * another's place is wrong there.
 */

/** Crockford's base32: no letter that could be read as another sign. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** x⁵ + x² + 1, primitive over the field of two elements. */
const POLYNOMIAL = 0b100101;
const BITS = 5;
/** Characters of a block, the check included. */
export const BLOCK_LENGTH = 6;
const DATA_LENGTH = BLOCK_LENGTH - 1;

/** How a block that somebody typed stands. */
export type BlockVerdict = 'right' | 'wrong' | 'incomplete';

/** Bytes as blocks; what is left over in the last one is zero. At most 31 blocks (77 bytes). */
export const toBlocks = (bytes: Uint8Array): readonly string[] => {
  const values = toValues(bytes);
  const blocks: string[] = [];
  for (let start = 0; start < values.length; start += DATA_LENGTH) {
    const data = Array.from({ length: DATA_LENGTH }, (_, place) => values[start + place] ?? 0);
    const check = toCheck(data, blocks.length);
    blocks.push([...data, check].map((value) => ALPHABET.charAt(value)).join(''));
  }
  return blocks;
};

/** The number of blocks that so many bytes take. */
export const countBlocks = (bytes: number): number => Math.ceil((bytes * 8) / (BITS * DATA_LENGTH));

/**
 * What somebody typed, cut into blocks: as they separated them, or else after every sixth character. Where one character
 * is missing or too much, separated blocks keep the others in their places.
 */
export const splitBlocks = (typed: string, count: number): readonly string[] => {
  const pieces = typed
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .split(/[^0-9A-Z]+/)
    .filter((piece) => piece !== '');
  const isSeparated =
    pieces.length <= count &&
    pieces.every(({ length }, index) => {
      const isLast = index === pieces.length - 1;
      return length <= BLOCK_LENGTH + 1 && (isLast || length >= BLOCK_LENGTH - 1);
    });
  if (isSeparated) return pieces;
  return pieces.join('').match(new RegExp(`.{1,${BLOCK_LENGTH}}`, 'g')) ?? [];
};

/** Judges the block at this place, counted from 0. */
export const judgeBlock = (block: string, index: number): BlockVerdict => {
  if (block.length < BLOCK_LENGTH) return 'incomplete';
  const values = Array.from(block, (character) => ALPHABET.indexOf(character));
  if (block.length > BLOCK_LENGTH || values.includes(-1)) return 'wrong';
  return values[DATA_LENGTH] === toCheck(values.slice(0, DATA_LENGTH), index) ? 'right' : 'wrong';
};

/** The bytes in blocks that were judged right. */
export const fromBlocks = (blocks: readonly string[], length: number): Uint8Array => {
  const bytes = new Uint8Array(length);
  let bits = 0;
  let value = 0;
  let place = 0;
  for (const character of blocks.map((block) => block.slice(0, DATA_LENGTH)).join('')) {
    value = (value << BITS) | ALPHABET.indexOf(character);
    bits += BITS;
    if (bits >= 8) {
      if (place < length) bytes[place] = value >>> (bits - 8);
      place += 1;
      bits -= 8;
      value &= (1 << bits) - 1;
    }
  }
  return bytes;
};

const toValues = (bytes: Uint8Array): readonly number[] => {
  const values: number[] = [];
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= BITS) {
      values.push((value >>> (bits - BITS)) & 31);
      bits -= BITS;
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? [...values, (value << (BITS - bits)) & 31] : values;
};

/** The weights are 2, 4, 8, … in the field; the check's own is 1, so that it may not change places unnoticed either. */
const toCheck = (data: readonly number[], index: number): number => {
  let sum = index;
  let weight = 1;
  for (const value of data) {
    weight = multiply(weight, 2);
    sum ^= multiply(value, weight);
  }
  return sum;
};

const multiply = (left: number, right: number): number => {
  let product = 0;
  for (let factor = left, rest = right; rest > 0; rest >>>= 1) {
    if ((rest & 1) === 1) product ^= factor;
    factor <<= 1;
    if (factor >= 32) factor ^= POLYNOMIAL;
  }
  return product;
};
