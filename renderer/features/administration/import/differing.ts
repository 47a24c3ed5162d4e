import type { Preview } from './messages.ts';

/** The lines that would change somebody otherwise than the marks of an earlier preview say. */
export const findDiffering = (
  before: Preview['marks'] | undefined,
  preview: Preview | undefined,
): ReadonlySet<number> => {
  if (before === undefined || preview === undefined) return new Set();
  const changes = preview.people.filter(({ status }) => status !== 'unchanged');
  return new Set(
    changes.map(({ line }) => line).filter((line) => before.get(line) !== preview.marks.get(line)),
  );
};
