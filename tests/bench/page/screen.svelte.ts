import { mount } from 'svelte';
import { createFrames, type Frames } from './frames.ts';
import List from './List.svelte';

/** What the list shows of an announcement. */
export interface Shown {
  readonly id: string;
  readonly title: string;
  readonly publishAt: number;
  readonly author: { readonly firstName: string; readonly lastName: string };
}

/** So many announcements are shown. */
export const SHOWN = 50;

/** The list on the page, and when what was painted. */
export interface Screen extends Pick<Frames, 'painted' | 'paintedRows'> {
  show(rows: readonly Shown[]): void;
}

export const createScreen = (): Screen => {
  let rows = $state.raw<readonly Shown[]>();
  const { note, painted, paintedRows } = createFrames();
  mount(List, {
    target: document.body,
    props: {
      get rows() {
        return rows;
      },
      onpainted: (shown: readonly Shown[]) => note(shown.map(({ id }) => id)),
    },
  });
  return {
    show: (shown) => {
      rows = shown;
    },
    painted,
    paintedRows,
  };
};
