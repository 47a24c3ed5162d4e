import { beforeEach, expect, test } from 'vitest';
import type { Id } from '#core/kernel/id.ts';
import { DiskFullError } from '../local-store.ts';
import { ME, toId } from '../testing/documents.ts';
import { createKey } from '../testing/open.ts';
import { CHUNK, openCabinet, type Drawer, type Entry } from './cabinet.ts';
import { openShelf, type Shelf } from './shelf.ts';

/** A drawer in memory; full beyond so many rows. */
const createDrawer = (): Drawer & { readonly rows: Map<string, Uint8Array<ArrayBuffer>>; room: number } => {
  const rows = new Map<string, Uint8Array<ArrayBuffer>>();
  const drawer = {
    rows,
    room: Number.POSITIVE_INFINITY,
    list: (prefix: string) =>
      Promise.resolve([...rows].filter(([name]) => name.startsWith(prefix)).map(([, row]) => row)),
    get: (name: string) => Promise.resolve(rows.get(name)),
    put: (name: string, sealed: Uint8Array<ArrayBuffer>) => {
      if (!rows.has(name) && rows.size >= drawer.room) return Promise.reject(new DiskFullError('full'));
      rows.set(name, sealed);
      return Promise.resolve();
    },
    putFirst: (name: string, sealed: Uint8Array<ArrayBuffer>) => {
      rows.set(name, rows.get(name) ?? sealed);
      return Promise.resolve(rows.get(name) ?? sealed);
    },
    remove: (names: readonly string[]) => {
      names.forEach((name) => rows.delete(name));
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  };
  return drawer;
};

let drawer: ReturnType<typeof createDrawer>;
let shelf: Shelf;
let needed: Set<Id>;
let now: number;
let key: CryptoKey;

const open = async (limit = 5 * CHUNK): Promise<Shelf> =>
  openShelf({
    cabinet: await openCabinet(drawer, key),
    clock: { now: () => now },
    limit,
    isNeeded: (id) => needed.has(id),
    onChanged: () => undefined,
  });
const entry = (number: number, change: Partial<Entry> = {}): Entry => ({
  id: toId(number),
  size: CHUNK,
  received: 0,
  documentId: ME,
  isKept: false,
  addedAt: now,
  usedAt: ++now,
  ...change,
});
const lay = async (number: number, change: Partial<Entry> = {}) => {
  await shelf.put(entry(number, change));
  return shelf.append(toId(number), new Uint8Array(CHUNK).fill(number));
};
const here = () => shelf.all().map(({ id }) => id);

beforeEach(async () => {
  drawer = createDrawer();
  needed = new Set();
  now = 1_000;
  key = await createKey();
  shelf = await open();
});

test('[FILE12] when the space is taken, what was used longest ago goes', async () => {
  for (const number of [1, 2, 3, 4, 5]) await lay(number);
  await shelf.content(toId(1));
  now += 1;
  await lay(6);
  expect(here()).toEqual([1, 3, 4, 5, 6].map(toId));
  expect(shelf.used).toBe(5 * CHUNK);
});

test('[FILE12] what is marked for offline and what waits to be uploaded never goes; then nothing more is taken', async () => {
  await lay(1, { isKept: true });
  await lay(2);
  needed.add(toId(2));
  for (const number of [3, 4, 5]) await lay(number, { isKept: true });
  expect(await lay(6)).toBe('cabinet-full');
  expect(here().slice(0, 5)).toEqual([1, 2, 3, 4, 5].map(toId));
});

test('[FILE12] a full disk is said, and what lies here stays readable', async () => {
  await lay(1);
  drawer.room = drawer.rows.size + 1;
  expect(await lay(2)).toBe('disk-full');
  expect((await shelf.content(toId(1)))?.size).toBe(CHUNK);
});

test('what lies here is found again after a start, piece by piece', async () => {
  await shelf.put(entry(1, { size: CHUNK * 2 + 10 }));
  await shelf.append(toId(1), new Uint8Array(CHUNK).fill(1));
  shelf = await open();
  expect(shelf.get(toId(1))?.received).toBe(CHUNK);
  expect(await shelf.content(toId(1))).toBeUndefined();
  await shelf.append(toId(1), new Uint8Array(CHUNK).fill(2));
  await shelf.append(toId(1), new Uint8Array(10).fill(3));
  const bytes = new Uint8Array((await (await shelf.content(toId(1)))?.arrayBuffer()) ?? new ArrayBuffer(0));
  expect([bytes.length, bytes[0], bytes[CHUNK], bytes.at(-1)]).toEqual([CHUNK * 2 + 10, 1, 2, 3]);
});

test('a piece that the browser has cleared away makes the file one to be fetched again', async () => {
  await lay(1);
  const piece = [...drawer.rows.keys()].find((name) => name.startsWith('p'));
  drawer.rows.delete(piece ?? '');
  expect(await shelf.content(toId(1))).toBeUndefined();
  expect(here()).toEqual([]);
});

test('[FILE10] pieces cannot be swapped between files, nor within one', async () => {
  await lay(1);
  await lay(2);
  const pieces = [...drawer.rows.keys()].filter((name) => name.startsWith('p'));
  const [first = '', second = ''] = pieces;
  drawer.rows.set(first, drawer.rows.get(second) ?? new Uint8Array(0));
  await expect(shelf.content(toId(1))).rejects.toThrow('cannot be opened');
});
