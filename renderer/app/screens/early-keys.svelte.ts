/** What is typed between asking for a box and the box being there. */
export interface EarlyKeys {
  /** The letters so far; from now on they reach the box by themselves. */
  take(): string;
}

/** Collects letters from when `wanted` becomes true until they are taken; call it while a component is made. */
export const collectEarlyKeys = (wanted: () => boolean): EarlyKeys => {
  let letters = '';
  let stop = (): void => undefined;
  const hear = (event: KeyboardEvent): void => {
    const isChord = event.ctrlKey || event.metaKey || event.altKey;
    if (event.defaultPrevented || event.isComposing || isChord || [...event.key].length !== 1) return;
    event.preventDefault();
    letters += event.key;
  };
  $effect.pre(() => {
    if (!wanted()) return;
    letters = '';
    addEventListener('keydown', hear, { capture: true });
    stop = () => removeEventListener('keydown', hear, { capture: true });
    return () => stop();
  });
  return {
    take: () => {
      stop();
      const taken = letters;
      letters = '';
      return taken;
    },
  };
};
