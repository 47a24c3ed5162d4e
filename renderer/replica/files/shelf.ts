import type { Clock } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import { DiskFullError } from '../local-store.ts';
import { CHUNK, type Cabinet, type Entry } from './cabinet.ts';
import type { FilesFull } from './contract.ts';

/** The files of this device, as they are known in memory, and what has to go to make room. */
export interface Shelf {
  readonly used: number;
  get(id: Id): Entry | undefined;
  all(): readonly Entry[];
  /** Takes note of a file, or changes what is noted. */
  put(entry: Entry): Promise<FilesFull | undefined>;
  /** Stores the next piece; makes room first. Undefined if it is stored. */
  append(id: Id, chunk: Uint8Array<ArrayBuffer>): Promise<FilesFull | undefined>;
  /** The piece with this number. */
  chunk(id: Id, number: number): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** The whole content; undefined if something is missing. It counts as used now. */
  content(id: Id): Promise<Blob | undefined>;
  drop(id: Id): Promise<void>;
  /** Reads again what another tab has changed. */
  reload(): Promise<void>;
}

export const openShelf = async (options: {
  readonly cabinet: Cabinet;
  readonly clock: Clock;
  readonly limit: number;
  /** What must not go although nobody marked it: it waits to be uploaded, or is on its way. */
  readonly isNeeded: (id: Id) => boolean;
  readonly onChanged: (id: Id) => void;
}): Promise<Shelf> => {
  const { cabinet, clock, limit, isNeeded, onChanged } = options;
  const entries = new Map<Id, Entry>();
  const reload = async (): Promise<void> => {
    const read = new Map((await cabinet.entries()).map((entry) => [entry.id, entry]));
    for (const { id } of [...entries.values()]) if (!read.has(id) && !isNeeded(id)) entries.delete(id);
    for (const [id, entry] of read) {
      // This tab may have stored a piece since: what it counts must not go back.
      const received = Math.max(entry.received, entries.get(id)?.received ?? 0);
      entries.set(id, { ...entry, received });
    }
  };
  await reload();
  const toUsed = (): number => [...entries.values()].reduce((sum, { received }) => sum + received, 0);

  const drop = async (id: Id): Promise<void> => {
    const entry = entries.get(id);
    if (entry === undefined) return;
    entries.delete(id);
    await cabinet.remove(entry);
    onChanged(id);
  };
  /** Removes what was used longest ago; false if what is left may not go. */
  const makeRoom = async (bytes: number, forId: Id): Promise<boolean> => {
    while (toUsed() + bytes > limit) {
      const [oldest] = [...entries.values()]
        .filter((entry) => entry.id !== forId && !entry.isKept && !isNeeded(entry.id))
        .sort((left, right) => left.usedAt - right.usedAt);
      if (oldest === undefined) return false;
      await drop(oldest.id);
    }
    return true;
  };
  /** A full disk is an answer; everything else is a fault. */
  const orFull = async (work: () => Promise<void>): Promise<FilesFull | undefined> => {
    try {
      await work();
      return undefined;
    } catch (error) {
      if (error instanceof DiskFullError) return 'disk-full';
      throw error;
    }
  };
  const put = (entry: Entry): Promise<FilesFull | undefined> =>
    orFull(async () => {
      await cabinet.put(entry);
      entries.set(entry.id, entry);
      onChanged(entry.id);
    });

  return {
    get used() {
      return toUsed();
    },
    get: (id) => entries.get(id),
    all: () => [...entries.values()],
    put,
    append: async (id, chunk) => {
      const entry = entries.get(id);
      if (entry === undefined) return 'cabinet-full';
      if (!(await makeRoom(chunk.length, id))) return 'cabinet-full';
      const full = await orFull(() => cabinet.putChunk(entry, entry.received / CHUNK, chunk));
      // Written last: what the entry counts is there.
      return full ?? put({ ...(entries.get(id) ?? entry), received: entry.received + chunk.length });
    },
    chunk: async (id, number) => {
      const entry = entries.get(id);
      return entry && cabinet.chunk(entry, number);
    },
    content: async (id) => {
      const entry = entries.get(id);
      if (entry === undefined || entry.received < entry.size) return undefined;
      const chunks: Uint8Array<ArrayBuffer>[] = [];
      for (let number = 0; number * CHUNK < entry.size; number += 1) {
        const chunk = await cabinet.chunk(entry, number);
        // The browser has cleared away a part of it: it is fetched anew.
        if (chunk === undefined) {
          await drop(id);
          return undefined;
        }
        chunks.push(chunk);
      }
      await put({ ...entry, usedAt: clock.now() });
      return new Blob(chunks);
    },
    drop,
    reload,
  };
};
