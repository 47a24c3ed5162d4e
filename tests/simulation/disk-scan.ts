import type { DumpedStore } from './disk.ts';
import { SECRET, SECRET_NAMES } from './school.ts';

/** Clear are these properties, wherever they stand; the value of any other is sealed (D17, REP11). */
const CLEAR_NAMES = new Set(['id', 'kind', 'inv', 'version', 'done', 'sequence', 'c']);

/** RxDB's own stores tell by these which collections and checkpoints there are. */
const RXDB_NAMES = new Set(['key', 'context', 'itemId', 'isCheckpoint']);
const RXDB_STORES = /--(_rxdb_internal|rx-replication-meta-[0-9a-f]{64})$/;

/** Everything on a disk that gives somebody's words away, or stands in clear without leave. */
export const toClearTexts = (stores: readonly DumpedStore[]): readonly string[] =>
  stores.flatMap(({ database, store, indexes, records }) => {
    const place = `${database} / ${store}`;
    const texts = [
      database,
      store,
      ...indexes,
      ...records.flatMap(({ key, value }) => toTexts([key, value])),
    ];
    const secrets = texts.flatMap((text) => toSecrets(text).map((secret) => `"${secret}" in ${place}`));
    const isRxdb = RXDB_STORES.test(database);
    const names = records
      .flatMap(({ value }) => toStrayNames(value))
      .filter((name) => !isRxdb || !RXDB_NAMES.has(name))
      .map((name) => `the field "${name}" in ${place}`);
    return [...new Set([...secrets, ...names])];
  });

/** Every text in a stored value: its strings, the names of its fields, and bytes read as text in both usual ways. */
const toTexts = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (value instanceof Uint8Array) {
    const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
    return [bytes.toString('utf8'), bytes.toString('utf16le')];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) => [name, ...toTexts(field)]);
};

const toSecrets = (text: string): readonly string[] => {
  const decoded = /^[\w+/-]{16,}={0,2}$/.test(text) ? Buffer.from(text, 'base64').toString('utf8') : '';
  return [SECRET, ...SECRET_NAMES].filter((secret) => text.includes(secret) || decoded.includes(secret));
};

/** Fields of a document in clear that are none of those we know; RxDB's own begin with an underscore. */
const toStrayNames = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.keys(value).filter((name) => !name.startsWith('_') && !CLEAR_NAMES.has(name))
    : [];
