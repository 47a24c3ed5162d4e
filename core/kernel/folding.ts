/** Letters that Unicode does not take apart into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ŋ: 'n',
};

/** A text in the letters of a keyboard without umlauts, as German writes them out: lower case, ä is ae, ß is ss. */
export const spellOut = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[æœøłđðþıŋ]/gu, (letter) => LETTERS[letter] ?? letter);

/**
 * What two texts are searched by: Müller, Mueller and Muller fold alike. The price is that "ue" is "u" everywhere
 * ("Manuel", "neue"), which does no harm as long as both sides are folded; beginnings stay beginnings.
 */
export const foldGerman = (text: string): string => spellOut(text).replaceAll(/([aou])e/gu, '$1');
