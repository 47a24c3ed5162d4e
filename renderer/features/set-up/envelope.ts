import type { PrintedKey } from '#core/protocol/messages/set-up.ts';
import { envelopeTexts as texts } from '#renderer/i18n/envelope.ts';
import { toPdf, type PdfContent } from '#renderer/print/pdf.ts';
import { toQrDrawing, toQrSvg } from '#renderer/print/qr.ts';
import { toBlocks } from './blocks.ts';

const COLUMNS = 3;

const toTable = (blocks: readonly string[]): PdfContent => {
  const cells = blocks.map((block, index) => ({
    text: [
      { text: `${String(index + 1)}  `, fontSize: 10, color: '#555555' },
      { text: block, bold: true, fontSize: 17, characterSpacing: 1.5 },
    ],
    margin: [4, 6, 4, 4] as [number, number, number, number],
  }));
  while (cells.length % COLUMNS !== 0) cells.push({ text: [], margin: [0, 0, 0, 0] });
  const body = Array.from({ length: cells.length / COLUMNS }, (_, row) =>
    cells.slice(row * COLUMNS, (row + 1) * COLUMNS),
  );
  return { table: { widths: ['*', '*', '*'], body }, margin: [0, 4, 0, 14] };
};

const section = (title: string, text: string): PdfContent => [
  { text: title, bold: true, margin: [0, 8, 0, 2] },
  { text },
];

/** A4 without the margins, in points. */
const WIDTH = 483;

/** A line to write on, with what belongs on it below. */
const line = (label: string): PdfContent => [
  {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineWidth: 0.5 }],
    margin: [0, 36, 0, 2],
  },
  { text: label, fontSize: 9, color: '#333333' },
];

/** The sheet for the envelope, A4: the key in blocks and as QR code, what it is for, and what to do with it. */
export const toEnvelopePdf = async (key: PrintedKey, school: string, date: string): Promise<Blob> => {
  const qr = await toQrDrawing(key.privateQrText);
  return toPdf({
    title: texts.sheetTitle(),
    pageMargins: [56, 56, 56, 48],
    content: [
      { text: school, fontSize: 12, color: '#333333' },
      { text: `Umlauf: ${texts.sheetTitle()}`, fontSize: 22, bold: true, margin: [0, 2, 0, 2] },
      { text: texts.sheetMade(key.fingerprint, date), margin: [0, 0, 0, 12] },
      { text: texts.blocks(), bold: true },
      toTable(toBlocks(key)),
      {
        columns: [
          { svg: toQrSvg(qr), width: 130 },
          [
            section(texts.sheetWhat(), texts.sheetWhatText()),
            section(texts.sheetKeep(), texts.sheetKeepText()),
          ],
        ],
        columnGap: 18,
      },
      { text: texts.sheetUse(), bold: true, margin: [0, 14, 0, 4] },
      { ol: [texts.sheetUse1(), texts.sheetUse2(), texts.sheetUse3()] },
      line(texts.sheetSealed()),
      line(texts.sheetOpened()),
    ],
  });
};
