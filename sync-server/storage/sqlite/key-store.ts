import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { syncFolder } from '../sync-folder.ts';

/** Where keys lie that no backup takes along. */
export interface KeyStore {
  keep(name: string, key: Uint8Array): void;
  find(name: string): Uint8Array | undefined;
  remove(name: string): void;
  names(): readonly string[];
}

const DRAFT = '.new';

/** Keys as one file each in a folder of their own, readable for the account of the server alone. */
export const createKeyFolder = (folder: string): KeyStore => {
  const toFile = (name: string): string => {
    if (!/^[a-z0-9-]+$/u.test(name)) throw new TypeError('no name for a key');
    return path.join(folder, name);
  };
  return {
    keep: (name, key) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const draft = toFile(name) + DRAFT;
      rmSync(draft, { force: true });
      write(draft, 'wx', key);
      renameSync(draft, toFile(name));
      syncFolder(folder);
    },
    find: (name) => {
      const status = statSync(toFile(name), { throwIfNoEntry: false });
      if (status === undefined) return undefined;
      // Windows keeps rights otherwise and is not asked.
      const isExposed = process.platform !== 'win32' && (status.mode & 0o077) !== 0;
      return isExposed ? undefined : new Uint8Array(readFileSync(toFile(name)));
    },
    remove: (name) => {
      const file = toFile(name);
      const size = statSync(file, { throwIfNoEntry: false })?.size;
      if (size === undefined) return;
      // What a disk keeps of earlier versions of a file is beyond us; what it shows as the file is overwritten.
      write(file, 'r+', new Uint8Array(size));
      rmSync(file, { force: true });
      syncFolder(folder);
    },
    names: () => (existsSync(folder) ? readdirSync(folder).filter((name) => !name.endsWith(DRAFT)) : []),
  };
};

const write = (file: string, flags: 'wx' | 'r+', bytes: Uint8Array): void => {
  const handle = openSync(file, flags, 0o600);
  try {
    writeSync(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/** Keys of a store that lies in memory itself. */
export const createKeyMemory = (): KeyStore => {
  const keys = new Map<string, Uint8Array>();
  return {
    keep: (name, key) => void keys.set(name, key.slice()),
    find: (name) => keys.get(name)?.slice(),
    remove: (name) => void keys.delete(name),
    names: () => [...keys.keys()].sort(),
  };
};
