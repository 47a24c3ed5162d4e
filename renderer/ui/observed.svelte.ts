import { untrack } from 'svelte';

/** Whatever can be subscribed to; RxJS observables are. */
interface Source<T> {
  subscribe(next: (value: T) => void): { unsubscribe(): void };
}

/** What a source last said, as a rune. */
export interface Observed<T> {
  /** Undefined until the first value. */
  readonly current: T | undefined;
}

/**
 * Follows a source for the life of the component, and another one when what `source` reads changes. Until the new one
 * has spoken nothing is known, unless `keep` says to show the old value so long (a window that grows).
 */
export const observed = <T>(source: () => Source<T>, { keep = false } = {}): Observed<T> => {
  let current = $state.raw<T | undefined>();
  $effect.pre(() => {
    const next = source();
    return untrack(() => {
      if (!keep) current = undefined;
      const subscription = next.subscribe((value) => {
        current = value;
      });
      return () => subscription.unsubscribe();
    });
  });
  return {
    get current() {
      return current;
    },
  };
};
