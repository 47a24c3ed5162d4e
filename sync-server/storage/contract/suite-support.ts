import { expect } from 'vitest';
import type { Store } from './storage.ts';

export const COUNT = 'select count(*) as rows from meta';
export const KEYS = "select key from meta where key <> 'epoch' order by key";

/** Every key the suite's jobs have stored, sorted. */
export const toKeys = async (store: Store): Promise<readonly string[]> =>
  (await store.read.all<{ key: string }>(KEYS)).map(({ key }) => key);

export const countRows = async (store: Store): Promise<number> =>
  (await store.read.get<{ rows: number }>(COUNT))?.rows ?? -1;

/** SQLite finds no damage. */
export const expectIntact = async (store: Store): Promise<void> => {
  expect(await store.read.all('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
};

/** 0 to length - 1. */
export const range = (length: number): readonly number[] => Array.from({ length }, (_, index) => index);
