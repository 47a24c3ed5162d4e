/** A piece of a text; `hit` if it is one of the words that were found. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

const escaped = (term: string): string => term.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');

/** Cuts a text at the words found in it, so that they can be marked without ever writing HTML; joined it is the text again. */
export const toPieces = (text: string, terms: readonly string[]): readonly Piece[] => {
  const words = [...new Set(terms)]
    .filter((term) => term !== '')
    .sort((left, right) => right.length - left.length);
  if (words.length === 0) return text === '' ? [] : [{ text, hit: false }];
  const found = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${words.map(escaped).join('|')})(?![\\p{L}\\p{N}\\p{M}])`,
    'giu',
  );
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(found)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), hit: false });
    pieces.push({ text: match[0], hit: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), hit: false });
  return pieces;
};
