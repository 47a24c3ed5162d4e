/** Runs `run` once the page is painted and has nothing else to do; returns how to take that back. */
export const whenIdle = (run: () => void): (() => void) => {
  // Not every browser has it (Safari); there a moment after the paint must do.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(run, 300);
    return () => clearTimeout(timer);
  }
  const wish = requestIdleCallback(run, { timeout: 2_000 });
  return () => cancelIdleCallback(wish);
};
