import './style.css';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { findFaults } from './accessibility.fixture.ts';
import type { TextNode } from './rich-text.ts';
import RichText from './RichText.svelte';

const text = (words: string, ...marks: NonNullable<TextNode['marks']>): TextNode => ({
  type: 'text',
  text: words,
  marks,
});
const paragraph = (...content: TextNode[]): TextNode => ({ type: 'paragraph', content });
const doc = (...content: TextNode[]): TextNode => ({ type: 'doc', content });

describe('a formatted text', () => {
  it('is set with headings, lists, quotation and links, without a space too many', async () => {
    const { container } = await render(RichText, {
      document: doc(
        { type: 'heading', attrs: { level: 2 }, content: [text('Plan')] },
        paragraph(
          text('Bitte '),
          text('pünk', { type: 'bold' }),
          text('tlich', { type: 'italic' }),
          text('.'),
        ),
        { type: 'orderedList', content: [{ type: 'listItem', content: [paragraph(text('Hof'))] }] },
        { type: 'blockquote', content: [paragraph(text('Wer tauscht, sagt es.'))] },
        paragraph(text('Portal', { type: 'link', attrs: { href: 'https://portal.example' } })),
      ),
    });
    await expect.element(page.getByRole('heading', { name: 'Plan' })).toBeVisible();
    expect(container.querySelector('p')?.textContent).toBe('Bitte pünktlich.');
    expect(container.querySelectorAll('ol > li')).toHaveLength(1);
    const link = container.querySelector('a');
    expect([link?.target, link?.rel]).toEqual(['_blank', 'noopener noreferrer nofollow external']);
    expect(await findFaults(container)).toEqual([]);
  });

  it('runs nothing and loads nothing, whatever stands in it', async () => {
    const hostile = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>';
    const { container } = await render(RichText, {
      document: doc(
        paragraph(text(hostile)),
        paragraph(text('Klick', { type: 'link', attrs: { href: 'javascript:window.hit=1' } })),
        { type: 'image', attrs: { href: 'https://foreign.example/x.png' } },
        { type: 'script', content: [text('window.hit=1')] },
        { type: 'paragraph', content: [{ type: 'constructor', text: 'x' }] },
      ),
    });
    expect(container.textContent).toContain(hostile);
    expect(container.querySelectorAll('img, script, a, iframe, style')).toHaveLength(0);
    expect('hit' in window).toBe(false);
  });

  it('draws fifty thousand characters within a second and survives nesting without end', async () => {
    const long = doc(
      ...Array.from({ length: 500 }, () => paragraph(text('Aufsicht am Bachufer. '.repeat(5)))),
    );
    const start = performance.now();
    const { container, rerender } = await render(RichText, { document: long });
    expect(container.querySelectorAll('p')).toHaveLength(500);
    expect(performance.now() - start).toBeLessThan(1_000);
    let deep: TextNode = paragraph(text('tief'));
    for (let level = 0; level < 5_000; level += 1) deep = { type: 'blockquote', content: [deep] };
    await rerender({ document: doc(deep, paragraph(text('danach'))) });
    await expect.element(page.getByText('danach')).toBeVisible();
  });

  it('underlines what changed', async () => {
    const { container } = await render(RichText, {
      document: doc(paragraph(text('Am '), text('Dienstag', { type: 'bold' }), text(' um acht'))),
      changes: [{ from: 3, to: 14 }],
    });
    expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
      'Dienstag',
      ' um',
    ]);
    expect(await findFaults(container)).toEqual([]);
  });
});
