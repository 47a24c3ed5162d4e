/** UTC milliseconds with fractions. */
export const now = (): number => performance.timeOrigin + performance.now();

/** When which row was first in a painted frame. */
export interface Frames {
  /** A frame with these rows is being painted. */
  note(ids: readonly string[]): void;
  /** Resolves with the instant of the frame that has the row, or had it first. */
  painted(id: string): Promise<number>;
  /** Resolves with the instant of the first frame that has so many rows or more. */
  paintedRows(count: number): Promise<number>;
}

export const createFrames = (): Frames => {
  const firsts = new Map<string, number>();
  const waiting = new Set<() => void>();
  let most = { count: -1, at: 0 };

  const until = (find: () => number | undefined): Promise<number> =>
    new Promise((resolve) => {
      const check = (): void => {
        const at = find();
        if (at === undefined) return;
        waiting.delete(check);
        resolve(at);
      };
      waiting.add(check);
      check();
    });

  return {
    note: (ids) => {
      const at = now();
      for (const id of ids) if (!firsts.has(id)) firsts.set(id, at);
      if (ids.length > most.count) most = { count: ids.length, at };
      for (const check of waiting) check();
    },
    painted: (id) => until(() => firsts.get(id)),
    paintedRows: (count) => until(() => (most.count >= count ? most.at : undefined)),
  };
};
