import { describe, expect, it } from 'vitest';
import { toBlockViews, toFlatText, type PieceView, type TextNode } from './rich-text.ts';
import { diffWords } from './word-diff.ts';

const text = (words: string, ...marks: NonNullable<TextNode['marks']>): TextNode => ({
  type: 'text',
  text: words,
  marks,
});
const paragraph = (...content: TextNode[]): TextNode => ({ type: 'paragraph', content });
const doc = (...content: TextNode[]): TextNode => ({ type: 'doc', content });
const link = (href: string): TextNode => text('hier', { type: 'link', attrs: { href } });

const pieces = (document: TextNode, changes: Parameters<typeof toBlockViews>[1] = []): readonly PieceView[] =>
  toBlockViews(document, changes).flatMap((block) => ('pieces' in block ? block.pieces : []));

describe('a formatted text on the screen', () => {
  it('is made of the elements its nodes mean', () => {
    const list = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('eins'))] }] };
    const heading = { type: 'heading', attrs: { level: 3 }, content: [text('Teil')] };
    const views = toBlockViews(
      doc(heading, list, { type: 'horizontalRule' }, paragraph(text('fett', { type: 'bold' }))),
    );
    expect(views.map((view) => view.tag)).toEqual(['h3', 'ul', 'hr', 'p']);
    expect(
      pieces(doc(paragraph(text('fett', { type: 'bold' }, { type: 'bold' })))).map(
        (it) => 'wraps' in it && it.wraps,
      ),
    ).toEqual([['strong']]);
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'https://ok.example/ javascript:alert(1)',
    '//foreign.example',
    '',
  ])('makes no link of %j', (href) => {
    expect(pieces(doc(paragraph(link(href)))).map((it) => 'href' in it && it.href)).toEqual([undefined]);
  });

  it('makes links of the web', () => {
    expect(
      pieces(doc(paragraph(link('https://schule.example/plan?x=1#y')))).map((it) => 'href' in it && it.href),
    ).toEqual(['https://schule.example/plan?x=1#y']);
  });

  it('leaves out what it does not know and what is nested beyond reason', () => {
    expect(
      toBlockViews(doc({ type: 'image', attrs: {} }, { type: 'script', content: [text('alert(1)')] })),
    ).toEqual([]);
    let deep: TextNode = paragraph(text('tief'));
    for (let level = 0; level < 20_000; level += 1) deep = { type: 'blockquote', content: [deep] };
    expect(JSON.stringify(toBlockViews(doc(deep)))).not.toContain('tief');
    expect(toFlatText(doc(deep))).toBe('');
  });

  it('underlines ranges of its words through marks, blocks and line breaks', () => {
    const mine = doc(
      paragraph(text('Die Arbeit ist am '), text('Dienstag', { type: 'bold' }), text('.')),
      paragraph(text('Abgabe:'), { type: 'hardBreak' }, text('Montag')),
    );
    const stored = doc(paragraph(text('Die Arbeit ist am Donnerstag.')), paragraph(text('Abgabe:\nMontag')));
    expect(toFlatText(mine)).toBe('Die Arbeit ist am Dienstag.\nAbgabe:\nMontag');
    const { left } = diffWords(toFlatText(mine), toFlatText(stored));
    const changed = pieces(mine, left).filter((it) => 'changed' in it && it.changed);
    expect(changed.map((it) => 'text' in it && it.text)).toEqual(['Dienstag']);
  });
});
