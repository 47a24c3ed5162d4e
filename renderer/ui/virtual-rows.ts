/** Where the rows of a list stand, when some carry a heading above them. All lengths in CSS pixels. */
export interface RowPositions {
  /** `tops[i]` is the upper edge of row `i`, its heading included; the last entry is the height of all. */
  readonly tops: readonly number[];
  readonly height: number;
}

/** Lays out `count` rows of one height; a row for which `hasHeading` holds begins with a heading. */
export const layOutRows = (
  count: number,
  rowHeight: number,
  headingHeight: number,
  hasHeading: (index: number) => boolean,
): RowPositions => {
  const tops: number[] = [];
  let top = 0;
  for (let index = 0; index < count; index += 1) {
    tops.push(top);
    top += rowHeight + (hasHeading(index) ? headingHeight : 0);
  }
  tops.push(top);
  return { tops, height: top };
};

/** The row that covers `y`, by bisection; 0 in an empty list. */
export const rowAt = ({ tops }: RowPositions, y: number): number => {
  let low = 0;
  let high = Math.max(0, tops.length - 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** The rows to draw for a window from `from` to `to`, with some more on both sides, and always the row in focus. */
export const rowsToDraw = (
  positions: RowPositions,
  window: { readonly from: number; readonly to: number },
  more: number,
  always: number,
): readonly number[] => {
  const count = positions.tops.length - 1;
  if (count === 0) return [];
  const first = Math.max(0, rowAt(positions, window.from) - more);
  const last = Math.min(count - 1, rowAt(positions, window.to) + more);
  const rows = Array.from({ length: last - first + 1 }, (_, step) => first + step);
  if (always >= 0 && always < count) {
    if (always < first) rows.unshift(always);
    if (always > last) rows.push(always);
  }
  return rows;
};

/** The row a key leads to from `index`, or undefined where the key means nothing to a list. */
export const rowForKey = (key: string, index: number, count: number, page: number): number | undefined => {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: count - 1,
  };
  const wanted = steps[key];
  return wanted === undefined ? undefined : Math.min(count - 1, Math.max(0, wanted));
};
