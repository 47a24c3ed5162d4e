import { randomBytes } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { syncFolder } from '#server/storage/sync-folder.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import { createArchiveWriter, readArchive } from './archive.ts';
import { BackupFault, toBackupFault } from './backup-fault.ts';
import { DATABASE_ENTRY, FORMAT_VERSION, isKeptPath, KEPT_FOLDERS, toPrefix } from './backup-format.ts';
import { toDataParts } from './data-parts.ts';
import { listBackups, toBackupName, toJournalName, UNFINISHED } from './backup-folder.ts';
import { toFingerprint } from './recovery-key.ts';
import { toKept } from './rotation.ts';
import { createSealedFile, openSealedFile } from './sealed-file.ts';
import { beginExchange } from './sealing.ts';
import { takeSnapshot, type Snapshot } from './snapshot.ts';

/** What a backup needs to know; plain data, so that it can be sent to a thread. */
export interface BackupOrder {
  readonly dataDir: string;
  /** Where the backup goes. */
  readonly to: string;
  /** The public half of the recovery key, in base64url. */
  readonly publicKey: string;
  readonly now: Instant;
  readonly zone: string;
}

/** A backup that was made, read back and found whole. */
export interface BackupMade {
  readonly file: string;
  readonly bytes: number;
  readonly madeAt: Instant;
  readonly schoolId: Id;
  readonly keyFingerprint: string;
  readonly documents: number;
  /** Attachments, certificates and settings beside the database. */
  readonly files: number;
  /** What lay among them and was left out: links, and names that no part of the program gives. */
  readonly leftOut: number;
  /** Older backups that were deleted in turn. */
  readonly rotated: number;
  /** How many are kept now, this one included. */
  readonly kept: number;
}

/**
 * Makes a backup: a snapshot of the database, proven whole; everything sealed into one file beside its place; read back
 * chunk by chunk under the key that is still at hand; only then renamed, and older ones deleted in turn. Whatever fails
 * leaves the older ones as they are. Blocks: call it in a thread or a process of its own. Throws `BackupFault`.
 */
export const writeBackup = (order: BackupOrder): BackupMade => {
  const parts = toDataParts(order.dataDir);
  try {
    if (!existsSync(parts.database)) throw new BackupFault('no-school');
    rmSync(parts.work, { recursive: true, force: true });
    mkdirSync(parts.work, { mode: 0o700 });
    // Never the folders above: a drive that is not there must not become a folder on this one.
    if (!existsSync(order.to)) mkdirSync(order.to, { mode: 0o700 });
    checkRoom(parts.work, statSync(parts.database).size);
    const snapshot = takeSnapshot(parts.database, path.join(parts.work, 'snapshot.db'));
    removeUnfinished(order.to, snapshot.schoolId);
    checkRoom(order.to, statSync(snapshot.path).size + countBytes(parts.folder));
    const made = seal(order, snapshot);
    if (existsSync(parts.journal)) {
      copyWhole(parts.journal, path.join(order.to, toJournalName(snapshot.schoolId)));
    }
    return { ...made, ...rotate(order, snapshot.schoolId, made.madeAt) };
  } catch (error) {
    throw toBackupFault(error);
  } finally {
    rmSync(parts.work, { recursive: true, force: true });
  }
};

const seal = (order: BackupOrder, snapshot: Snapshot): Omit<BackupMade, 'rotated' | 'kept'> => {
  const publicKey = Buffer.from(order.publicKey, 'base64url');
  const random = { bytes: (length: number) => new Uint8Array(randomBytes(length)) };
  const exchange = beginExchange(publicKey, random);
  const { schoolId, epoch, schema, documents } = snapshot;
  const header = {
    version: FORMAT_VERSION,
    schema,
    schoolId,
    epoch,
    madeAt: order.now,
    keyFingerprint: toFingerprint(publicKey),
    exchange: exchange.publicHalf,
  } as const;
  const prefix = toPrefix(header);
  const key = exchange.toContentKey(prefix);
  const file = path.join(order.to, toBackupName(schoolId, order.now));
  const unfinished = file + UNFINISHED;
  rmSync(unfinished, { force: true });
  try {
    const sealed = createSealedFile(unfinished, prefix, key);
    let bytes: number;
    let leftOut = 0;
    let entries: number;
    try {
      const archive = createArchiveWriter(sealed.write);
      archive.add(DATABASE_ENTRY, snapshot.path);
      for (const name of listKept(order.dataDir)) {
        const isTaken = isKeptPath(name) && archive.add(name, path.join(order.dataDir, name));
        if (!isTaken) leftOut += 1;
      }
      entries = archive.end();
      bytes = sealed.finish();
    } finally {
      sealed.close();
    }
    verify(unfinished, key, bytes, entries);
    renameSync(unfinished, file);
    syncFolder(order.to);
    const { madeAt, keyFingerprint } = header;
    return { file, bytes, madeAt, schoolId, keyFingerprint, documents, files: entries - 1, leftOut };
  } finally {
    key.fill(0);
    rmSync(unfinished, { force: true });
  }
};

/** Reads the file back from where it lies and opens every chunk: the last chance while the key is known here. */
const verify = (file: string, key: Buffer, bytes: number, entries: number): void => {
  const written = openSealedFile(file);
  try {
    let found = 0;
    for (const entry of readArchive(written.chunks(key))) {
      found += 1;
      for (const piece of entry.pieces()) void piece;
    }
    if (found !== entries || written.size !== bytes) throw new BackupFault('not-verified');
  } catch (error) {
    throw new BackupFault('not-verified', { cause: error });
  } finally {
    written.close();
  }
};

/** The ordinary files in the kept folders, as paths with forward slashes. Links are not followed; they count as one. */
const listKept = (dataDir: string): readonly string[] =>
  KEPT_FOLDERS.flatMap((folder) => listFolder(dataDir, folder)).sort();

const listFolder = (dataDir: string, folder: string): readonly string[] => {
  const place = path.join(dataDir, folder);
  if (!existsSync(place)) return [];
  return readdirSync(place, { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    return entry.isDirectory() ? listFolder(dataDir, name) : [name];
  });
};

const countBytes = (dataDir: string): number =>
  listKept(dataDir).reduce((sum, name) => {
    const status = statSync(path.join(dataDir, name), { throwIfNoEntry: false });
    return sum + (status?.isFile() === true ? status.size : 0);
  }, 0);

/** Room for the whole and a little more, asked before anything is written. */
const checkRoom = (folder: string, bytes: number): void => {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < bytes * 1.02 + 1_000_000) throw new BackupFault('disk-full');
};

/** What an earlier attempt left behind when its process was killed. */
const removeUnfinished = (folder: string, schoolId: Id): void => {
  const start = toBackupName(schoolId, 0).split('-').slice(0, 2).join('-');
  for (const name of readdirSync(folder)) {
    if (name.startsWith(start) && name.endsWith(UNFINISHED)) rmSync(path.join(folder, name), { force: true });
  }
};

/** Deletes what is no longer kept; never one that could not be read, never another school's, never the one just made. */
const rotate = (order: BackupOrder, schoolId: Id, madeAt: Instant): Pick<BackupMade, 'rotated' | 'kept'> => {
  const own = listBackups(order.to).filter(({ header }) => header.schoolId === schoolId);
  const kept = toKept(
    own.map(({ header }) => header.madeAt),
    order.zone,
  );
  const old = own.filter(({ header }) => header.madeAt !== madeAt && !kept.has(header.madeAt));
  for (const { file } of old) rmSync(file, { force: true });
  return { rotated: old.length, kept: own.length - old.length };
};

const copyWhole = (from: string, to: string): void => {
  copyFileSync(from, to + UNFINISHED);
  renameSync(to + UNFINISHED, to);
};
