import { z } from 'zod';
import { idSchema, type Id } from '#core/kernel/id.ts';
import { seal, sealJson, unseal, unsealJson } from '../sealing.ts';

/** A file is sealed and stored in pieces of so many bytes; a download that was cut goes on at such a border. */
export const CHUNK = 1024 * 1024;

const entrySchema = z.object({
  id: idSchema,
  size: z.int(),
  /** Bytes that lie here, without a gap from the beginning. */
  received: z.int(),
  /** The document through which it is readable. */
  documentId: idSchema,
  /** It may not be removed to make room. */
  isKept: z.boolean(),
  /** SHA-256 in base64url of what was added on this device; present means it is to be uploaded from here. */
  sha256: z.string().optional(),
  /** The validator the server gave with the first bytes (RFC 9110, section 8.8.3). */
  etag: z.string().optional(),
  addedAt: z.number(),
  usedAt: z.number(),
});

/** What is known of a file on this device; sealed like its content. */
export type Entry = z.infer<typeof entrySchema>;

/** The sealed files of one profile. Nothing clear says what they are: names are HMACs (D9). */
export interface Cabinet {
  entries(): Promise<readonly Entry[]>;
  /** Throws `DiskFullError`. */
  put(entry: Entry): Promise<void>;
  /** Seals and stores the piece with this number. Throws `DiskFullError`. */
  putChunk(entry: Entry, number: number, chunk: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Undefined if it is not there. */
  chunk(entry: Entry, number: number): Promise<Uint8Array<ArrayBuffer> | undefined>;
  remove(entry: Entry): Promise<void>;
  close(): Promise<void>;
}

/** Where a cabinet stores what is already sealed, under names that say nothing. */
export interface Drawer {
  list(prefix: string): Promise<readonly Uint8Array<ArrayBuffer>[]>;
  get(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Throws `DiskFullError`. */
  put(name: string, sealed: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Stores it unless there is one of that name; returns the one that is there. */
  putFirst(name: string, sealed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  remove(names: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** First letters of the names in a drawer. */
const SECRET = 'secret';
const ENTRY = 'e';
const PIECE = 'p';

/** Opens a cabinet over a drawer. Throws `LocalKeyError` if it was sealed with another key. */
export const openCabinet = async (drawer: Drawer, key: CryptoKey): Promise<Cabinet> => {
  const toName = await createNaming(drawer, key);
  const bindPiece = (entry: Entry, number: number): string => `file|${entry.id}|${number}|${entry.size}`;
  return {
    entries: async () => {
      const rows = await drawer.list(ENTRY);
      return Promise.all(
        rows.map(async (row) => entrySchema.parse(await unsealJson(key, row, 'file-entry'))),
      );
    },
    put: async (entry) =>
      drawer.put(ENTRY + (await toName(entry.id)), await sealJson(key, entry, 'file-entry')),
    putChunk: async (entry, number, chunk) =>
      drawer.put(PIECE + (await toName(entry.id, number)), await seal(key, chunk, bindPiece(entry, number))),
    chunk: async (entry, number) => {
      const sealed = await drawer.get(PIECE + (await toName(entry.id, number)));
      return sealed && unseal(key, sealed, bindPiece(entry, number));
    },
    remove: async (entry) => {
      const numbers = Array.from({ length: Math.ceil(entry.size / CHUNK) }, (_, number) => number);
      const names = await Promise.all(numbers.map((number) => toName(entry.id, number)));
      // The entry goes first: what is left after an interruption belongs to nothing and is written over.
      await drawer.remove([ENTRY + (await toName(entry.id)), ...names.map((name) => PIECE + name)]);
    },
    close: () => drawer.close(),
  };
};

/**
 * Names are HMAC-SHA-256 (RFC 2104) under a secret of this cabinet: whoever knows a file's id from elsewhere cannot tell
 * whether it lies here.
 */
const createNaming = async (
  drawer: Drawer,
  key: CryptoKey,
): Promise<(id: Id, number?: number) => Promise<string>> => {
  const fresh = crypto.getRandomValues(new Uint8Array(32));
  const sealed = await drawer.putFirst(SECRET, await seal(key, fresh, SECRET));
  const secret = await crypto.subtle.importKey(
    'raw',
    await unseal(key, sealed, SECRET),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  return async (id, number) => {
    const text = new TextEncoder().encode(`${id}|${number ?? ''}`);
    const mac = new Uint8Array(await crypto.subtle.sign('HMAC', secret, text));
    return [...mac.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  };
};
