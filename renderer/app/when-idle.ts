/** Runs `run` once the page has nothing else to do, `after` milliseconds from now or later; returns how to take that back. */
export const whenIdle = (run: () => void, after: number): (() => void) => {
  let wish: number | undefined;
  const timer = setTimeout(() => {
    // Not every browser has it (Safari); there the moment must do.
    if ('requestIdleCallback' in window) wish = requestIdleCallback(run, { timeout: 2_000 });
    else run();
  }, after);
  return () => {
    clearTimeout(timer);
    if (wish !== undefined) cancelIdleCallback(wish);
  };
};
