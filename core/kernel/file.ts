import { z } from 'zod';
import { idSchema } from './id.ts';

/** The largest attachment, in bytes: 20 MB as people and file managers count. */
export const FILE_BYTES_MAX = 20_000_000;
/** Attachments of one document. */
export const FILES_MAX = 10;
/** Characters of a file's name, in UTF-16 units. */
export const FILE_NAME_MAX = 120;

/** The longest ending that is kept when a name is cut. */
const ENDING = /\.[\p{L}\p{N}]{1,10}$/u;
/** Control characters, and marks that turn the direction of writing (a name that ends on "exe" and shows as "fdp.exe" read backwards) or cannot be seen. */
const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]/gu;
/** What Windows takes in no name. */
const FORBIDDEN = /["*:<>?|]/gu;
/** Names that are devices on Windows, with whatever ending. */
const DEVICE = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)/iu;

/**
 * A name under which a file may be shown and saved on every system: without folders, characters nobody sees and what a
 * system takes for something else. The ending survives. Cleaning a clean name changes nothing.
 */
export const toFileName = (raw: string): string => {
  const last = raw.replaceAll(INVISIBLE, '').normalize('NFC').split(/[/\\]/u).at(-1) ?? '';
  const plain = trimEdges(last.replaceAll(FORBIDDEN, '_').replaceAll(/\s+/gu, ' '));
  const safe = plain.replace(DEVICE, '_$1');
  const short = safe.length <= FILE_NAME_MAX ? safe : cut(safe);
  return short === '' ? 'Datei' : short;
};

/** Without blanks around it, dots before it (hidden files) and dots after it (Windows drops them). */
const trimEdges = (name: string): string => name.replace(/^[\s.]+|[\s.]+$/gu, '');

const cut = (name: string): string => {
  const ending = ENDING.exec(name)?.[0] ?? '';
  const stem = name.slice(0, FILE_NAME_MAX - ending.length);
  // Half of a surrogate pair is no character.
  return trimEdges(stem.replace(/[\ud800-\udbff]$/u, '')) + ending;
};

/** What a browser said about a file, if it has the shape of a media type; it is shown, never obeyed (D9). */
export const toFileType = (raw: string): string => {
  const plain = raw.split(';')[0]?.trim().toLowerCase() ?? '';
  return MEDIA_TYPE.test(plain) ? plain : UNKNOWN_TYPE;
};
const UNKNOWN_TYPE = 'application/octet-stream';
const MEDIA_TYPE = /^[a-z0-9][a-z0-9.+-]{0,40}\/[a-z0-9][a-z0-9.+-]{0,80}$/u;

/** A document's reference to a file. Whoever may read the document may read the file (D9). */
export const fileReferenceSchema = z.object({
  id: idSchema,
  name: z.string().refine((name) => toFileName(name) === name),
  /** Bytes. */
  size: z.int().min(1).max(FILE_BYTES_MAX),
  type: z.string().regex(MEDIA_TYPE),
});
export type FileReference = z.infer<typeof fileReferenceSchema>;

/** The files of one document, each of them once. */
export const fileReferencesSchema = z
  .array(fileReferenceSchema)
  .max(FILES_MAX)
  .refine((files) => new Set(files.map((file) => file.id)).size === files.length);
