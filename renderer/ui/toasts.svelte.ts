/** One line that appears, perhaps with one act (undo), and goes by itself. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly act?: { readonly label: string; readonly run: () => void } | undefined;
}

/** How long a toast stays in milliseconds; one with an act longer, since it must be read, reached and pressed. */
const STAY = 6_000;
const STAY_WITH_ACT = 12_000;

let nextId = 0;
const shown = $state<Toast[]>([]);
// eslint-disable-next-line svelte/prefer-svelte-reactivity -- clocks are not painted, so a plain map will do
const timers = new Map<number, ReturnType<typeof setTimeout>>();

/** The toasts on the screen, oldest first. */
export const toasts = (): readonly Toast[] => shown;

/** Takes a toast away. */
export const dismiss = (id: number): void => {
  clearTimeout(timers.get(id));
  timers.delete(id);
  const index = shown.findIndex((toast) => toast.id === id);
  if (index >= 0) shown.splice(index, 1);
};

/** Stops the clock of all toasts while the pointer or the focus is on them; `release` starts it anew. */
export const hold = (): void => {
  for (const timer of timers.values()) clearTimeout(timer);
};

export const release = (): void => {
  for (const toast of shown) startClock(toast);
};

const startClock = (toast: Toast): void => {
  clearTimeout(timers.get(toast.id));
  timers.set(
    toast.id,
    setTimeout(() => dismiss(toast.id), toast.act === undefined ? STAY : STAY_WITH_ACT),
  );
};

/** Says that something was done: `notify('Entwurf verworfen.', { label: 'Rückgängig', run })`. Not for faults: they stay. */
export const notify = (text: string, act?: Toast['act']): void => {
  const toast: Toast = { id: (nextId += 1), text, act };
  shown.push(toast);
  startClock(toast);
};
