import type { Attachment } from 'svelte/attachments';

/** How long the pointer rests before the tooltip comes, in milliseconds; on keyboard focus it comes at once. */
const REST = 500;
/** Distance to the control and to the edges of the window, in pixels. */
const GAP = 6;

let shared: HTMLElement | undefined;

/** One element for the whole page, in the top layer, so that nothing cuts it and dialogs do not cover it. */
const bubble = (): HTMLElement => {
  if (shared === undefined) {
    shared = document.createElement('div');
    shared.className = 'tooltip';
    shared.popover = 'manual';
    // The control carries the same words as its label; read twice they would only disturb.
    shared.ariaHidden = 'true';
  }
  if (!shared.isConnected) document.body.append(shared);
  return shared;
};

const hide = (): void => {
  if (shared?.isConnected === true && shared.matches(':popover-open')) shared.hidePopover();
};

/** Below the control, above it where there is no room, never outside the window. */
const show = (control: HTMLElement, text: string): void => {
  const element = bubble();
  element.textContent = text;
  element.showPopover();
  const box = control.getBoundingClientRect();
  const { width, height } = element.getBoundingClientRect();
  const below = box.bottom + GAP + height <= innerHeight;
  const left = Math.min(Math.max(box.left + box.width / 2 - width / 2, GAP), innerWidth - width - GAP);
  element.style.left = `${left}px`;
  element.style.top = `${below ? box.bottom + GAP : box.top - GAP - height}px`;
};

/** Says what a control without words does, on hover and on keyboard focus: `<button aria-label={text} {@attach tooltip(text)}>`. */
export const tooltip =
  (text: string): Attachment<HTMLElement> =>
  (control) => {
    const listening = new AbortController();
    const { signal } = listening;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = (): void => {
      clearTimeout(timer);
      hide();
    };
    control.addEventListener(
      'pointerenter',
      (event) => {
        if (event.pointerType === 'mouse') timer = setTimeout(() => show(control, text), REST);
      },
      { signal },
    );
    control.addEventListener('focus', () => control.matches(':focus-visible') && show(control, text), {
      signal,
    });
    for (const end of ['pointerleave', 'pointerdown', 'blur'] as const)
      control.addEventListener(end, leave, { signal });
    control.addEventListener('keydown', (event) => event.key === 'Escape' && hide(), { signal });
    return () => {
      listening.abort();
      leave();
    };
  };
