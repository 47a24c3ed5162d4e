import { closeSync, fdatasyncSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { BackupFault } from './backup-fault.ts';
import { CHUNK_BYTES, PREFIX_BYTES, readPrefix, type BackupHeader } from './backup-format.ts';
import { openChunk, sealChunk, TAG_BYTES, type ContentKey } from './sealing.ts';

/** Files of a backup are read and written synchronously: it is made in a thread, or a process, of its own. */

/** After so many chunks the disk is waited for: all at the end would hold up every commit of the school meanwhile. */
const CHUNKS_AT_ONCE = 16;

/** Writes what it is given in sealed chunks. */
export interface SealedWriter {
  write(plain: Uint8Array): void;
  /** Writes the last chunk and waits for the disk. Returns the size of the file in bytes. */
  finish(): number;
  /** Closes the file, finished or not. */
  close(): void;
}

/** Creates the file, which must not exist; readable for this account alone. */
export const createSealedFile = (path: string, prefix: Uint8Array, key: ContentKey): SealedWriter => {
  const file = openSync(path, 'wx', 0o600);
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let filled = 0;
  let number = 0;
  let size = 0;
  const put = (bytes: Uint8Array): void => {
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
    size += bytes.length;
  };
  const flush = (isLast: boolean): void => {
    put(sealChunk(key, number, isLast, chunk.subarray(0, filled)));
    number += 1;
    filled = 0;
    if (number % CHUNKS_AT_ONCE === 0) fdatasyncSync(file);
  };
  try {
    put(prefix);
  } catch (error) {
    closeSync(file);
    throw error;
  }
  return {
    write: (plain) => {
      for (let done = 0; done < plain.length;) {
        // Only when more comes: a full chunk may be the last one.
        if (filled === CHUNK_BYTES) flush(false);
        const piece = plain.subarray(done, done + CHUNK_BYTES - filled);
        chunk.set(piece, filled);
        filled += piece.length;
        done += piece.length;
      }
    },
    finish: () => {
      flush(true);
      fsyncSync(file);
      return size;
    },
    close: () => {
      closeSync(file);
    },
  };
};

/** A file of a backup, opened for reading; its header is in clear, its content needs the key. */
export interface SealedFile {
  readonly header: BackupHeader;
  readonly prefix: Buffer;
  readonly size: number;
  /** The content, chunk by chunk; each is proven before it is handed out. Throws `BackupFault` with `damaged`. */
  chunks(key: ContentKey): Generator<Buffer, void>;
  close(): void;
}

/** Throws `BackupFault` with `unreachable`, `not-a-backup`, `damaged` or `too-new`. */
export const openSealedFile = (path: string): SealedFile => {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const start = readAt(file, 0, Math.min(size, PREFIX_BYTES));
    const { header, prefix } = readPrefix(start);
    return {
      header,
      prefix,
      size,
      chunks: function* (key) {
        const step = CHUNK_BYTES + TAG_BYTES;
        const count = Math.max(1, Math.ceil((size - prefix.length) / step));
        for (let number = 0; number < count; number += 1) {
          const from = prefix.length + number * step;
          const sealed = readAt(file, from, Math.min(step, size - from));
          yield openChunk(key, number, number === count - 1, sealed);
        }
      },
      close: () => {
        closeSync(file);
      },
    };
  } catch (error) {
    closeSync(file);
    throw error;
  }
};

const readAt = (file: number, from: number, length: number): Buffer => {
  const bytes = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const read = readSync(file, bytes, filled, length - filled, from + filled);
    // It became shorter while it was being read.
    if (read === 0) throw new BackupFault('damaged');
    filled += read;
  }
  return bytes;
};
