import { gatherListParagraphs } from './paste-lists.ts';
import { unfoldTables } from './paste-tables.ts';

/**
 * Makes HTML from the clipboard plain before the editor reads it. The editor's schema drops all that it does not name;
 * this turns what Word, Excel and others mean into what the schema has: list paragraphs into lists, the rows of tables
 * into paragraphs, large headings into ours.
 */
export const cleanPastedHtml = (html: string): string => {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll('style, script, meta, link, title, xml, img')) element.remove();
  for (const element of body.querySelectorAll('o\\:p')) element.replaceWith(...element.childNodes);
  gatherListParagraphs(body);
  unfoldTables(body);
  for (const [from, to] of HEADINGS) rename(body, from, to);
  for (const paragraph of body.querySelectorAll('p')) {
    if (toText(paragraph).trim() === '') paragraph.remove();
  }
  keepSpaces(body);
  return body.innerHTML;
};

const HEADINGS = [
  ['h4', 'h3'],
  ['h5', 'h3'],
  ['h6', 'h3'],
  ['h1', 'h2'],
] as const;

const toText = (node: Node): string => (node.textContent ?? '').replaceAll('\u00a0', ' ');

const rename = (body: HTMLElement, from: string, to: string): void => {
  for (const heading of body.querySelectorAll(from)) {
    const renamed = body.ownerDocument.createElement(to);
    renamed.append(...heading.childNodes);
    heading.replaceWith(renamed);
  }
};

const INLINE = 'a, b, strong, i, em, u, s, strike, del, span, font, sub, sup, code, small, mark';

const isInline = (node: Node | null): boolean =>
  node instanceof Text ? node.data.trim() !== '' : node instanceof Element && node.matches(INLINE);

/**
 * Right behind a heading, list or table the editor's reader does not know yet that a line has begun, and drops a text
 * that is nothing but space: "klick</a> <a>gut" would become one word. Such a space moves to the end of what stands before it.
 */
const keepSpaces = (body: HTMLElement): void => {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const spaces: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text && /^\s+$/u.test(node.data)) spaces.push(node);
  }
  for (const space of spaces) {
    const inner = space.parentElement;
    // A space alone in an element of its own, as Word writes it, counts as one between that element's neighbours.
    const place =
      inner !== null && inner.childNodes.length === 1 && inner.matches('span, font') ? inner : space;
    const { previousSibling, nextSibling } = place;
    if (previousSibling === null || !isInline(previousSibling) || !isInline(nextSibling)) continue;
    const last = toLastText(previousSibling);
    if (last === undefined) continue;
    if (!/\s$/u.test(last.data)) last.data += ' ';
    place.parentNode?.removeChild(place);
  }
};

const toLastText = (node: Node): Text | undefined => {
  if (node instanceof Text) return node;
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  const last = walker.lastChild();
  let text = last;
  while (text !== null && !(text instanceof Text)) text = walker.lastChild();
  return text instanceof Text ? text : undefined;
};
