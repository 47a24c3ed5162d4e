import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffWords, type Range } from './word-diff.ts';

const cut = (text: string, ranges: readonly Range[]): string[] =>
  ranges.map((range) => text.slice(range.from, range.to));

const without = (text: string, ranges: readonly Range[]): string =>
  [...ranges].reverse().reduce((rest, range) => rest.slice(0, range.from) + rest.slice(range.to), text);

const toWordList = (text: string): string => (text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []).join(' ');

describe('the difference of two texts by words', () => {
  it('names what each side has of its own', () => {
    const mine = 'Die Arbeit wird am Dienstag, 8. Dezember, geschrieben.';
    const stored = 'Die Arbeit wird am Donnerstag, 10. Dezember, geschrieben.';
    const diff = diffWords(mine, stored);
    expect(cut(mine, diff.left)).toEqual(['Dienstag', '8']);
    expect(cut(stored, diff.right)).toEqual(['Donnerstag', '10']);
  });

  it('joins neighbouring words into one stretch, but never over a line end', () => {
    const mine = 'Bitte bis Montag Mittag abgeben\nDanke';
    const stored = 'Bitte abgeben\nVielen Dank';
    const diff = diffWords(mine, stored);
    expect(cut(mine, diff.left)).toEqual(['bis Montag Mittag', 'Danke']);
    expect(cut(stored, diff.right)).toEqual(['Vielen Dank']);
  });

  it('finds nothing in equal texts and everything beside an empty one', () => {
    expect(diffWords('Gleich und gleich', 'Gleich  und gleich')).toEqual({ left: [], right: [] });
    expect(diffWords('', 'Neu').right).toEqual([{ from: 0, to: 3 }]);
    expect(diffWords('', '')).toEqual({ left: [], right: [] });
  });

  it('leaves the same words on both sides once the differences are taken away', () => {
    const words = fc.array(fc.constantFrom('Uhr', 'Raum', 'Montag', '7', ',', 'und'), { maxLength: 60 });
    fc.assert(
      fc.property(words, words, (first, second) => {
        const [left, right] = [first.join(' '), second.join(' ')];
        const diff = diffWords(left, right);
        expect(toWordList(without(left, diff.left))).toBe(toWordList(without(right, diff.right)));
      }),
    );
  });

  it('gives up on two long foreign texts within a moment and marks all of them', () => {
    const left = Array.from({ length: 8_000 }, (_, index) => `links${index}`).join(' ');
    const right = Array.from({ length: 8_000 }, (_, index) => `rechts${index}`).join(' ');
    const start = performance.now();
    expect(diffWords(left, right).left).toEqual([{ from: 0, to: left.length }]);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
