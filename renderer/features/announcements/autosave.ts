/** Saves what is typed at the first key, soon after the last one, and at once when the page goes away. */
export interface Autosave {
  /** Something was typed. */
  touch(): void;
  /** Saves now if something was typed since the last time. */
  flush(): Promise<void>;
  /** Nothing is saved any more, not even what was typed; resolves once a write that had begun is over. */
  cancel(): Promise<void>;
  /** Saves what is open and stops watching the page. */
  end(): Promise<void>;
}

/** Milliseconds: `pause` after the last key, but never more than `longest` after the first that is not saved. */
export interface Waits {
  readonly pause: number;
  readonly longest: number;
}

const WAITS: Waits = { pause: 300, longest: 2_000 };

/**
 * `save` writes the present state, deals with its own failures and tells whether the state is safe now; it is never
 * called twice at a time. Disk and cipher answer later only, so nothing can be written while a page goes away: the first
 * key is saved at once, and whoever leaves within the moment that follows is asked.
 */
export const createAutosave = (save: () => Promise<boolean>, { pause, longest } = WAITS): Autosave => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  let typed = 0;
  let begun = 0;
  let safe = 0;
  /** When the first key came that no save has begun for. */
  let openSince = 0;
  let lastKey = Number.NEGATIVE_INFINITY;

  const write = async (): Promise<void> => {
    const upTo = typed;
    begun = upTo;
    if ((await save()) && safe < upTo) safe = upTo;
  };
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (begun === typed) return running;
    begun = typed;
    // One save that failed must not keep the next one from trying.
    running = running.catch(() => undefined).then(write);
    return running;
  };
  const atOnce = (): void => void flush();
  const whenHidden = (): void => {
    if (document.visibilityState === 'hidden') atOnce();
  };
  const askIfOpen = (event: BeforeUnloadEvent): void => {
    if (safe === typed) return;
    atOnce();
    event.preventDefault();
  };
  addEventListener('pagehide', atOnce);
  addEventListener('beforeunload', askIfOpen);
  document.addEventListener('visibilitychange', whenHidden);

  return {
    touch() {
      const now = Date.now();
      const isFirst = begun === typed && now - lastKey >= longest;
      if (begun === typed) openSince = now;
      lastKey = now;
      typed += 1;
      clearTimeout(timer);
      if (isFirst) atOnce();
      else timer = setTimeout(atOnce, Math.min(pause, Math.max(0, openSince + longest - now)));
    },
    flush,
    cancel() {
      clearTimeout(timer);
      timer = undefined;
      begun = typed;
      safe = typed;
      return running.catch(() => undefined);
    },
    end() {
      removeEventListener('pagehide', atOnce);
      document.removeEventListener('visibilitychange', whenHidden);
      return flush().finally(() => removeEventListener('beforeunload', askIfOpen));
    },
  };
};
