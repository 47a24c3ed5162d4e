import { expect, test } from 'vitest';
import { openPdf, savePdf } from './hand-out.ts';
import { toPdf } from './pdf.ts';
import { toQrDrawing, toQrSvg } from './qr.ts';

const toBytes = async (pdf: Blob): Promise<string> =>
  Array.from(new Uint8Array(await pdf.arrayBuffer()), (byte) => String.fromCharCode(byte)).join('');

/** The characters that can be copied out of the file: those its fonts map back to Unicode. */
const toCharacters = (bytes: string): string => {
  const maps = [...bytes.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)].map((match) => match[1] ?? '');
  return [...maps.join('').matchAll(/<([0-9a-f]{4,})>/gi)]
    .map(([, code = '']) => String.fromCharCode(Number.parseInt(code.slice(0, 4), 16)))
    .join('');
};

const WORDS = 'Größe Übergänge Straße – „Weiß“ Çağla Oğuz Dvořák Łukasz 0O1lI';

test('a page is A4, in our two weights, with every letter of German and of names from elsewhere', async () => {
  const pdf = await toPdf({
    title: 'Zugangszettel für Weiß',
    compress: false,
    content: [{ text: WORDS }, { text: WORDS, bold: true }, { text: 'schräg', italics: true }],
  });
  expect(pdf.type).toBe('application/pdf');
  const bytes = await toBytes(pdf);
  expect(bytes.startsWith('%PDF-1.')).toBe(true);
  expect(bytes).toContain('/MediaBox [0 0 595.28 841.89]');
  expect(bytes).toContain('/Lang (de-DE)');
  const fonts = new Set([...bytes.matchAll(/\/BaseFont \/\w+\+([\w-]+)/g)].map((match) => match[1]));
  expect([...fonts].sort()).toEqual(['AtkinsonHyperlegibleNext-Bold', 'AtkinsonHyperlegibleNext-Regular']);
  const readable = toCharacters(bytes);
  for (const character of WORDS.replaceAll(' ', '')) expect(readable).toContain(character);
});

test('long texts go on to the next page', async () => {
  const pdf = await toPdf({ title: 'Lang', compress: false, content: 'Zeile für Zeile. '.repeat(800) });
  const pages = [...(await toBytes(pdf)).matchAll(/\/Type \/Page\b(?!s)/g)];
  expect(pages.length).toBeGreaterThan(1);
});

test('a QR code is square, keeps its quiet zone, and stands in a page', async () => {
  const drawing = await toQrDrawing('https://umlauf.schule.example/beitreten#7K3MQ2XD');
  const places = [...drawing.path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
  expect(Math.min(...places)).toBe(4);
  expect(Math.max(...places)).toBe(drawing.size - 5);
  // The three corners by which it is found.
  for (const corner of ['M4 4h', `M${drawing.size - 5} 4h`, `M4 ${drawing.size - 5}h`])
    expect(drawing.path).toContain(corner);
  const pdf = await toPdf({ title: 'QR', compress: false, content: [{ svg: toQrSvg(drawing), width: 90 }] });
  // A square of the code is drawn by six steps, and there are hundreds.
  expect((await toBytes(pdf)).length).toBeGreaterThan(10_000);
});

test('a PDF is opened in a tab of its own or saved under its name', () => {
  const pdf = new Blob(['%PDF-1.3'], { type: 'application/pdf' });
  const opened: unknown[] = [];
  const open = window.open.bind(window);
  window.open = (address) => {
    opened.push(address);
    return null;
  };
  expect(openPdf(pdf)).toBe(false);
  window.open = open;
  expect(opened).toEqual([expect.stringMatching(/^blob:/)]);

  const saved: { name: string; address: string }[] = [];
  const listen = (event: MouseEvent): void => {
    event.preventDefault();
    const link = event.target as HTMLAnchorElement;
    saved.push({ name: link.download, address: link.href });
  };
  // The link stands in no document, so that only its own prototype hears the press.
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function press(this: HTMLAnchorElement) {
    this.addEventListener('click', listen);
    this.dispatchEvent(new MouseEvent('click', { cancelable: true }));
  };
  savePdf(pdf, 'zugangszettel.pdf');
  HTMLAnchorElement.prototype.click = click;
  expect(saved).toEqual([{ name: 'zugangszettel.pdf', address: expect.stringMatching(/^blob:/) as string }]);
});
