/** Saves what is typed a moment after the last key, and at once when the page goes away. */
export interface Autosave {
  /** Something was typed. */
  touch(): void;
  /** Saves now if something was typed since the last time. */
  flush(): Promise<void>;
  /** Nothing is saved any more, not even what was typed. */
  cancel(): void;
  /** Saves what is open and stops watching the page. */
  end(): Promise<void>;
}

/** Milliseconds of silence after which a draft is written. */
const PAUSE = 400;

/** `save` writes the present state and deals with its own failures; it is never called twice at a time. */
export const createAutosave = (save: () => Promise<void>, pause = PAUSE): Autosave => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();

  const flush = (): Promise<void> => {
    if (timer === undefined) return running;
    clearTimeout(timer);
    timer = undefined;
    // One save that failed must not keep the next one from trying.
    running = running.catch(() => undefined).then(save);
    return running;
  };
  const atOnce = (): void => void flush();

  addEventListener('pagehide', atOnce);
  document.addEventListener('visibilitychange', atOnce);
  const cancel = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    touch() {
      clearTimeout(timer);
      timer = setTimeout(atOnce, pause);
    },
    flush,
    cancel,
    end() {
      removeEventListener('pagehide', atOnce);
      document.removeEventListener('visibilitychange', atOnce);
      return flush();
    },
  };
};
