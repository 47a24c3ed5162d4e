/** As in core's rich text. */
const LEVELS_MAX = 3;

const IGNORED = '[style*="mso-list:Ignore" i], [style*="mso-list: Ignore" i]';

/** The paragraphs that Word and Outlook use for the entries of lists, and those that begin with a bullet. */
const ENTRY = 'p[class*="MsoListParagraph"], p[style*="mso-list"]';

/** Letters that are bullets in Word's symbol fonts. */
const BULLET = /^[\s\u00a0]*([·•▪■□➢–-]|[§oØüvq](?=[\s\u00a0]))[\s\u00a0]*/u;
const NUMBER = /^[\s\u00a0]*(\d{1,3}|[a-z]|[ivx]{1,5})[.)][\s\u00a0]*/iu;
/** Outside of Word's own entries only these are surely bullets, and only before a space. */
const PLAIN_BULLET = /^[\s\u00a0]*[·•][\s\u00a0]+/u;

interface Entry {
  readonly level: number;
  readonly tag: 'ol' | 'ul';
}

/** Word's entries in a row become one list, with the lists inside it; their bullets and numbers go. */
export const gatherListParagraphs = (body: HTMLElement): void => {
  let lists: HTMLElement[] = [];
  for (const paragraph of body.querySelectorAll<HTMLElement>('p')) {
    const entry = takeEntry(paragraph);
    if (entry === undefined) continue;
    if (lists[0] === undefined || lists[0] !== paragraph.previousElementSibling) lists = [];
    const item = body.ownerDocument.createElement('li');
    const [list] = (lists = toLists(lists, entry, paragraph)).slice(-1);
    item.append(...paragraph.childNodes);
    list?.append(item);
    paragraph.remove();
  }
};

/** The lists from the outermost to the one this entry belongs to; those that are missing are made. */
const toLists = (open: readonly HTMLElement[], entry: Entry, paragraph: HTMLElement): HTMLElement[] => {
  const lists = open.slice(0, entry.level);
  const deepest = lists.at(-1);
  const isOther = lists.length === entry.level && deepest?.localName !== entry.tag;
  if (
    deepest !== undefined &&
    !isOther &&
    (lists.length === entry.level || deepest.lastElementChild === null)
  ) {
    return lists;
  }
  const list = paragraph.ownerDocument.createElement(entry.tag);
  const outer = isOther ? lists.at(-2) : deepest;
  if (outer === undefined) paragraph.before(list);
  else outer.lastElementChild?.append(list);
  return isOther ? [...lists.slice(0, -1), list] : [...lists, list];
};

/** What kind of entry the paragraph is; its sign is taken away. Undefined for a paragraph that is none. */
const takeEntry = (paragraph: HTMLElement): Entry | undefined => {
  const style = paragraph.getAttribute('style') ?? '';
  const ignored = paragraph.querySelector(IGNORED);
  const isWord = (paragraph.matches(ENTRY) || ignored !== null) && !/mso-list:\s*none/iu.test(style);
  const level = Math.min(Number(/mso-list:[^;]*level(\d)/iu.exec(style)?.[1] ?? 1), LEVELS_MAX);
  if (ignored !== null) {
    const tag = NUMBER.test(ignored.textContent ?? '') ? 'ol' : 'ul';
    for (const sign of paragraph.querySelectorAll(IGNORED)) sign.remove();
    stripStart(paragraph, /^[\s\u00a0]+/u);
    return { level, tag };
  }
  const text = paragraph.textContent ?? '';
  if (!isWord) {
    if (!PLAIN_BULLET.test(text)) return undefined;
    stripStart(paragraph, PLAIN_BULLET);
    return { level: 1, tag: 'ul' };
  }
  const tag = NUMBER.test(text) ? 'ol' : 'ul';
  const sign = tag === 'ol' ? NUMBER : BULLET;
  // An indented paragraph in the style of lists is an entry only with a sign or a place in a list.
  if (!sign.test(text) && !style.includes('mso-list')) return undefined;
  stripStart(paragraph, sign);
  return { level, tag };
};

/** Takes what the pattern finds at the beginning away, however many elements it is spread over. */
const stripStart = (paragraph: HTMLElement, pattern: RegExp): void => {
  let left = pattern.exec(paragraph.textContent ?? '')?.[0].length ?? 0;
  const walker = paragraph.ownerDocument.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null && left > 0; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const { length } = node.data;
    node.data = node.data.slice(left);
    left -= length;
  }
};
