import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from './decode-bytes.ts';

const utf8 = new TextEncoder();
const bytes = (...values: number[]) => Uint8Array.from(values);

describe('the bytes of a list', () => {
  it('are UTF-8 where they are valid UTF-8, with or without byte order mark', () => {
    expect(decodeBytes(utf8.encode('Oğuz Kühne 𝄞'))).toEqual({
      text: 'Oğuz Kühne 𝄞',
      encoding: 'utf-8',
      doubtful: false,
    });
    expect(decodeBytes(bytes(0xef, 0xbb, 0xbf, 0x41)).text).toBe('A');
    expect(decodeBytes(bytes())).toEqual({ text: '', encoding: 'utf-8', doubtful: false });
  });

  it('are Windows-1252 otherwise', () => {
    expect(decodeBytes(bytes(0x4b, 0xfc, 0x68, 0x6e, 0x65, 0x80, 0x8a, 0x9f))).toEqual({
      text: 'Kühne€ŠŸ',
      encoding: 'windows-1252',
      doubtful: false,
    });
    expect(decodeBytes(bytes(0x41, 0x81)).text).toBe('A\ufffd');
  });

  it('are UTF-16 where the mark says so', () => {
    const text = 'Nachname\tVorname\r\nKühne\tOğuz';
    const units = [...text].map((letter) => letter.charCodeAt(0));
    const little = bytes(0xff, 0xfe, ...units.flatMap((unit) => [unit & 255, unit >> 8]));
    const big = bytes(0xfe, 0xff, ...units.flatMap((unit) => [unit >> 8, unit & 255]), 0x00);
    expect(decodeBytes(little)).toEqual({ text, encoding: 'utf-16', doubtful: false });
    expect(decodeBytes(big).text).toBe(text);
    expect(decodeBytes(bytes(0xff, 0xfe)).text).toBe('');
    expect(decodeBytes(bytes(0xff, 0xfe, 0x00, 0xd8)).text).toBe('\ufffd');
  });

  it('are doubtful where a letter was lost', () => {
    expect(decodeBytes(utf8.encode('O?uz')).doubtful).toBe(true);
    expect(decodeBytes(utf8.encode('?ukasz')).doubtful).toBe(true);
    expect(decodeBytes(utf8.encode('O\ufffduz')).doubtful).toBe(true);
    expect(decodeBytes(utf8.encode('Wirklich? Ja')).doubtful).toBe(true);
    expect(decodeBytes(utf8.encode('; ? ;')).doubtful).toBe(false);
  });

  it('are refused as UTF-8 exactly when the standard refuses them', () => {
    const strict = new TextDecoder('utf-8', { fatal: true });
    const lead = fc.constantFrom(
      0x41,
      0x7f,
      0x80,
      0xbf,
      0xc0,
      0xc1,
      0xc2,
      0xdf,
      0xe0,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xf5,
    );
    const tail = fc.constantFrom(0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0x20);
    const hostile = fc.array(fc.oneof(lead, tail, fc.nat(255)), { maxLength: 12 });
    const whole = fc.string({ unit: 'binary' }).map((text) => [...utf8.encode(text)]);
    fc.assert(
      fc.property(fc.oneof(hostile, whole), (values) => {
        const [first, second] = values;
        fc.pre(!(first === 0xff && second === 0xfe) && !(first === 0xfe && second === 0xff));
        const { text, encoding } = decodeBytes(Uint8Array.from(values));
        let expected: string | undefined;
        try {
          expected = strict.decode(Uint8Array.from(values));
        } catch {
          expected = undefined;
        }
        expect(encoding).toBe(expected === undefined ? 'windows-1252' : 'utf-8');
        if (expected !== undefined) expect(text).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it('give every letter of Windows-1252 as the standard does, the five free bytes apart', () => {
    const standard = new TextDecoder('windows-1252');
    for (let byte = 0x80; byte <= 0xff; byte += 1) {
      if ([0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)) continue;
      expect(decodeBytes(bytes(byte, 0x20)).text).toBe(standard.decode(bytes(byte, 0x20)));
    }
  });

  it('may be many', () => {
    const text = 'Kühne, Oğuz\tKuh\r\n'.repeat(50_000);
    expect(decodeBytes(utf8.encode(text)).text).toBe(text);
  });
});
