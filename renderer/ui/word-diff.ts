/** A stretch of a text by UTF-16 offsets; `to` is exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** What differs between two texts, as ranges of each. */
export interface WordDiff {
  readonly left: readonly Range[];
  readonly right: readonly Range[];
}

/** Which words of two texts the other one lacks, in their order: what to underline when both stand side by side. */
export const diffWords = (left: string, right: string): WordDiff => {
  const leftWords = toWords(left);
  const rightWords = toWords(right);
  const common = findCommon(
    leftWords.map((word) => word.text),
    rightWords.map((word) => word.text),
  );
  return {
    left: toRanges(left, leftWords, new Set(common.map(([index]) => index))),
    right: toRanges(right, rightWords, new Set(common.map(([, index]) => index))),
  };
};

interface Word extends Range {
  readonly text: string;
}

/** Words, numbers and single signs; white space is not compared. */
const toWords = (text: string): readonly Word[] =>
  [...text.matchAll(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu)].map((match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));

/** Changed words as ranges; neighbours with nothing but white space between them become one. */
const toRanges = (text: string, words: readonly Word[], common: ReadonlySet<number>): readonly Range[] => {
  const ranges: Range[] = [];
  for (const [index, word] of words.entries()) {
    if (common.has(index)) continue;
    const last = ranges.at(-1);
    if (last !== undefined && /^[^\S\n]*$/u.test(text.slice(last.to, word.from))) {
      ranges[ranges.length - 1] = { from: last.from, to: word.to };
    } else ranges.push({ from: word.from, to: word.to });
  }
  return ranges;
};

type Pair = readonly [left: number, right: number];

/** The pairs of equal words in a common sequence: equal ends first, then Myers' search over the middle. */
const findCommon = (left: readonly string[], right: readonly string[]): readonly Pair[] => {
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < shorter - start && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  const middle = searchCommon(left.slice(start, left.length - end), right.slice(start, right.length - end));
  return [
    ...Array.from({ length: start }, (_, index): Pair => [index, index]),
    ...middle.map(([x, y]): Pair => [x + start, y + start]),
    ...Array.from({ length: end }, (_, index): Pair => [left.length - 1 - index, right.length - 1 - index]),
  ];
};

/** Beyond so many insertions and deletions the middle counts as changed; two foreign texts must not take seconds. */
const EFFORT_MAX = 1_500;

/**
 * The greedy search of E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986). `furthest` tells for each
 * diagonal x − y how far a path with so many edits comes; `trace` keeps it as it was before each edit.
 */
const searchCommon = (left: readonly string[], right: readonly string[]): readonly Pair[] => {
  const effort = Math.min(left.length + right.length, EFFORT_MAX);
  const origin = effort + 1;
  const furthest = new Int32Array(2 * effort + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= effort; edits += 1) {
    trace.push(furthest.slice());
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = isInsertion(furthest, origin, diagonal, edits)
        ? at(furthest, origin + diagonal + 1)
        : at(furthest, origin + diagonal - 1) + 1;
      while (x < left.length && x - diagonal < right.length && left[x] === right[x - diagonal]) x += 1;
      furthest[origin + diagonal] = x;
      if (x >= left.length && x - diagonal >= right.length) return walkBack(trace, origin, x, x - diagonal);
    }
  }
  return [];
};

const at = (values: Int32Array, index: number): number => values[index] ?? 0;

const isInsertion = (furthest: Int32Array, origin: number, diagonal: number, edits: number): boolean =>
  diagonal === -edits ||
  (diagonal !== edits && at(furthest, origin + diagonal - 1) < at(furthest, origin + diagonal + 1));

const walkBack = (
  trace: readonly Int32Array[],
  origin: number,
  left: number,
  right: number,
): readonly Pair[] => {
  const pairs: Pair[] = [];
  let x = left;
  let y = right;
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const furthest = trace[edits] ?? new Int32Array();
    const previous = isInsertion(furthest, origin, x - y, edits) ? x - y + 1 : x - y - 1;
    const fromX = edits === 0 ? 0 : at(furthest, origin + previous);
    const fromY = edits === 0 ? 0 : fromX - previous;
    while (x > fromX && y > fromY) {
      x -= 1;
      y -= 1;
      pairs.push([x, y]);
    }
    x = fromX;
    y = fromY;
  }
  return pairs;
};
