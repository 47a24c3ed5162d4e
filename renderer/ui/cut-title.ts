import type { Attachment } from 'svelte/attachments';

/** Whether text of the element does not fit and is cut by CSS. */
const isCut = (element: HTMLElement): boolean =>
  element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight + 1;

/**
 * Shows the whole text of a title cut by CSS as a tooltip, only while it is cut: `<h3 {@attach cutTitle}>`.
 * Screen readers read the whole text anyway.
 */
export const cutTitle: Attachment<HTMLElement> = (element) => {
  const tell = (): void => {
    if (isCut(element)) element.title = element.textContent.trim();
    else element.removeAttribute('title');
  };
  element.addEventListener('pointerenter', tell);
  return () => element.removeEventListener('pointerenter', tell);
};
