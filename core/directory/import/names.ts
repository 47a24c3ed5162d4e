/** The longest first or last name, as the directory stores it. */
export const MAX_NAME = 80;
/** Longer cells are not even looked at. */
export const MAX_CELL = 5_000;

const MAX_SHORT_CODE = 12;
const INVISIBLE = /[\u00ad\u200b\u2060]/gu;
const HYPHENS = /[\u2010\u2011\u2013]/gu;
/** Letters with their marks, and the few signs names have; a question mark stands for a letter that was lost. */
const NAME = /^[\p{L}?\uFFFD'’ʼ‘`´][\p{L}\p{M}?\uFFFD'’ʼ‘`´·. -]*$/u;
const TOO_MANY_MARKS = /\p{M}{3}/u;
/** UTF-8 that was once taken for Windows-1252: "GroÃŸ". The first letters are the lead bytes of European letters. */
const GARBLED =
  /[ÃÄÅ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u2018-\u203a\u20ac\u2122]/u;
/** With a letter in it: dates, telephone and personnel numbers are no short codes, wherever a column has shifted. */
const SHORT_CODE = /^(?=.*\p{L})[\p{L}\p{N}][\p{L}\p{M}\p{N}._/ -]*$/u;
const LOST = /[?\uFFFD]/u;

/** A cell as it is read: composed letters (NFC), any white space and line break one space, no invisible hyphens. */
export const toCleanCell = (cell: string): string =>
  cell.normalize('NFC').replaceAll(INVISIBLE, '').replaceAll(/\s+/gu, ' ').trim();

/** The name in a clean cell, or undefined where it is none: digits, formulas, addresses, control characters. */
export const toName = (cell: string): string | undefined => {
  const name = cell.replaceAll(HYPHENS, '-');
  const isName =
    name.length <= MAX_NAME &&
    NAME.test(name) &&
    /\p{L}/u.test(name) &&
    !TOO_MANY_MARKS.test(name) &&
    !GARBLED.test(name);
  return isName ? name : undefined;
};

/** The short code in a clean cell, or undefined; a lost letter makes it useless, since persons are matched by it. */
export const toShortCode = (cell: string): string | undefined =>
  cell.length <= MAX_SHORT_CODE && SHORT_CODE.test(cell) ? cell : undefined;

/** Whether a name holds a letter that was lost on the way ("O?uz"). */
export const isDoubtfulName = (name: string): boolean => LOST.test(name);

/** The letters of a name as numbers, for quick comparison: case does not count, a lost letter is 0. */
export const toLetters = (name: string): readonly number[] =>
  [...name].map((letter) => (LOST.test(letter) ? 0 : (letter.toLowerCase().codePointAt(0) ?? 0)));

/** Whether the letters of two names can be those of the same one: a lost letter may have been any. */
export const areSameLetters = (left: readonly number[], right: readonly number[]): boolean => {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) {
    const first = left[index];
    const second = right[index];
    if (first !== second && first !== 0 && second !== 0) return false;
  }
  return true;
};

/** Whether two names can be the same one. */
export const isSameName = (left: string, right: string): boolean =>
  areSameLetters(toLetters(left), toLetters(right));

/**
 * The name to keep when a list gives one for a person who has one: a doubtful letter never overwrites a good one
 * (D24). Undefined when the given name is doubtful and cannot be the same, so that nobody knows whose it is.
 */
export const mergeNames = (stored: string, given: string): string | undefined => {
  if (!isDoubtfulName(given)) return given;
  if (isSameName(stored, given)) {
    const letters = [...given];
    return [...stored]
      .map((letter, index) => (LOST.test(letter) ? (letters[index] ?? letter) : letter))
      .join('');
  }
  return isDoubtfulName(stored) ? given : undefined;
};
