import type { Bucket } from '#core/access/bucket.ts';
import type { Id } from '#core/kernel/id.ts';
import type { FeedRow } from '#core/protocol/documents.ts';
import type { Checkpoint } from '#core/protocol/messages/pull.ts';
import type { Reader } from '#server/storage/contract/storage.ts';
import { readRow, toDocument, toStub } from './documents.ts';
import { readBuckets, readEpoch, type Change } from './numbering.ts';
import { toUpperEdge } from './position.ts';

/** Committed changes with the documents they are about, read once for all readers. */
export interface Committed {
  readonly epoch: string;
  readonly changes: readonly Change[];
  /** The documents as they are now, with the buckets they are placed in. */
  readonly documents: ReadonlyMap<Id, { readonly row: FeedRow; readonly buckets: readonly Bucket[] }>;
}

/** What one reader is told: a `change` message without its `op`. */
export interface LiveChange {
  readonly documents: readonly FeedRow[];
  readonly checkpoint: Checkpoint;
}

/** Reads what the changes are about; in a snapshot, right before it is sent. */
export const loadCommitted = async (reader: Reader, changes: readonly Change[]): Promise<Committed> => {
  const documents = new Map<Id, { row: FeedRow; buckets: readonly Bucket[] }>();
  for (const id of new Set(changes.map(({ documentId }) => documentId))) {
    const row = await readRow(reader, id);
    documents.set(id, {
      row: row === undefined ? toStub(id) : toDocument(row),
      buckets: await readBuckets(reader, id),
    });
  }
  return { epoch: (await readEpoch(reader)) ?? '', changes, documents };
};

/**
 * What a reader of these buckets is told of the changes; undefined if none is theirs. A document that has left one of
 * their buckets comes whole if another still shows it to them, else as a stub. Only upper edges move: what lies below a
 * replica's fill is none of a live change's business.
 */
export const toLiveChange = (committed: Committed, buckets: ReadonlySet<Bucket>): LiveChange | undefined => {
  const mine = committed.changes.filter(({ bucket }) => buckets.has(bucket));
  if (mine.length === 0) return undefined;
  const rows = new Map<Id, FeedRow>();
  const edges = new Map<Bucket, Change>();
  for (const change of mine) {
    const document = committed.documents.get(change.documentId);
    const isReadable = document?.buckets.some((bucket) => buckets.has(bucket)) ?? false;
    rows.set(
      change.documentId,
      document !== undefined && isReadable ? document.row : toStub(change.documentId),
    );
    if (change.seq > (edges.get(change.bucket)?.seq ?? 0)) edges.set(change.bucket, change);
  }
  const checkpoint: Checkpoint = {};
  for (const [bucket, { seq, tag }] of edges) {
    Object.assign(checkpoint, toUpperEdge(bucket, { epoch: committed.epoch, high: seq, tag }));
  }
  return { documents: [...rows.values()], checkpoint };
};
