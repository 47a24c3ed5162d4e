import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';

/** A part of a printed page: text, columns, tables, drawings (https://pdfmake.github.io/docs). */
export type PdfContent = Content;

/** What is printed: A4, our fonts and German hold already. Lengths are in points (72 to the inch). */
export interface PdfDefinition extends Omit<
  TDocumentDefinitions,
  'pageSize' | 'language' | 'info' | 'images' | 'attachments'
> {
  /** Stands in the title of the viewer and in the properties of the file. */
  readonly title: string;
}

/**
 * Sets a document as PDF. The engine is loaded with the first one; rejects if it cannot be, without a connection or
 * after the server was renewed.
 */
export const toPdf = async (definition: PdfDefinition): Promise<Blob> => {
  const { renderPdf } = await import('./pdf-engine.ts');
  return renderPdf(definition);
};
