import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDoubtfulName, isSameName, mergeNames, toCleanCell, toName, toShortCode } from './names.ts';

describe('a cell', () => {
  it('is read without what cannot be seen', () => {
    expect(toCleanCell('  Käthe\r\nMaria\u00a0 ')).toBe('Käthe Maria');
    expect(toCleanCell('Mu\u0308ller')).toBe('Müller');
    expect(toCleanCell('Lüden\u00adscheidt\ufeff\u200b')).toBe('Lüdenscheidt');
  });
});

describe('a name', () => {
  it('may have the letters and signs that names have', () => {
    const names = [
      "O'Connor",
      'D’Angelo',
      'von der Heide',
      'Weiß-Blau',
      'Łukasz',
      'Yılmaz',
      'Dr. Müller',
      "'t Hart",
    ];
    for (const name of [...names, 'Ångström', 'Şahin', 'Нина', 'O?uz', '?ukasz', 'Ø']) {
      expect(toName(name)).toBe(name);
    }
    expect(toName('Müller–Lüdenscheidt')).toBe('Müller-Lüdenscheidt');
  });

  it('is no formula, address, number, markup, control character or turned text', () => {
    const bad = [
      '=HYPERLINK("http://example.org")',
      '+49 123',
      '@SUM(A1)',
      '-Anna',
      'a@b.de',
      '1.12.1966',
      'Müller2',
    ];
    const hostile = [
      '<b>Anna</b>',
      'Anna\u0000',
      'Anna\u202Egnp',
      'A\u0301\u0301\u0301',
      '???',
      '',
      '.',
      'Anna; B',
    ];
    for (const name of [...bad, ...hostile, 'x'.repeat(81), 'Müller, Anna', 'GroÃŸ', 'MÃ¼ller']) {
      expect([name, toName(name)]).toEqual([name, undefined]);
    }
  });
});

describe('a short code', () => {
  it('is short, and letters and digits in the main', () => {
    for (const code of ['Kuh', 'MÜ1', 'Müller J.', 'a', 'X-1']) expect(toShortCode(code)).toBe(code);
    for (const code of [
      '',
      '?',
      'K?h',
      '=1',
      'x'.repeat(13),
      'a@b',
      '-a',
      '1.2.1990',
      '01234-55928',
      '100000',
      '\u202Ea',
    ]) {
      expect(toShortCode(code)).toBeUndefined();
    }
  });
});

describe('a lost letter', () => {
  it('may have been any', () => {
    expect(isDoubtfulName('O?uz')).toBe(true);
    expect(isSameName('O?uz', 'Oğuz')).toBe(true);
    expect(isSameName('?ukasz', 'Łukasz')).toBe(true);
    expect(isSameName('O?uz', 'Oğuzhan')).toBe(false);
    expect(isSameName('O?uz', 'Anna')).toBe(false);
  });

  it('never overwrites a good one, and is overwritten by it', () => {
    expect(mergeNames('Oğuz', 'O?uz')).toBe('Oğuz');
    expect(mergeNames('O?uz', 'Oğuz')).toBe('Oğuz');
    expect(mergeNames('?a?la', 'Ça?la')).toBe('Ça?la');
    expect(mergeNames('Ça?la', '?ağla')).toBe('Çağla');
    expect(mergeNames('Anna', 'O?uz')).toBeUndefined();
    expect(mergeNames('An?a', 'O?uz')).toBe('O?uz');
    expect(mergeNames('Anna', 'Hanna')).toBe('Hanna');
  });

  it('comes to the same name in whatever order lists are imported', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'ğ', 'ü', 'Ł', 'n'), minLength: 1, maxLength: 8 });
    const views = word.chain((name) =>
      fc.tuple(
        fc.constant(name),
        fc.array(
          fc
            .array(fc.boolean(), { minLength: name.length, maxLength: name.length })
            .map((lost) => [...name].map((letter, index) => (lost[index] === true ? '?' : letter)).join('')),
          { minLength: 1, maxLength: 4 },
        ),
      ),
    );
    fc.assert(
      fc.property(views, ([name, given]) => {
        const merge = (names: readonly string[]) =>
          names.reduce((stored, next) => mergeNames(stored, next) ?? 'refused');
        expect(merge(given)).toBe(merge([...given].reverse()));
        expect(merge([...given, name])).toBe(name);
        expect(merge([name, ...given])).toBe(name);
      }),
    );
  });
});
