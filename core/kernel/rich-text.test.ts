import { describe, expect, test } from 'vitest';
import { createRichText, isEmptyText, richTextSchema, toPlainText } from './rich-text.ts';

const accepts = (value: unknown): boolean => richTextSchema.safeParse(value).success;
const paragraph = (...content: unknown[]) => ({ type: 'doc', content: [{ type: 'paragraph', content }] });

const nested = (depth: number): unknown =>
  depth === 0
    ? { type: 'paragraph', content: [{ type: 'text', text: 'tief' }] }
    : { type: 'blockquote', content: [nested(depth - 1)] };

describe('formatted text', () => {
  test('what the editor offers is kept as it is', () => {
    const text = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Aufsicht' }] },
        {
          type: 'bulletList',
          content: [
            {
              type: 'listItem',
              content: [
                {
                  type: 'paragraph',
                  content: [
                    { type: 'text', text: 'Hof', marks: [{ type: 'bold' }] },
                    { type: 'hardBreak' },
                    {
                      type: 'text',
                      text: 'Plan',
                      marks: [{ type: 'link', attrs: { href: 'https://schule.example/plan' } }],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    };
    expect(richTextSchema.parse(text)).toEqual(text);
    expect(toPlainText(richTextSchema.parse(text))).toBe('Aufsicht\nHof\nPlan');
  });

  test.each([
    ['a script', { type: 'doc', content: [{ type: 'script', content: [] }] }],
    [
      'an image by address',
      { type: 'doc', content: [{ type: 'image', attrs: { src: 'https://x.example/y.png' } }] },
    ],
    ['a mark that is not known', paragraph({ type: 'text', text: 'x', marks: [{ type: 'style' }] })],
    ['a heading of level 1', { type: 'doc', content: [{ type: 'heading', attrs: { level: 1 } }] }],
    ['no document', 'Hallo'],
    ['nothing', undefined],
    ['an empty document', { type: 'doc', content: [] }],
    ['text that is too long', createRichText('a'.repeat(50_001))],
    ['text that nests too deep', { type: 'doc', content: [nested(9)] }],
    ['a text built to exhaust the stack', { type: 'doc', content: [nested(3_000)] }],
    ['too many nodes', createRichText(...Array.from({ length: 6_000 }, () => 'x'))],
  ])('%s is refused', (_name, value) => {
    expect(accepts(value)).toBe(false);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'mailto:a@b.example',
    '//x.example',
    'https://x.example/ a',
  ])('a link to %s is refused', (href) => {
    expect(accepts(paragraph({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }))).toBe(
      false,
    );
  });

  test('attributes nobody named are dropped, not stored', () => {
    const parsed = richTextSchema.parse({
      type: 'doc',
      content: [{ type: 'paragraph', attrs: { onclick: 'x' }, content: [{ type: 'text', text: 'a' }] }],
      evil: 1,
    });
    expect(JSON.stringify(parsed)).not.toMatch(/onclick|evil/);
  });

  test('a text of spaces says nothing', () => {
    expect(isEmptyText(createRichText('  ', ''))).toBe(true);
    expect(isEmptyText(createRichText('Ja'))).toBe(false);
  });
});
