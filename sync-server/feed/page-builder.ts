import type { Bucket } from '#core/access/bucket.ts';
import type { Id } from '#core/kernel/id.ts';
import type { FeedRow } from '#core/protocol/documents.ts';
import type { Reader } from '#server/storage/contract/storage.ts';
import { readRow, toDocument, toStub } from './documents.ts';

/** See `LIMITS`; tests make pages small. */
export type PageLimits = Readonly<Record<'pageMin' | 'pageMax' | 'pageBytes', number>>;

/** Gathers the rows of one page, each document once. */
export interface PageBuilder {
  readonly rows: readonly FeedRow[];
  isFull(): boolean;
  addDocument(id: Id): Promise<void>;
  /** A stub, unless one of the reader's buckets shows the document to them all the same. */
  addStubUnlessReadable(id: Id): Promise<void>;
}

/**
 * A page for a reader of these buckets. It is full at the number of rows asked for, or beyond the limit of bytes, but
 * never below the least number of rows: RxDB takes a shorter page for the last one.
 */
export const createPageBuilder = (
  reader: Reader,
  buckets: readonly Bucket[],
  wanted: number,
  limits: PageLimits,
): PageBuilder => {
  const rows: FeedRow[] = [];
  const seen = new Set<Id>();
  const size = Math.min(Math.max(wanted, limits.pageMin), limits.pageMax);
  const readable = `select 1 as found from placement where document = ? and gone = 0 and bucket in (${buckets.map(() => '?').join(', ')}) limit 1`;
  let bytes = 0;
  return {
    rows,
    isFull: () => rows.length >= size || (bytes >= limits.pageBytes && rows.length >= limits.pageMin),
    addDocument: async (id) => {
      if (seen.has(id)) return;
      seen.add(id);
      const row = await readRow(reader, id);
      if (row === undefined) return;
      bytes += Buffer.byteLength(row.body);
      rows.push(toDocument(row));
    },
    addStubUnlessReadable: async (id) => {
      if (seen.has(id) || (await reader.get(readable, id, ...buckets)) !== undefined) return;
      seen.add(id);
      rows.push(toStub(id));
    },
  };
};
