import { createHash } from 'node:crypto';
import { z } from 'zod';
import { idSchema } from '#core/kernel/id.ts';
import { BackupFault } from './backup-fault.ts';

/**
 * A backup is one file: a prefix in clear that says what it is, and content sealed to the school's recovery key.
 *
 * prefix: 8 bytes `MAGIC` · length of the header (4 bytes, big endian) · header (JSON) · SHA-256 of all before it
 * content: chunks of `CHUNK_BYTES`, each sealed by itself with 16 bytes more (see `sealing.ts`); the last one is shorter
 * within the content: entries, each a length (4 bytes), a JSON `{path, bytes}` and the bytes; the last is `{end, entries}`
 */

/** Ends like PNG's: a transfer that mistakes the file for text is found at once. */
const MAGIC = Buffer.from('UMLB\r\n\x1a\n', 'latin1');
const LENGTH_BYTES = 4;
const SUM_BYTES = 32;
/** No header is longer, so that a file that is no backup is not read into memory. */
export const HEADER_BYTES = 4_096;
export const PREFIX_BYTES = MAGIC.length + LENGTH_BYTES + HEADER_BYTES + SUM_BYTES;
/** Content that is sealed at once, in bytes. */
export const CHUNK_BYTES = 1_048_576;
/** The number of this format; another one is a newer program's. */
export const FORMAT_VERSION = 1;

const bytes32 = z.string().regex(/^[\w-]{43}$/);
const headerSchema = z.object({
  version: z.literal(FORMAT_VERSION),
  /** The version of the database's schema: a program that knows fewer steps cannot read it. */
  schema: z.int().min(1),
  schoolId: idSchema,
  epoch: z.string().max(32),
  /** The server's clock when the snapshot was taken, in UTC milliseconds. */
  madeAt: z.int().min(0),
  /** Which recovery key opens it (see `toFingerprint`). */
  keyFingerprint: z.string().max(12),
  /** The half of the key exchange that was made for this file alone, in base64url. */
  exchange: bytes32,
});
/** What a backup says about itself to whoever finds it: no names, no contents. */
export type BackupHeader = z.infer<typeof headerSchema>;

const versionSchema = z.object({ version: z.int() });

/** The prefix of a file with this header. */
export const toPrefix = (header: BackupHeader): Buffer => {
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(json.length);
  const start = Buffer.concat([MAGIC, length, json]);
  return Buffer.concat([start, createHash('sha256').update(start).digest()]);
};

/**
 * Reads the prefix from the first bytes of a file (`PREFIX_BYTES` of them, or the whole file if it is shorter).
 * Throws `BackupFault` with `not-a-backup`, `damaged` or `too-new`.
 */
export const readPrefix = (start: Buffer): { readonly header: BackupHeader; readonly prefix: Buffer } => {
  const magic = start.subarray(0, MAGIC.length);
  if (!magic.equals(MAGIC)) throw new BackupFault(isNearly(magic) ? 'damaged' : 'not-a-backup');
  if (start.length < MAGIC.length + LENGTH_BYTES) throw new BackupFault('damaged');
  const length = start.readUInt32BE(MAGIC.length);
  const jsonEnd = MAGIC.length + LENGTH_BYTES + length;
  if (length > HEADER_BYTES || start.length < jsonEnd + SUM_BYTES) throw new BackupFault('damaged');
  const sum = createHash('sha256').update(start.subarray(0, jsonEnd)).digest();
  if (!sum.equals(start.subarray(jsonEnd, jsonEnd + SUM_BYTES))) throw new BackupFault('damaged');
  const value = parseJson(start.subarray(MAGIC.length + LENGTH_BYTES, jsonEnd));
  const header = headerSchema.safeParse(value);
  if (header.success) return { header: header.data, prefix: start.subarray(0, jsonEnd + SUM_BYTES) };
  const version = versionSchema.safeParse(value);
  throw new BackupFault(
    version.success && version.data.version > FORMAT_VERSION ? 'too-new' : 'not-a-backup',
  );
};

const parseJson = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new BackupFault('not-a-backup', { cause: error });
  }
};

/** A single flipped bit in the first bytes is damage, not another kind of file. */
const isNearly = (magic: Buffer): boolean => {
  if (magic.length < MAGIC.length) return magic.length > 0 && MAGIC.subarray(0, magic.length).equals(magic);
  return magic.filter((byte, index) => byte !== MAGIC[index]).length <= 2;
};

/** What stands before each file within the content, and at its end. */
export const entrySchema = z.union([
  z.object({ path: z.string().max(300), bytes: z.int().min(0) }),
  z.object({ end: z.literal(true), entries: z.int().min(0) }),
]);
export type Entry = z.infer<typeof entrySchema>;
export const ENTRY_BYTES = 2_048;

/** The database within a backup; beside it lie only files of the folders in `KEPT_FOLDERS`. */
export const DATABASE_ENTRY = 'umlauf.db';

/**
 * The folders of the data folder that a backup holds: attachments, the school's certificates, settings that lie in files.
 * What is not named here is never in a backup; so the keys of open votes (D27), which must not outlive them.
 */
export const KEPT_FOLDERS = ['files', 'pki', 'settings'] as const;

const SEGMENT = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,127}$/;

/** Whether a backup may write this path into the new folder: never upwards, never beside, nothing that starts a program. */
export const isKeptPath = (path: string): boolean => {
  if (path === DATABASE_ENTRY) return true;
  const [folder, ...segments] = path.split('/');
  return (
    KEPT_FOLDERS.some((kept) => kept === folder) &&
    segments.length >= 1 &&
    segments.length <= 4 &&
    segments.every((segment) => SEGMENT.test(segment) && !segment.endsWith('.'))
  );
};
