import { afterEach, describe, expect, it } from 'vitest';
import type { Editor } from '@tiptap/core';
import { createEditor } from './editor.ts';
import { EMPTY_DOCUMENT } from './draft.ts';

let editor: Editor | undefined;
afterEach(() => editor?.destroy());

/** What stands in the editor after this was pasted, without what the editor adds: attributes of links, an empty end. */
const paste = (html: string): string => {
  const element = document.createElement('div');
  document.body.replaceChildren(element);
  const made = createEditor({
    element,
    body: EMPTY_DOCUMENT,
    attributes: {},
    onchange: () => undefined,
    onmove: () => undefined,
  });
  editor = made;
  const data = new DataTransfer();
  data.setData('text/html', html);
  const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
  made.view.dom.dispatchEvent(event);
  return made.getHTML().replace(/ (target|rel|class)="[^"]*"|<p><\/p>$/gu, '');
};

const word = (entries: string): string => `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>
  <!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--><!--StartFragment-->${entries}<!--EndFragment--></body></html>`;

const entry = (sign: string, text: string, level = 1): string =>
  `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span
  style='font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
  </span></span></span><![endif]>${text}<o:p></o:p></p>`;

describe('a pasted table', () => {
  it('becomes a paragraph per row with a sign between the cells', () => {
    expect(
      paste(`<table><caption>Räume</caption><tr><th>Klasse</th><th>Raum</th></tr>
        <tr><td>Zelle A</td><td>Zelle <b>B</b></td></tr><tr><td>8b</td><td></td></tr><tr><td></td><td>207</td></tr>
        <tr><td>&nbsp;</td><td> </td></tr></table><p>Danach</p>`),
    ).toBe(
      '<p>Räume</p><p>Klasse | Raum</p><p>Zelle A | Zelle <strong>B</strong></p><p>8b</p><p>| 207</p><p>Danach</p>',
    );
  });

  it('of Word keeps the lines of a cell apart, and its links', () => {
    expect(
      paste(
        word(`<table class=MsoTableGrid><tr><td><p class=MsoNormal>Mo<o:p></o:p></p><p class=MsoNormal>8 Uhr<o:p></o:p></p></td>
        <td><p class=MsoNormal><a href="https://schule.example">Plan</a><o:p></o:p></p></td></tr></table>`),
      ),
    ).toBe('<p>Mo 8 Uhr | <a href="https://schule.example">Plan</a></p>');
  });

  it('that only arranges a letter, or lies inside another, loses nothing', () => {
    expect(
      paste(
        `<table><tr><td><h2>Kopf</h2><p>Eins</p><p>Zwei</p><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>`,
      ),
    ).toBe('<h2>Kopf</h2><p>Eins</p><p>Zwei</p><p>a | b</p>');
  });
});

describe('a pasted space', () => {
  it.each([
    '<a href="https://a.example">klick</a> <a href="https://b.example">gut</a>',
    '<a href="https://a.example">klick</a>\n<a href="https://b.example">gut</a>',
    '<a href="https://a.example">klick</a><span> </span><a href="https://b.example">gut</a>',
    '<a href="https://a.example">klick</a><span>&nbsp;</span><a href="https://b.example">gut</a>',
    '<a href="javascript:alert(1)">klick</a> <a href="https://b.example">gut</a>',
    '<p><a href="javascript:alert(1)">klick</a> <a href="https://b.example">gut</a></p>',
    '<b>klick</b> <i>gut</i>',
    '<div><b>klick</b> <i>gut</i></div>',
    '<table><tr><td><b>klick</b> <i>gut</i></td><td>x</td></tr></table>',
    '<span><b>klick</b></span> <span><i>gut</i></span>',
  ])('between two words stays in %s', (html) => {
    // Right behind a block the editor's reader is not inside a line yet.
    for (const before of [
      '',
      '<h2>Davor</h2>',
      '<ul><li>Davor</li></ul>',
      '<table><tr><td>1</td><td>2</td></tr></table>',
    ]) {
      paste(before + html);
      expect(editor?.getText().replaceAll('\u00a0', ' ')).toMatch(/(^|\n)klick gut( \| x)?$/u);
      editor?.destroy();
    }
  });
});

describe('a list of Word', () => {
  it.each(['·', 'o', '§', 'Ø', '-'])('with %s becomes a list without the sign', (sign) => {
    const expected = '<ul><li><p>Raum 207</p></li><li><p>Oben</p></li></ul>';
    expect(paste(word(entry(sign, 'Raum 207') + entry(sign, 'Oben')))).toBe(expected);
    const bare = (text: string): string =>
      `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span>${sign}<span>&nbsp;&nbsp;</span></span>${text}</p>`;
    expect(paste(word(bare('Raum 207') + bare('Oben')))).toBe(expected);
  });

  it('with numbers becomes a numbered one, and levels become lists inside lists', () => {
    expect(
      paste(
        word(
          entry('1.', 'Eins') +
            entry('o', 'Darunter', 2) +
            entry('§', 'Tiefer', 3) +
            entry('§', 'Zu tief', 4) +
            entry('2.', 'Zwei') +
            '<p class=MsoNormal>Absatz</p>' +
            entry('·', 'Neu'),
        ),
      ),
    ).toBe(
      '<ol><li><p>Eins</p><ul><li><p>Darunter</p><ul><li><p>Tiefer</p></li><li><p>Zu tief</p></li></ul></li></ul></li>' +
        '<li><p>Zwei</p></li></ol><p>Absatz</p><ul><li><p>Neu</p></li></ul>',
    );
  });

  it('begins anew where bullets follow numbers', () => {
    expect(paste(word(entry('1.', 'Eins') + entry('·', 'Punkt')))).toBe(
      '<ol><li><p>Eins</p></li></ol><ul><li><p>Punkt</p></li></ul>',
    );
  });

  it('that a mail program wrote as paragraphs with bullets is one too; a law’s paragraph is not', () => {
    expect(paste('<p>·&nbsp;&nbsp;Eins</p><p>•&nbsp;Zwei</p><p>§ 5 SchulG</p><p>o ja</p>')).toBe(
      '<ul><li><p>Eins</p></li><li><p>Zwei</p></li></ul><p>§ 5 SchulG</p><p>o ja</p>',
    );
  });

  it('keeps what stands between two conditional comments', () => {
    expect(
      paste(
        word(
          `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span style='mso-list:Ignore'>·</span><!--[endif]-->Erster</p>
          <p>Mitte</p><!--[if gte mso 9]><b>weg</b><![endif]--><p>Ende</p>`,
        ),
      ),
    ).toBe('<ul><li><p>Erster</p></li></ul><p>Mitte</p><p>Ende</p>');
  });
});
