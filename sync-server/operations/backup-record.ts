import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { backupRecordShape } from '#core/admin/backup-status.ts';

/**
 * How backups went, in a small file beside the database: inside it, a restored backup would bring back its own past.
 */
const recordSchema = z.object(backupRecordShape);
export type BackupRecord = z.infer<typeof recordSchema>;

/** An unreadable record is no reason to stop: the next backup writes a new one. */
export const readBackupRecord = (file: string): BackupRecord => {
  if (!existsSync(file)) return {};
  try {
    return recordSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
};

/** Adds to the record; written whole or not at all. */
export const noteInRecord = (file: string, change: BackupRecord): void => {
  const text = JSON.stringify({ ...readBackupRecord(file), ...change });
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
};
