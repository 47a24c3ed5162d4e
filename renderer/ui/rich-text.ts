import type { Range } from './word-diff.ts';

/**
 * A formatted text as far as it is shown. Typed by its structure, because this folder knows no domain; what arrives is
 * not trusted: unknown kinds are left out, and nothing is ever read as HTML.
 */
export interface TextNode {
  readonly type: string;
  readonly text?: string | undefined;
  readonly attrs?: { readonly level?: number; readonly href?: string } | undefined;
  readonly marks?: readonly TextMark[] | undefined;
  readonly content?: readonly TextNode[] | undefined;
}

interface TextMark {
  readonly type: string;
  readonly attrs?: { readonly href?: string } | undefined;
}

/** What is painted: blocks by their element, pieces of text by the elements around them. */
export type BlockView =
  | { readonly tag: 'p' | 'h2' | 'h3'; readonly pieces: readonly PieceView[] }
  | { readonly tag: 'ul' | 'ol' | 'li' | 'blockquote'; readonly blocks: readonly BlockView[] }
  | { readonly tag: 'hr' };

export type PieceView =
  | { readonly tag: 'br' }
  | {
      readonly tag: 'text';
      readonly text: string;
      readonly wraps: readonly Wrap[];
      readonly href: string | undefined;
      readonly changed: boolean;
    };

export type Wrap = 'strong' | 'em' | 'u' | 's';

/** Deeper nesting than an editor of ours makes is not followed. */
const MAX_DEPTH = 12;

/** Only the web: never `javascript:`, `data:`, `file:` or a scheme that starts a program. */
const SAFE_LINK = /^https?:\/\/[^\s]+$/iu;

const WRAPS: Readonly<Record<string, Wrap>> = { bold: 'strong', italic: 'em', underline: 'u', strike: 's' };

const CONTAINERS: Readonly<Record<string, 'ul' | 'ol' | 'li' | 'blockquote'>> = {
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
};

/** The words of a formatted text, blocks and hard breaks ended by a line end: what `changes` and `diffWords` count in. */
export const toFlatText = (document: TextNode): string => {
  const lines: string[] = [];
  visitBlocks(document, 0, (block) => lines.push(toLine(block)));
  return lines.join('\n');
};

/** The text as blocks to paint. `changes` are ranges of `toFlatText`, in their order, which are to be underlined. */
export const toBlockViews = (document: TextNode, changes: readonly Range[] = []): readonly BlockView[] => {
  let offset = 0;
  const toView = (node: TextNode, depth: number): BlockView | undefined => {
    if (depth > MAX_DEPTH) return undefined;
    if (node.type === 'horizontalRule') return { tag: 'hr' };
    if (isTextBlock(node)) {
      const pieces = toPieces(node, offset, changes);
      offset += toLine(node).length + 1;
      return { tag: toTag(node), pieces };
    }
    const tag = CONTAINERS[node.type];
    if (tag === undefined) return undefined;
    return { tag, blocks: toViews(node.content ?? [], depth + 1) };
  };
  const toViews = (nodes: readonly TextNode[], depth: number): readonly BlockView[] =>
    nodes.map((node) => toView(node, depth)).filter((view) => view !== undefined);
  return toViews(document.content ?? [], 0);
};

const isTextBlock = (node: TextNode): boolean => node.type === 'paragraph' || node.type === 'heading';

const toTag = (node: TextNode): 'p' | 'h2' | 'h3' =>
  node.type === 'paragraph' ? 'p' : node.attrs?.level === 3 ? 'h3' : 'h2';

const toLine = (block: TextNode): string =>
  (block.content ?? []).map((piece) => (piece.type === 'hardBreak' ? '\n' : textOf(piece))).join('');

const textOf = (node: TextNode): string =>
  node.type === 'text' && typeof node.text === 'string' ? node.text : '';

const visitBlocks = (node: TextNode, depth: number, visit: (block: TextNode) => void): void => {
  for (const child of node.content ?? []) {
    if (isTextBlock(child)) visit(child);
    else if (CONTAINERS[child.type] !== undefined && depth < MAX_DEPTH) visitBlocks(child, depth + 1, visit);
  }
};

const toPieces = (block: TextNode, start: number, changes: readonly Range[]): readonly PieceView[] => {
  const pieces: PieceView[] = [];
  let offset = start;
  for (const node of block.content ?? []) {
    if (node.type === 'hardBreak') {
      pieces.push({ tag: 'br' });
      offset += 1;
      continue;
    }
    const text = textOf(node);
    const look = { tag: 'text', wraps: toWraps(node), href: toSafeLink(node) } as const;
    for (const part of cutAt(text, offset, changes)) pieces.push({ ...look, ...part });
    offset += text.length;
  }
  return pieces;
};

const toWraps = (node: TextNode): readonly Wrap[] => [
  ...new Set((node.marks ?? []).map((mark) => WRAPS[mark.type]).filter((wrap) => wrap !== undefined)),
];

const toSafeLink = (node: TextNode): string | undefined => {
  const href = node.marks?.find((mark) => mark.type === 'link')?.attrs?.href;
  return typeof href === 'string' && SAFE_LINK.test(href) ? href : undefined;
};

/** A piece of text, cut where a change begins or ends. */
const cutAt = (
  text: string,
  start: number,
  changes: readonly Range[],
): readonly { readonly text: string; readonly changed: boolean }[] => {
  const parts: { text: string; changed: boolean }[] = [];
  let done = 0;
  for (const change of changes) {
    const from = Math.max(done, change.from - start);
    const to = Math.min(text.length, change.to - start);
    if (to <= from) continue;
    if (from > done) parts.push({ text: text.slice(done, from), changed: false });
    parts.push({ text: text.slice(from, to), changed: true });
    done = to;
  }
  if (done < text.length) parts.push({ text: text.slice(done), changed: false });
  return parts;
};
