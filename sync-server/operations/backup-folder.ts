import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import type { BackupHeader } from './backup-format.ts';
import { openSealedFile } from './sealed-file.ts';

/** The names of files in a folder of backups. */

const ENDING = '.sicherung';
/** What a file is called until it has been read back. */
export const UNFINISHED = '.unfertig';

/** `umlauf-abcdefgh-2026-11-22T01-30-05Z.sicherung`: the school's id in short, and when in UTC. */
export const toBackupName = (schoolId: Id, madeAt: Instant): string =>
  `${toStart(schoolId)}-${new Date(madeAt).toISOString().slice(0, 19).replaceAll(':', '-')}Z${ENDING}`;

/** The copy of the deletion journal beside the backups. */
export const toJournalName = (schoolId: Id): string => `${toStart(schoolId)}-geloescht.log`;

const toStart = (schoolId: Id): string => `umlauf-${schoolId.slice(0, 8)}`;

export interface FoundBackup {
  readonly file: string;
  readonly header: BackupHeader;
  readonly bytes: number;
}

/** The backups in a folder whose header can be read, the newest first. */
export const listBackups = (folder: string): readonly FoundBackup[] => {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ENDING))
    .flatMap((name) => {
      const found = look(path.join(folder, name));
      return found === undefined ? [] : [found];
    })
    .sort((left, right) => right.header.madeAt - left.header.madeAt);
};

/** A file that cannot be read is nobody's business here: it is neither counted nor deleted. */
const look = (file: string): FoundBackup | undefined => {
  try {
    const { header, size, close } = openSealedFile(file);
    close();
    return { file, header, bytes: size };
  } catch {
    return undefined;
  }
};
