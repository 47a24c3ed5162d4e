import type { Bar, Result } from './row.ts';

/** One line on standard output, for machines. */
export const toJson = (results: readonly Result[]): string =>
  JSON.stringify({
    rows: results.map(({ row, figures }) => ({
      id: row.id,
      unit: row.unit,
      ours: round(figures.ours),
      peer: figures.peer === undefined ? null : round(figures.peer),
      peerName: row.peerName ?? null,
      limit: figures.limit === undefined ? null : round(figures.limit),
      limitName: row.limitName ?? null,
    })),
  });

/** The table, for people. A mark says whether each bar holds, and the ratio by how much. */
export const toTable = (results: readonly Result[]): string => {
  const lines = [['', 'ours', 'peer', 'limit', ''], ...results.map(toLine)];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return column === 0 ? cell.padEnd(width) : cell.padStart(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

const toLine = ({ row, figures }: Result): string[] => {
  const show = (value: number | undefined): string =>
    value === undefined ? '–' : `${round(value)} ${row.unit}`;
  return [
    row.id,
    show(figures.ours),
    show(figures.peer),
    show(figures.limit),
    row.bars.map((bar) => toVerdict(bar, figures)).join(', '),
  ];
};

const toVerdict = ({ against, factor }: Bar, figures: Result['figures']): string => {
  const ratio = figures.ours / (figures[against] ?? Number.NaN);
  return `${ratio <= factor ? '✓' : '✗'} ${ratio.toFixed(2)} × ${against} (bar ${factor})`;
};

const round = (value: number): number => Number(value.toPrecision(value < 100 ? 3 : 4));
