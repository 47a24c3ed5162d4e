import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, statfs, truncate } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { isId, type Id } from '#core/kernel/id.ts';
import { StorageFullError } from '#server/storage/contract/storage.ts';
import type { ByteRange } from './range.ts';

/** Below so many free bytes no file is taken any more: the database must never starve for an attachment. */
const RESERVE = 256 * 1024 * 1024;
const ARRIVING = '.part';

/** The bytes of what people attached, as files under random ids. It asks nobody's rights. */
export interface FileStore {
  /** Throws `StorageFullError` if a file of this size would leave the disk too full. */
  makeSureOfRoom(size: number): Promise<void>;
  /** How many bytes have arrived. */
  received(id: Id): Promise<number>;
  /** Writes a piece where the last one ended. Throws `StorageFullError`; then what had arrived is as it was. */
  append(id: Id, offset: number, piece: Uint8Array): Promise<void>;
  /** Gives a file its final name if its content is what was announced; else what arrived is thrown away. */
  seal(id: Id, expected: { readonly size: number; readonly sha256: string }): Promise<boolean>;
  read(id: Id, range: ByteRange): Readable;
  /** Does one thing after the other with the same file. */
  inTurn<Result>(id: Id, work: () => Promise<Result>): Promise<Result>;
  /** Deletes what lies here without being known; `toKnown` says which of some ids are. Returns how many went. */
  sweep(toKnown: (ids: readonly Id[]) => Promise<ReadonlySet<Id>>): Promise<number>;
}

/** Opens the folder, readable for the account of the server alone. */
export const openFileStore = async (folder: string): Promise<FileStore> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const toPath = (id: Id): string => path.join(folder, id);
  const toPart = (id: Id): string => toPath(id) + ARRIVING;
  const turns = new Map<Id, Promise<unknown>>();

  return {
    makeSureOfRoom: async (size) => {
      const { bavail, bsize } = await statfs(folder);
      if (bavail * bsize < size + RESERVE) throw new StorageFullError('the disk is nearly full');
    },
    received: async (id) => (await toSize(toPath(id))) ?? (await toSize(toPart(id))) ?? 0,
    append: async (id, offset, piece) => {
      const file = await open(toPart(id), offset === 0 ? 'w' : 'r+', 0o600);
      try {
        await writeAll(file, offset, piece);
      } catch (error) {
        // Half a piece would shift all that follows.
        await truncate(toPart(id), offset).catch(() => undefined);
        throw isFull(error) ? new StorageFullError('the disk is full') : error;
      } finally {
        await file.close();
      }
    },
    seal: async (id, { size, sha256 }) => {
      // A crash between renaming and noting it: the file is there already.
      const isThere = (await toSize(toPath(id))) !== undefined;
      const place = isThere ? toPath(id) : toPart(id);
      if ((await toSize(place)) !== size || (await toHash(place)) !== sha256) {
        await rm(place, { force: true });
        return false;
      }
      if (isThere) return true;
      await sync(place, 'r+');
      await rename(place, toPath(id));
      // The name is part of the folder. Windows has no such thing as syncing one.
      if (process.platform !== 'win32') await sync(folder, 'r');
      return true;
    },
    read: (id, { start, end }) => createReadStream(toPath(id), { start, end }),
    inTurn: (id, work) => {
      const turn = (turns.get(id) ?? Promise.resolve()).then(work);
      const quiet = turn
        .catch(() => undefined)
        .then(() => {
          if (turns.get(id) === quiet) turns.delete(id);
        });
      turns.set(id, quiet);
      return turn;
    },
    sweep: async (toKnown) => {
      // Listed before it is asked who is known: a file that comes meanwhile is not in the list.
      const ids = [...new Set((await readdir(folder)).map((name) => name.replace(ARRIVING, '')))].filter(
        isId,
      );
      let gone = 0;
      for (let start = 0; start < ids.length; start += BATCH) {
        const some = ids.slice(start, start + BATCH);
        const known = await toKnown(some);
        for (const id of some) {
          if (known.has(id)) continue;
          await rm(toPath(id), { force: true });
          await rm(toPart(id), { force: true });
          gone += 1;
        }
      }
      return gone;
    },
  };
};

const BATCH = 200;

type Handle = Awaited<ReturnType<typeof open>>;

const writeAll = async (file: Handle, offset: number, piece: Uint8Array): Promise<void> => {
  let written = 0;
  while (written < piece.length) {
    const { bytesWritten } = await file.write(piece, written, piece.length - written, offset + written);
    written += bytesWritten;
  }
};

const toSize = async (place: string): Promise<number | undefined> => {
  try {
    return (await stat(place)).size;
  } catch (error) {
    if (toCode(error) === 'ENOENT') return undefined;
    throw error;
  }
};

const toHash = async (place: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(place, { highWaterMark: 1024 * 1024 }))
    hash.update(chunk as Buffer);
  return hash.digest('base64url');
};

const sync = async (place: string, flags: string): Promise<void> => {
  const handle = await open(place, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const toCode = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

const isFull = (error: unknown): boolean => ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String(toCode(error)));
