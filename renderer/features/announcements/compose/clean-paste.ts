/**
 * Makes HTML from the clipboard plain before the editor reads it. The editor's schema drops all that it does not name;
 * this turns what Word and others mean into what the schema has: list paragraphs into lists, large headings into ours.
 */
export const cleanPastedHtml = (html: string): string => {
  const { body } = new DOMParser().parseFromString(withoutConditionals(html), 'text/html');
  for (const element of body.querySelectorAll('style, script, meta, link, title, o\\:p, xml, img'))
    element.remove();
  for (const sign of body.querySelectorAll('[style*="mso-list:Ignore" i]')) sign.remove();
  gatherListParagraphs(body);
  for (const [from, to] of HEADINGS) rename(body, from, to);
  for (const paragraph of body.querySelectorAll('p')) {
    if ((paragraph.textContent ?? '').replaceAll('\u00a0', ' ').trim() === '') paragraph.remove();
  }
  return body.innerHTML;
};

const HEADINGS = [
  ['h4', 'h3'],
  ['h5', 'h3'],
  ['h6', 'h3'],
  ['h1', 'h2'],
] as const;

/** Word hides the signs of its lists in conditional comments, which other programs read as text. */
const withoutConditionals = (html: string): string =>
  html
    .replace(/<!--\[if[\s\S]*?<!\[endif\]-->/giu, '')
    .replace(/<!\[if !supportLists\]>[\s\S]*?<!\[endif\]>/giu, '');

/** `MsoListParagraph`s in a row become one list; a sign of a number before the text makes it an ordered one. */
const gatherListParagraphs = (body: HTMLElement): void => {
  let list: HTMLElement | undefined;
  for (const paragraph of body.querySelectorAll<HTMLElement>(
    'p[class*="MsoListParagraph"], p[style*="mso-list:"]',
  )) {
    const follows = list !== undefined && list === paragraph.previousElementSibling;
    const isOrdered = /^\s*(\d+|[a-z])[.)]/iu.test(paragraph.textContent ?? '');
    if (!follows || list === undefined) {
      list = body.ownerDocument.createElement(isOrdered ? 'ol' : 'ul');
      paragraph.before(list);
    }
    const item = body.ownerDocument.createElement('li');
    item.append(...paragraph.childNodes);
    stripSign(item);
    list.append(item);
    paragraph.remove();
  }
};

/** Takes the bullet or number away that Word typed in front of the text. */
const stripSign = (item: HTMLElement): void => {
  const walker = item.ownerDocument.createTreeWalker(item, NodeFilter.SHOW_TEXT);
  const first = walker.nextNode();
  if (first !== null) {
    first.textContent = (first.textContent ?? '').replace(
      /^[\s\u00a0]*([·•§o▪–-]|(\d+|[a-z])[.)])[\s\u00a0]+/u,
      '',
    );
  }
};

const rename = (body: HTMLElement, from: string, to: string): void => {
  for (const heading of body.querySelectorAll(from)) {
    const renamed = body.ownerDocument.createElement(to);
    renamed.append(...heading.childNodes);
    heading.replaceWith(renamed);
  }
};
