import { describe, expect, it } from 'vitest';
import { toPieces } from './marking.ts';

const marked = (text: string, ...terms: string[]): string =>
  toPieces(text, terms)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('');

describe('the words found in a text', () => {
  it('are marked as they stand there', () => {
    expect(marked('Prüfungen im Mai: Aufsicht der Prüfung', 'Prüfungen', 'Prüfung')).toBe(
      '[Prüfungen] im Mai: Aufsicht der [Prüfung]',
    );
  });

  it('are whole words, not pieces of others', () => {
    expect(marked('Rat im Sekretariat, ratlos', 'Rat')).toBe('[Rat] im Sekretariat, ratlos');
    expect(marked('Öl und Schlüssel', 'l')).toBe('Öl und Schlüssel');
  });

  it('are marked whatever case they stand in', () => {
    expect(marked('AULA und Aula', 'aula')).toBe('[AULA] und [Aula]');
  });

  it('may hold signs that mean something in expressions', () => {
    expect(marked('C++ (AG) und a.b, axb', 'a.b', 'C++', '(AG)')).toBe('[C++] [(AG)] und [a.b], axb');
  });

  it('leave the text whole where nothing is marked', () => {
    expect(toPieces('<b>Text</b>', [])).toEqual([{ text: '<b>Text</b>', hit: false }]);
    expect(toPieces('', ['a'])).toEqual([]);
    expect(marked('a  b', '')).toBe('a  b');
  });

  it('never change the text, whatever the terms are', () => {
    const text = 'Ein ß, ein 𝒳, ein e\u0301 und [x] {y} | z';
    for (const term of ['[', '{y}', '|', '\\', '^', '$', '𝒳', 'e', 'x']) {
      expect(
        toPieces(text, [term])
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }
  });
});
