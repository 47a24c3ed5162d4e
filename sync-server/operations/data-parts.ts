import path from 'node:path';
import { JOURNAL_FILE } from './deletion-journal.ts';

/** The parts of a data folder that backups know. */
export interface DataParts {
  readonly folder: string;
  readonly database: string;
  readonly journal: string;
  /** Where the snapshot lies while a backup is made; nobody else on the machine may read it. */
  readonly work: string;
  /** How the last backup and the last drill went. */
  readonly record: string;
  /** Where backups go unless somebody named another folder. */
  readonly backups: string;
}

export const toDataParts = (folder: string): DataParts => ({
  folder,
  database: path.join(folder, 'umlauf.db'),
  journal: path.join(folder, JOURNAL_FILE),
  work: path.join(folder, 'backup-work'),
  record: path.join(folder, 'backup.json'),
  backups: path.join(folder, 'backups'),
});
