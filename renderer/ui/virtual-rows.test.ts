import { describe, expect, it } from 'vitest';
import { layOutRows, rowAt, rowForKey, rowsToDraw } from './virtual-rows.ts';

/** Ten rows of 80 px, headings of 36 px over the first and the sixth. */
const positions = layOutRows(10, 80, 36, (index) => index === 0 || index === 5);

describe('rows of a long list', () => {
  it('stand one below the other, pushed down by headings', () => {
    expect(positions.tops.slice(0, 3)).toEqual([0, 116, 196]);
    expect(positions.tops[6]).toBe(6 * 80 + 2 * 36);
    expect(positions.height).toBe(10 * 80 + 2 * 36);
  });

  it('are found by their place', () => {
    expect([0, 115, 116, 435, 436, 551, 552, 99_999].map((y) => rowAt(positions, y))).toEqual([
      0, 0, 1, 4, 5, 5, 6, 9,
    ]);
    expect(
      rowAt(
        layOutRows(0, 80, 36, () => false),
        10,
      ),
    ).toBe(0);
  });

  it('are drawn where they are seen, and where the focus is', () => {
    expect(rowsToDraw(positions, { from: 200, to: 300 }, 1, -1)).toEqual([1, 2, 3, 4]);
    expect(rowsToDraw(positions, { from: 700, to: 870 }, 0, 0)).toEqual([0, 7, 8, 9]);
    expect(
      rowsToDraw(
        layOutRows(0, 80, 36, () => false),
        { from: 0, to: 100 },
        3,
        0,
      ),
    ).toEqual([]);
  });

  it('stay few in a list of thousands', () => {
    const many = layOutRows(10_000, 80, 36, () => false);
    expect(rowsToDraw(many, { from: 400_000, to: 400_800 }, 4, 0).length).toBeLessThan(25);
  });

  it('are reached by keys, never beyond the ends', () => {
    expect(rowForKey('ArrowDown', 9, 10, 5)).toBe(9);
    expect(rowForKey('ArrowUp', 0, 10, 5)).toBe(0);
    expect(rowForKey('PageDown', 2, 10, 5)).toBe(7);
    expect(rowForKey('End', 2, 10, 5)).toBe(9);
    expect(rowForKey('a', 2, 10, 5)).toBeUndefined();
  });
});
