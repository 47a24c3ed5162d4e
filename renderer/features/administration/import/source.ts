import { toVisible, type OpenFault } from '#core/directory/import/columns.ts';
import { MAX_BYTES } from '#core/directory/import/read-staff-list.ts';
import { accept, refuse, type Result } from '#core/kernel/result.ts';

/** Why a list did not even come to be read. */
export type SourceFault = OpenFault | 'not-there' | 'several' | 'broken';

/** A list as it was dropped, chosen or pasted. */
export interface Source {
  /** What the file is called, made visible; undefined for what was pasted. */
  readonly name: string | undefined;
  readonly bytes: Uint8Array;
}

const WORKBOOK_NAME = /\.(xlsx?|xlsm|xlsb|ods|numbers|pdf|docx?|odt)$/iu;

/** Reads a file; one that is too large, or by its name a workbook, is refused before a byte of it is read. */
export const readFile = async (files: readonly File[]): Promise<Result<Source, SourceFault>> => {
  const [file] = files;
  if (file === undefined) return refuse('not-there');
  if (files.length > 1) return refuse('several');
  if (file.size > MAX_BYTES) return refuse('too-large');
  if (WORKBOOK_NAME.test(file.name)) return refuse('workbook');
  try {
    return accept({ name: toVisible(file.name), bytes: new Uint8Array(await file.arrayBuffer()) });
  } catch {
    return refuse('not-there');
  }
};

/** The bytes of what was pasted, read as a file would be. */
export const readPasted = (text: string): Result<Source, SourceFault> => {
  if (text.trim() === '') return refuse('empty');
  if (text.length > MAX_BYTES) return refuse('too-large');
  return accept({ name: undefined, bytes: new TextEncoder().encode(text) });
};
