import { z } from 'zod';

/** What may be in the way of a backup or a restore: a closed list; the screens and the console have a sentence for each. */
export const BACKUP_FAULTS = [
  /** No recovery key was made yet: there is nothing to seal with. */
  'no-key',
  /** The folder holds no school. */
  'no-school',
  /** Another backup of the same school is being made. */
  'busy',
  /** No room where the backup goes; what is there was left alone. */
  'disk-full',
  /** The folder cannot be written, or the file cannot be read. */
  'unreachable',
  /** The database itself is damaged: a backup of it would be worth nothing. */
  'database-damaged',
  /** What was written is not what can be read back. */
  'not-verified',
  /** The file is no backup. */
  'not-a-backup',
  /** A newer program has made the backup. */
  'too-new',
  /** At least one bit is not as it was written, or the end is missing. */
  'damaged',
  /** The recovery key belongs to another backup. */
  'wrong-key',
  /** The folder holds another school. */
  'other-school',
  /** The folder is not empty, and nobody said that it may be replaced. */
  'not-empty',
  /** A server runs on the folder. */
  'in-use',
  /** The backup names files that no backup of this program holds: somebody has made it to do harm. */
  'hostile',
] as const;
export type BackupFaultKind = (typeof BACKUP_FAULTS)[number];

const fault = z.enum(BACKUP_FAULTS).optional();

/** How the last attempt, the last good backup and the last drill went. Instants are UTC milliseconds. */
export const backupRecordShape = {
  last: z.object({ at: z.int(), fault }).optional(),
  good: z
    .object({
      file: z.string(),
      bytes: z.int(),
      /** When the snapshot was taken. */
      madeAt: z.int(),
      keyFingerprint: z.string(),
      documents: z.int(),
      /** Files beside the database. */
      files: z.int(),
      /** What lay among them and is no file of the program. */
      leftOut: z.int(),
      /** How many backups lie there, this one included. */
      kept: z.int(),
    })
    .optional(),
  /** The last time a backup was tried out whole. */
  drill: z.object({ at: z.int(), madeAt: z.int(), documents: z.int(), fault }).optional(),
} as const;

/** `GET /api/backup`, for administrators: how the school's backups stand. */
export const backupStatusSchema = z.object({
  ...backupRecordShape,
  isRunning: z.boolean(),
  /** Without a recovery key nothing can be sealed. */
  hasKey: z.boolean(),
  /** Where they go, on the server. */
  folder: z.string(),
  /** When the next nightly one is made; absent if there is none. */
  next: z.int().optional(),
});
export type BackupStatus = z.infer<typeof backupStatusSchema>;
