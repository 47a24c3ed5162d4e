import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { migrations } from '#server/storage/migrations/migrations.ts';
import { readArchive, type ArchivedFile } from './archive.ts';
import { BackupFault } from './backup-fault.ts';
import { DATABASE_ENTRY, isKeptPath, type BackupHeader } from './backup-format.ts';
import { openSealedFile } from './sealed-file.ts';
import { openExchange } from './sealing.ts';
import { inspectDatabase } from './snapshot.ts';

export interface Unpacked {
  readonly header: BackupHeader;
  readonly documents: number;
  /** Files beside the database. */
  readonly files: number;
}

/** What a backup says about itself. Throws `BackupFault`. */
export const readHeader = (file: string): BackupHeader => {
  const { header, close } = openSealedFile(file);
  close();
  if (header.schema > migrations.length) throw new BackupFault('too-new');
  return header;
};

/**
 * Opens a backup with the private half of the recovery key into an empty folder and proves the database. Nothing is
 * written that was not sealed by the school; nothing outside the folder, whatever the backup says. Blocks. Throws
 * `BackupFault`; then the folder holds half of it and is to be thrown away.
 */
export const unpackBackup = (file: string, secret: Uint8Array, into: string): Unpacked => {
  const sealed = openSealedFile(file);
  try {
    const { header } = sealed;
    if (header.schema > migrations.length) throw new BackupFault('too-new');
    const key = openExchange(secret, header, sealed.prefix);
    const paths = new Set<string>();
    for (const entry of readArchive(sealed.chunks(key))) {
      // The names of one folder on Windows and macOS differ by more than case.
      const name = entry.path.toLowerCase();
      if (!isKeptPath(entry.path) || paths.has(name)) throw new BackupFault('hostile');
      paths.add(name);
      writeFile(path.join(into, ...entry.path.split('/')), entry);
    }
    key.fill(0);
    if (!paths.has(DATABASE_ENTRY)) throw new BackupFault('damaged');
    const found = inspectDatabase(path.join(into, DATABASE_ENTRY));
    if (found.schoolId !== header.schoolId) throw new BackupFault('hostile');
    return { header, documents: found.documents, files: paths.size - 1 };
  } finally {
    sealed.close();
  }
};

const writeFile = (place: string, entry: ArchivedFile): void => {
  mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 });
  const file = openSync(place, 'wx', 0o600);
  try {
    for (const piece of entry.pieces()) {
      for (let done = 0; done < piece.length;) done += writeSync(file, piece, done);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};
