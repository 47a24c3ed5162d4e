import { constants, closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { BackupFault } from './backup-fault.ts';
import { ENTRY_BYTES, entrySchema, type Entry } from './backup-format.ts';

const LENGTH_BYTES = 4;
const PIECE_BYTES = 262_144;

/** Writes files one after the other into the content of a backup. */
export interface ArchiveWriter {
  /** Adds a file under this path. False if it is gone or no ordinary file (a link leads out of the folder). */
  add(path: string, from: string): boolean;
  /** Says that there are no more. Returns how many there were. */
  end(): number;
}

export const createArchiveWriter = (write: (bytes: Uint8Array) => void): ArchiveWriter => {
  const piece = Buffer.alloc(PIECE_BYTES);
  let entries = 0;
  const announce = (entry: Entry): void => {
    const json = Buffer.from(JSON.stringify(entry));
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32BE(json.length);
    write(length);
    write(json);
  };
  return {
    add: (path, from) => {
      const file = openOrdinary(from);
      if (file === undefined) return false;
      try {
        const status = fstatSync(file);
        if (!status.isFile()) return false;
        announce({ path, bytes: status.size });
        for (let left = status.size; left > 0;) {
          const read = readSync(file, piece, 0, Math.min(left, PIECE_BYTES), null);
          // What its size promised is not there any more: such a backup would not be what it says.
          if (read === 0) throw new BackupFault('not-verified');
          write(piece.subarray(0, read));
          left -= read;
        }
        entries += 1;
        return true;
      } finally {
        closeSync(file);
      }
    },
    end: () => {
      announce({ end: true, entries });
      return entries;
    },
  };
};

const openOrdinary = (path: string): number | undefined => {
  try {
    return openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ELOOP') return undefined;
    throw error;
  }
};

/** A file within a backup: where it belongs and its bytes, to be read before the next one. */
export interface ArchivedFile {
  readonly path: string;
  readonly bytes: number;
  pieces(): Generator<Uint8Array, void>;
}

/**
 * The files within the content of a backup. Throws `BackupFault` with `damaged` if the content is not exactly what its
 * entries say; so it does not end before its end, and has nothing behind it.
 */
export const readArchive = function* (chunks: Iterator<Uint8Array>): Generator<ArchivedFile, void> {
  let rest: Uint8Array = new Uint8Array(0);
  const refill = (): boolean => {
    while (rest.length === 0) {
      const next = chunks.next();
      if (next.done === true) return false;
      rest = next.value;
    }
    return true;
  };
  const pieces = function* (bytes: number): Generator<Uint8Array, void> {
    for (let left = bytes; left > 0;) {
      if (!refill()) throw new BackupFault('damaged');
      const piece = rest.subarray(0, left);
      rest = rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  };
  const read = (bytes: number): Buffer => Buffer.concat([...pieces(bytes)]);
  for (let count = 0; ; count += 1) {
    const length = read(LENGTH_BYTES).readUInt32BE();
    if (length > ENTRY_BYTES) throw new BackupFault('damaged');
    const entry = readEntry(read(length));
    if ('end' in entry) {
      if (entry.entries !== count || refill()) throw new BackupFault('damaged');
      return;
    }
    let isRead = false;
    yield {
      ...entry,
      pieces: function* () {
        isRead = true;
        yield* pieces(entry.bytes);
      },
    };
    if (!isRead) for (const piece of pieces(entry.bytes)) void piece;
  }
};

const readEntry = (json: Buffer): Entry => {
  try {
    return entrySchema.parse(JSON.parse(json.toString('utf8')));
  } catch (error) {
    throw new BackupFault('damaged', { cause: error });
  }
};
