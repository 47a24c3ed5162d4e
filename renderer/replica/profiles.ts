import Dexie, { type Table } from 'dexie';
import { z } from 'zod';
import { idSchema, type Id } from '#core/kernel/id.ts';
import type { Environment } from './environment.ts';
import { fromBase64Url, LocalKeyError, sealJson, toBase64Url, unsealJson } from './sealing.ts';

/** One person's data on this device. Nothing clear says whose it is. */
export interface ProfileRow {
  readonly id: Id;
  /** The salt of the password, as the server named it; without the password it says nothing. */
  readonly salt: string;
  /** The data key and whose it is, sealed with the wrap branch of the password. */
  readonly wrapped: Uint8Array<ArrayBuffer>;
  readonly lastUsed: number;
  /** The session's token, sealed with the data key; absent while there is none. */
  readonly session?: Uint8Array<ArrayBuffer>;
  /** Which other profiles are this person's under an earlier password, sealed with the data key. */
  readonly former?: Uint8Array<ArrayBuffer>;
  /** When the server last refused its password, if it does: another one holds by now. */
  readonly refusedAt?: number | undefined;
}

const contentSchema = z.object({
  shortCodeKey: z.string(),
  personId: idSchema,
  deviceId: idSchema,
  dataKey: z.string(),
});

/** What the wrap branch opens. */
export interface ProfileContent {
  readonly shortCodeKey: string;
  readonly personId: Id;
  /** What the server knows this device by. */
  readonly deviceId: Id;
  readonly dataKey: Uint8Array<ArrayBuffer>;
}

/** The profiles of this browser. */
export interface Profiles {
  /** The one used last first. */
  list(): Promise<readonly ProfileRow[]>;
  /** Opens a profile; undefined if the password was another one. */
  unwrap(row: ProfileRow, wrap: CryptoKey): Promise<ProfileContent | undefined>;
  put(
    profile: { readonly id: Id; readonly salt: string; readonly lastUsed: number },
    content: ProfileContent,
    wrap: CryptoKey,
  ): Promise<void>;
  touch(id: Id, lastUsed: number): Promise<void>;
  /** The token of the last session, if there is one. */
  token(id: Id, key: CryptoKey): Promise<string | undefined>;
  /** Keeps the token; the password holds. */
  rememberToken(id: Id, key: CryptoKey, token: string): Promise<void>;
  noteRefused(id: Id, at: number): Promise<void>;
  /** The profiles on this device that an earlier password of the person keeps shut, and which of them those are. */
  former(id: Id, key: CryptoKey): Promise<readonly ProfileRow[]>;
  rememberFormer(id: Id, key: CryptoKey, ids: readonly Id[]): Promise<void>;
  remove(id: Id): Promise<void>;
  close(): void;
}

/** What the names of all databases of a profile start with. */
export const toPrefix = (profileId: Id): string => `umlauf-${profileId}`;

export const openProfiles = (name: string, environment: Environment): Profiles => {
  const database = new Dexie(name, {
    indexedDB: environment.indexedDB,
    IDBKeyRange: environment.IDBKeyRange,
    chromeTransactionDurability: 'strict',
  });
  database.version(1).stores({ profiles: 'id' });
  const profiles: Table<ProfileRow, Id> = database.table('profiles');

  return {
    list: async () => (await profiles.toArray()).sort((left, right) => right.lastUsed - left.lastUsed),
    unwrap: async (row, wrap) => {
      try {
        const content = contentSchema.parse(await unsealJson(wrap, row.wrapped, `profile|${row.id}`));
        return { ...content, dataKey: fromBase64Url(content.dataKey) };
      } catch (error) {
        if (error instanceof LocalKeyError) return undefined;
        throw error;
      }
    },
    put: async ({ id, salt, lastUsed }, content, wrap) => {
      const sealed = { ...content, dataKey: toBase64Url(content.dataKey) };
      const wrapped = await sealJson(wrap, sealed, `profile|${id}`);
      await profiles.put({ id, salt, wrapped, lastUsed });
    },
    touch: async (id, lastUsed) => {
      await profiles.update(id, { lastUsed });
    },
    token: async (id, key) => {
      const session = (await profiles.get(id))?.session;
      return session === undefined
        ? undefined
        : z.string().parse(await unsealJson(key, session, `session|${id}`));
    },
    rememberToken: async (id, key, token) => {
      const session = await sealJson(key, token, `session|${id}`);
      await profiles.update(id, { session, refusedAt: undefined });
    },
    noteRefused: async (id, at) => {
      await profiles.update(id, { refusedAt: at });
    },
    former: async (id, key) => {
      const former = (await profiles.get(id))?.former;
      if (former === undefined) return [];
      const ids = z.array(idSchema).parse(await unsealJson(key, former, `former|${id}`));
      return (await profiles.bulkGet(ids)).filter((row) => row !== undefined);
    },
    rememberFormer: async (id, key, ids) => {
      await profiles.update(id, { former: await sealJson(key, ids, `former|${id}`) });
    },
    remove: (id) => profiles.delete(id),
    close: () => database.close(),
  };
};
