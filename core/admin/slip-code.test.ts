import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createShortSlipCode,
  createSlipCode,
  formatSlipCode,
  isSlipCode,
  readTypedCode,
  toLocator,
  toShortForm,
} from './slip-code.ts';

const CHARACTERS = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
const codes = fc
  .uint8Array({ minLength: 15, maxLength: 15 })
  .map((bytes) => createSlipCode({ bytes: (length) => bytes.slice(0, length) }));
const places = fc.nat({ max: 19 });
const runs = { numRuns: 2_000 };

const replace = (code: string, place: number, character: string): string =>
  code.slice(0, place) + character + code.slice(place + 1);

describe('[SLIP1] the code of a slip', () => {
  it('has five blocks of four characters, each with its check, and a short form of two', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/);
        expect(readTypedCode(code)).toMatchObject({ code, form: 'long' });
        expect(toLocator(code)).toHaveLength(4);
        expect(isSlipCode(toShortForm(code), 'short')).toBe(true);
        expect(code.endsWith(toShortForm(code))).toBe(true);
      }),
      runs,
    );
  });

  it('draws each bit of its payload by chance', () => {
    const zeros = { bytes: (length: number) => new Uint8Array(length) };
    const ones = { bytes: (length: number) => new Uint8Array(length).fill(255) };
    expect(createSlipCode(zeros)).toBe('0'.repeat(20));
    expect(createSlipCode(ones)).toMatch(/^(ZZZ.){5}$/);
    expect(createShortSlipCode(ones)).toMatch(/^(ZZZ.){2}$/);
  });

  it('shows every single wrong character, in the very block where it is', () => {
    fc.assert(
      fc.property(codes, places, fc.constantFrom(...CHARACTERS), (code, place, character) => {
        const typed = readTypedCode(replace(code, place, character));
        const isSame = code.charAt(place) === character;
        expect(typed.form).toBe(isSame ? 'long' : 'wrong');
        expect(typed.blocks.map(({ state }) => state === 'wrong')).toEqual(
          Array.from({ length: 5 }, (_, block) => !isSame && block === Math.floor(place / 4)),
        );
      }),
      runs,
    );
  });

  it('shows every two neighbours that changed places, also across two blocks', () => {
    fc.assert(
      fc.property(codes, fc.nat({ max: 18 }), (code, place) => {
        const [left, right] = [code.charAt(place), code.charAt(place + 1)];
        const swapped = replace(replace(code, place, right), place + 1, left);
        expect(readTypedCode(swapped).form).toBe(left === right ? 'long' : 'wrong');
      }),
      runs,
    );
  });
});

describe('[SLIP2] a code that is typed', () => {
  const code = createSlipCode({
    bytes: (length) => Uint8Array.from({ length }, (_, index) => index * 7 + 1),
  });

  it('is judged block by block, and never before a block is complete', () => {
    for (let length = 0; length <= 20; length += 1) {
      const { blocks, form } = readTypedCode(code.slice(0, length));
      expect(blocks.map(({ state }) => state)).toEqual(
        Array.from({ length: Math.ceil(length / 4) }, (_, block) =>
          length >= (block + 1) * 4 ? 'right' : 'open',
        ),
      );
      expect(form).toBe(length === 20 ? 'long' : length === 8 ? 'short' : 'unfinished');
    }
    const wrong = readTypedCode(replace(code, 5, code.charAt(5) === 'A' ? 'B' : 'A').slice(0, 9));
    expect(wrong.blocks.map(({ state }) => state)).toEqual(['right', 'wrong', 'open']);
  });

  it('may be small, with gaps and dashes, with letters that look like digits, or a whole link', () => {
    expect(readTypedCode(formatSlipCode(code).toLowerCase().replaceAll('-', ' – ')).code).toBe(code);
    expect(readTypedCode('oO iIlL u').code).toBe('001111V');
    expect(readTypedCode(`https://umlauf.schule.example/beitreten#${formatSlipCode(code)}`).code).toBe(code);
  });

  it('is cut where a code ends, and is never more than a code', () => {
    expect(readTypedCode(`${code}${code}`).code).toBe(code);
    expect(readTypedCode('').blocks).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const read = readTypedCode(typed);
        expect(read.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{0,20}$/);
        expect(readTypedCode(read.code)).toEqual(read);
      }),
    );
  });
});
