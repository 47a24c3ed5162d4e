import { stemmer } from '@orama/stemmers/german';

/** The words of a text, as they stand there. */
export const toWords = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Many words come again and again; stemming each once is enough. Bounded, because a query is free text. */
const MEMO_MAX = 50_000;
const memo = new Map<string, string>();

/**
 * What a word is found by: "pruefung", "Prüfung" and "Prüfungen" are the same. First written with umlauts, then reduced to
 * its stem, then folded: the stemmer knows umlauts, but not everybody's keyboard does.
 */
export const toTerm = (word: string): string => {
  const known = memo.get(word);
  if (known !== undefined) return known;
  const term = fold(stemmer(toUmlauts(word.normalize('NFC').toLowerCase())));
  if (memo.size >= MEMO_MAX) memo.clear();
  memo.set(word, term);
  return term;
};

const toUmlauts = (word: string): string =>
  word
    .replaceAll('ae', 'ä')
    .replaceAll('oe', 'ö')
    .replace(/(^|[^q])ue/g, '$1ü');

const fold = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
