import type { KeyVault } from '../contract/storage.ts';
import type { KeyStore } from './key-store.ts';

/** Bytes of a key: AES-256. */
const KEY_BYTES = 32;

/** The keys as one group of jobs sees them: what it destroys is destroyed when the group is on disk. */
export interface GroupKeys {
  /** Begins a job. Call one of the two when it has ended. */
  begin(): { readonly keys: KeyVault; keep(): void; undo(): void };
  /** The group is on disk. */
  commit(): void;
  /** Nothing of the group was stored. */
  undo(): void;
}

export const createGroupKeys = (store: KeyStore, randomBytes: (length: number) => Uint8Array): GroupKeys => {
  const created: string[] = [];
  const doomed: string[] = [];
  const removeAll = (names: readonly string[]): void => {
    for (const name of names) store.remove(name);
  };
  return {
    begin: () => {
      const own = { created: [] as string[], doomed: [] as string[] };
      return {
        keys: {
          create: (name) => {
            const key = randomBytes(KEY_BYTES);
            store.keep(name, key);
            own.created.push(name);
            return key;
          },
          find: (name) => store.find(name),
          destroy: (name) => void own.doomed.push(name),
          names: () => store.names(),
        },
        keep: () => {
          created.push(...own.created);
          doomed.push(...own.doomed);
        },
        undo: () => {
          removeAll(own.created);
        },
      };
    },
    commit: () => {
      removeAll(doomed);
    },
    undo: () => {
      removeAll(created);
    },
  };
};
