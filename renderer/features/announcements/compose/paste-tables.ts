/** Tables have no place in an announcement: each row becomes a paragraph with " | " between its cells. */
export const unfoldTables = (body: HTMLElement): void => {
  // The innermost first: what is a table inside a cell is a few paragraphs when its cell is looked at.
  for (const table of [...body.querySelectorAll('table')].reverse()) {
    const parts = [...table.querySelectorAll('caption, tr')].flatMap((part) =>
      part.matches('caption') ? [toParagraph([part])] : unfoldRow(part),
    );
    table.replaceWith(...parts);
  }
};

const BLOCKS = 'p, div, h1, h2, h3, h4, h5, h6, ul, ol, li, blockquote, br, hr';

const isFilled = (element: Element): boolean =>
  (element.textContent ?? '').replaceAll('\u00a0', ' ').trim() !== '';

/** A row of one cell is no table but an arrangement, as in letters by e-mail: what stands in it stays as it is. */
const unfoldRow = (row: Element): readonly Node[] => {
  const cells = [...row.children].filter((cell) => cell.matches('td, th'));
  const filled = cells.filter(isFilled);
  const [only] = filled;
  if (only === undefined) return [];
  if (cells.length === 1 && only.querySelector(BLOCKS) !== null) return [...only.childNodes];
  return [toParagraph(cells.slice(0, cells.findLastIndex(isFilled) + 1))];
};

const toParagraph = (cells: readonly Element[]): HTMLElement => {
  const paragraph = document.createElement('p');
  for (const [index, cell] of cells.entries()) {
    if (index > 0) paragraph.append(' | ');
    flatten(cell);
    paragraph.append(...cell.childNodes);
  }
  paragraph.normalize();
  return paragraph;
};

/** Paragraphs and lists inside a cell become one line; bold words and links stay. */
const flatten = (cell: Element): void => {
  for (const block of [...cell.querySelectorAll(BLOCKS)].reverse()) {
    const isLast = block.nextSibling === null;
    block.replaceWith(...block.childNodes, ...(isLast ? [] : [' ']));
  }
  trim(cell);
};

/** Takes away the space at both ends, so that none is left beside the sign between two cells. */
const trim = (cell: Element): void => {
  cell.normalize();
  const texts: Text[] = [];
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) texts.push(node);
  }
  for (const text of texts) {
    text.data = text.data.trimStart();
    if (text.data !== '') break;
  }
  for (const text of texts.reverse()) {
    text.data = text.data.trimEnd();
    if (text.data !== '') break;
  }
};
