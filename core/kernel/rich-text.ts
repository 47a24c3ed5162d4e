import { z } from 'zod';

/**
 * Formatted text as the editor (Tiptap) stores it, reduced to what an announcement needs. The schema is the only door:
 * what it does not name (images, raw HTML, styles, event handlers, other link schemes) is not stored at all.
 */
export interface RichText {
  readonly type: 'doc';
  readonly content: readonly RichBlock[];
}

export type RichBlock =
  | { readonly type: 'paragraph'; readonly content?: readonly RichInline[] | undefined }
  | {
      readonly type: 'heading';
      readonly attrs: { readonly level: 2 | 3 };
      readonly content?: readonly RichInline[] | undefined;
    }
  | { readonly type: 'bulletList' | 'orderedList'; readonly content: readonly RichListItem[] }
  | { readonly type: 'blockquote'; readonly content: readonly RichBlock[] }
  | { readonly type: 'horizontalRule' };

export interface RichListItem {
  readonly type: 'listItem';
  readonly content: readonly RichBlock[];
}

export type RichInline =
  | { readonly type: 'text'; readonly text: string; readonly marks?: readonly RichMark[] | undefined }
  | { readonly type: 'hardBreak' };

export type RichMark =
  | { readonly type: 'bold' | 'italic' | 'underline' | 'strike' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } };

/** The largest text in characters, counted over all its pieces. */
export const RICH_TEXT_MAX_CHARACTERS = 50_000;
const MAX_DEPTH = 8;
const MAX_NODES = 5_000;

/** A link leads to the web or into Umlauf; never `javascript:`, `data:`, `file:` or a mail address. */
const hrefSchema = z
  .string()
  .max(2_000)
  .regex(/^(https?|umlauf):\/\/[^\s\u0000-\u001f]+$/iu);

const markSchema: z.ZodType<RichMark> = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['bold', 'italic', 'underline', 'strike']) }),
  z.object({ type: z.literal('link'), attrs: z.object({ href: hrefSchema }) }),
]);

const inlineSchema: z.ZodType<RichInline> = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('text'),
    text: z.string().min(1).max(RICH_TEXT_MAX_CHARACTERS),
    marks: z.array(markSchema).max(5).optional(),
  }),
  z.object({ type: z.literal('hardBreak') }),
]);

const inlineContent = z.array(inlineSchema).max(MAX_NODES).optional();

const blockSchema: z.ZodType<RichBlock> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('paragraph'), content: inlineContent }),
    z.object({
      type: z.literal('heading'),
      attrs: z.object({ level: z.union([z.literal(2), z.literal(3)]) }),
      content: inlineContent,
    }),
    z.object({
      type: z.enum(['bulletList', 'orderedList']),
      content: z.array(listItemSchema).min(1).max(500),
    }),
    z.object({ type: z.literal('blockquote'), content: z.array(blockSchema).min(1).max(500) }),
    z.object({ type: z.literal('horizontalRule') }),
  ]),
);

const listItemSchema: z.ZodType<RichListItem> = z.object({
  type: z.literal('listItem'),
  content: z.array(blockSchema).min(1).max(100),
});

const shapeSchema: z.ZodType<RichText> = z.object({
  type: z.literal('doc'),
  content: z.array(blockSchema).min(1).max(2_000),
});

/**
 * The schema of a formatted text. Depth and number of nodes are checked before anything recurses, so that a text built
 * to exhaust the stack is refused like any other.
 */
export const richTextSchema: z.ZodType<RichText> = z
  .unknown()
  .refine(isModest, { abort: true })
  .pipe(shapeSchema)
  .refine((text) => toPlainText(text).length <= RICH_TEXT_MAX_CHARACTERS);

/** Whether a formatted text says nothing. */
export const isEmptyText = (text: RichText): boolean => toPlainText(text).trim() === '';

/** A formatted text of plain paragraphs, one for each line. */
export const createRichText = (...lines: readonly string[]): RichText => ({
  type: 'doc',
  content: lines.map((text) => ({
    type: 'paragraph',
    ...(text === '' ? {} : { content: [{ type: 'text' as const, text }] }),
  })),
});

/** The words of a formatted text, a line for each block: for search, previews and comparison. */
export const toPlainText = (text: RichText): string => text.content.map(blockToPlainText).join('\n');

const blockToPlainText = (block: RichBlock): string => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return (block.content ?? []).map((piece) => (piece.type === 'text' ? piece.text : '\n')).join('');
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.map(blockToPlainText)).join('\n');
    case 'blockquote':
      return block.content.map(blockToPlainText).join('\n');
    case 'horizontalRule':
      return '';
  }
};

function isModest(value: unknown): boolean {
  let nodes = 0;
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    nodes += level.length;
    if (depth > MAX_DEPTH || nodes > MAX_NODES) return false;
    level = level.flatMap((node) =>
      typeof node === 'object' && node !== null && 'content' in node && Array.isArray(node.content)
        ? node.content
        : [],
    );
  }
  return true;
}
