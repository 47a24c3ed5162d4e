/** What a key does anywhere in the app. */
export interface ShortcutActs {
  readonly search: () => void;
  readonly lock: () => void;
  readonly help: () => void;
  readonly back: () => void;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** The act a key press asks for, or undefined. In fields only chords with Ctrl or Cmd count. */
const actFor = (event: KeyboardEvent, acts: ShortcutActs): (() => void) | undefined => {
  if (event.altKey) return undefined;
  const chord = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (chord && !event.shiftKey && key === 'k') return acts.search;
  if (chord && !event.shiftKey && key === 'l') return acts.lock;
  if (chord || isTyping(event.target)) return undefined;
  if (key === '?') return acts.help;
  if (key === 'escape') return acts.back;
  return undefined;
};

/**
 * Listens for shortcuts until the returned function is called. An open dialog or menu keeps its keys: Escape there
 * closes it and must not also leave the page.
 */
export const listenForShortcuts = (acts: ShortcutActs): (() => void) => {
  const hear = (event: KeyboardEvent): void => {
    if (
      event.defaultPrevented ||
      document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]')
    )
      return;
    const act = actFor(event, acts);
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  addEventListener('keydown', hear, { capture: true });
  return () => removeEventListener('keydown', hear, { capture: true });
};
