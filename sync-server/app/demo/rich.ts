import { createRichText, type RichBlock, type RichText } from '#core/kernel/rich-text.ts';

/** A text as one writes it in a plain file: `## ` begins a heading, `- ` an item of a list, all else a paragraph. */
export const toRich = (lines: readonly string[]): RichText => {
  const content: RichBlock[] = [];
  let items: string[] = [];
  const closeList = (): void => {
    if (items.length === 0) return;
    content.push({
      type: 'bulletList',
      content: items.map((item) => ({ type: 'listItem', content: createRichText(item).content })),
    });
    items = [];
  };
  for (const line of lines) {
    if (line.startsWith('- ')) {
      items.push(line.slice(2));
      continue;
    }
    closeList();
    if (line.startsWith('## ')) {
      content.push({
        type: 'heading',
        attrs: { level: 3 },
        content: [{ type: 'text', text: line.slice(3) }],
      });
    } else content.push(...createRichText(line).content);
  }
  closeList();
  return { type: 'doc', content };
};
