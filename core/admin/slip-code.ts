import { z } from 'zod';
import type { Random } from '../kernel/clock.ts';

/**
 * The code of an invitation slip (R3, D19): five blocks of four characters, `7K3M-Q2XD-9ABC-DEFG-H1JK`. The last of each
 * block checks the other three. The first block is the locator: it finds the slip and may be known. All else is secret: 60
 * random bits. Where the program already knows the server, the last two blocks and the person's short code are enough.
 * Codes are kept in capitals without dashes.
 */

/** Crockford's base32: no letter that could be read as another sign. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const BLOCK_LENGTH = 4;
const PAYLOAD_LENGTH = BLOCK_LENGTH - 1;
/** Blocks of the whole code and of the short form. */
export const LONG_BLOCKS = 5;
export const SHORT_BLOCKS = 2;
export const LONG_LENGTH = LONG_BLOCKS * BLOCK_LENGTH;
export const SHORT_LENGTH = SHORT_BLOCKS * BLOCK_LENGTH;
/** Characters of the short form that are drawn by chance, and bytes they are drawn from. */
export const SHORT_PAYLOAD = SHORT_BLOCKS * PAYLOAD_LENGTH;

/** A new code for a slip. */
export const createSlipCode = (random: Random): string => createBlocks(random, LONG_BLOCKS);

/** A new code of the short form alone, for whoever is given one without a slip. */
export const createShortSlipCode = (random: Random): string => createBlocks(random, SHORT_BLOCKS);

/** The first block of a code. */
export const locatorSchema = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{4}$/u);

/** The block by which a slip is found, without the secret. */
export const toLocator = (code: string): string => code.slice(0, BLOCK_LENGTH);

/** The short form of a whole code: its last two blocks. */
export const toShortForm = (code: string): string => code.slice(-SHORT_LENGTH);

/** As it is printed: `7K3M-Q2XD`. */
export const formatSlipCode = (code: string): string =>
  code.match(new RegExp(`.{1,${BLOCK_LENGTH}}`, 'gu'))?.join('-') ?? '';

/** A block as far as it was typed. */
export interface TypedBlock {
  readonly text: string;
  /** A block that is not complete is never called wrong. */
  readonly state: 'open' | 'right' | 'wrong';
}

/** What somebody has typed so far. */
export interface TypedCode {
  /** In capitals, without gaps and dashes, at most as long as a whole code. */
  readonly code: string;
  readonly blocks: readonly TypedBlock[];
  /** `short` may still become `long`: both begin with two whole blocks. */
  readonly form: 'unfinished' | 'wrong' | 'short' | 'long';
}

/**
 * Reads what was typed, pasted or scanned, also a link with the code behind its `#`. O is read as 0, I and L as 1, U as V,
 * which the alphabet lacks; everything that is no letter or digit is a gap.
 */
export const readTypedCode = (typed: string): TypedCode => {
  const code = typed
    .slice(typed.lastIndexOf('#') + 1)
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/gu, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/gu, '1')
    .replaceAll('U', 'V')
    .slice(0, LONG_LENGTH);
  const blocks = (formatSlipCode(code).split('-') as readonly string[])
    .filter((text) => text !== '')
    .map((text): TypedBlock => ({ text, state: judge(text) }));
  return { code, blocks, form: toForm(code, blocks) };
};

/** Whether a text is a whole code or a short form without a typing error. */
export const isSlipCode = (code: string, form: 'short' | 'long'): boolean => {
  const read = readTypedCode(code);
  return read.form === form && read.code === code;
};

function toForm(code: string, blocks: readonly TypedBlock[]): TypedCode['form'] {
  if (blocks.some(({ state }) => state === 'wrong')) return 'wrong';
  if (code.length === LONG_LENGTH) return 'long';
  return code.length === SHORT_LENGTH ? 'short' : 'unfinished';
}

function judge(text: string): TypedBlock['state'] {
  if (text.length < BLOCK_LENGTH) return 'open';
  return toCheck(text) === text.charAt(PAYLOAD_LENGTH) ? 'right' : 'wrong';
}

function createBlocks(random: Random, count: number): string {
  // 256 is a multiple of 32: each character is as likely as the next.
  const payload = Array.from(random.bytes(count * PAYLOAD_LENGTH), (byte) => ALPHABET.charAt(byte & 31));
  return Array.from({ length: count }, (_, index) => {
    const block = payload.slice(index * PAYLOAD_LENGTH, (index + 1) * PAYLOAD_LENGTH).join('');
    return block + toCheck(block);
  }).join('');
}

/**
 * The check of a block's first three characters: their sum in the field of 32 elements, weighed with 8, 4 and 2, itself
 * weighing 1. The weights differ and none is zero, so that one wrong character and two that changed places always show.
 */
function toCheck(block: string): string {
  let sum = 0;
  for (const character of block.slice(0, PAYLOAD_LENGTH)) {
    sum = double(sum ^ ALPHABET.indexOf(character));
  }
  return ALPHABET.charAt(sum);
}

/** Twice an element of the field of 32, by the primitive polynomial x⁵ + x² + 1. */
function double(element: number): number {
  const doubled = element << 1;
  return doubled > 31 ? doubled ^ 0b100101 : doubled;
}
