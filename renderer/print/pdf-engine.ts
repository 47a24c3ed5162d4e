import pdfmake from 'pdfmake/build/pdfmake.js';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import boldUrl from './fonts/atkinson-hyperlegible-next-bold.ttf?url';
import regularUrl from './fonts/atkinson-hyperlegible-next-regular.ttf?url';
import type { PdfDefinition } from './pdf.ts';

/** What `pdf.ts` loads lazily: pdfmake is a megabyte, and few people ever print. */

const FONT = 'Atkinson Hyperlegible Next';
const FILES = { 'regular.ttf': regularUrl, 'bold.ttf': boldUrl } as const;

let loading: Promise<void> | undefined;

/** Fetches the fonts once; a failed attempt is not remembered. */
const loadFonts = (): Promise<void> => {
  loading ??= fetchFonts().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
};

const fetchFonts = async (): Promise<void> => {
  const files = await Promise.all(
    Object.entries(FILES).map(async ([name, url]) => {
      const response = await fetch(url);
      if (!response.ok) throw new Error(`the font ${name} could not be loaded`);
      return [name, new Uint8Array(await response.arrayBuffer()).toBase64()] as const;
    }),
  );
  pdfmake.addVirtualFileSystem(Object.fromEntries(files));
  // No slanted letters: what would be slanted stands upright.
  const [normal, bold] = Object.keys(FILES);
  pdfmake.addFonts({ [FONT]: { normal, bold, italics: normal, bolditalics: bold } });
};

/** Sets a document; see `toPdf`. */
export const renderPdf = async ({ title, defaultStyle, ...definition }: PdfDefinition): Promise<Blob> => {
  await loadFonts();
  const whole: TDocumentDefinitions = {
    ...definition,
    pageSize: 'A4',
    language: 'de-DE',
    info: { title, creator: 'Umlauf', producer: 'Umlauf' },
    defaultStyle: { font: FONT, fontSize: 11, lineHeight: 1.2, ...defaultStyle },
  };
  return pdfmake.createPdf(whole).getBlob();
};
