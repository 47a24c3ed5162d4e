import type { Bucket } from '#core/access/bucket.ts';
import type { Id } from '#core/kernel/id.ts';
import { encodeBase32 } from '#core/kernel/id.ts';
import type { JobContext, Reader, Transaction } from '#server/storage/contract/storage.ts';

/** A document took a number in a bucket: there it is new, has changed, or has gone. */
export interface Change {
  readonly bucket: Bucket;
  readonly seq: number;
  readonly tag: string;
  readonly documentId: Id;
}

const EPOCH_KEY = 'epoch';
const EPOCH_BYTES = 16;
const TAG_BYTES = 4;

/**
 * Places a document in exactly these buckets: it takes the next number in each of them, also where it was before, and
 * leaves every other bucket by a number of its own there.
 */
export const placeDocument = async (
  transaction: Transaction,
  { documentId, buckets }: { readonly documentId: Id; readonly buckets: readonly Bucket[] },
  context: JobContext,
): Promise<readonly Change[]> => {
  const wanted = new Set(buckets);
  const placed = await readBuckets(transaction, documentId);
  // Sorted, so that two transactions on PostgreSQL lock the bucket rows in the same order and never wait for each other.
  const touched = [...new Set([...wanted, ...placed])].sort();
  const changes: Change[] = [];
  for (const bucket of touched) {
    changes.push(await takeNumber(transaction, { documentId, bucket, isGone: !wanted.has(bucket) }, context));
  }
  return changes;
};

/** Takes a document out of one bucket; its other placements stay. */
export const removeFromBucket = async (
  transaction: Transaction,
  { documentId, bucket }: { readonly documentId: Id; readonly bucket: Bucket },
  context: JobContext,
): Promise<readonly Change[]> => {
  const placed = await readBuckets(transaction, documentId);
  return placed.includes(bucket)
    ? [await takeNumber(transaction, { documentId, bucket, isGone: true }, context)]
    : [];
};

/** The buckets a document is placed in. */
export const readBuckets = async (reader: Reader, documentId: Id): Promise<readonly Bucket[]> => {
  const rows = await reader.all<{ bucket: Bucket }>(
    'select bucket from placement where document = ? and gone = 0 order by bucket',
    documentId,
  );
  return rows.map(({ bucket }) => bucket);
};

/** The token of this store's life; undefined until the first document was placed. */
export const readEpoch = async (reader: Reader): Promise<string | undefined> =>
  (await reader.get<{ value: string }>('select value from meta where key = ?', EPOCH_KEY))?.value;

/** After a backup was restored: every replica starts anew, since it may hold numbers this store never handed out. */
export const renewEpoch = async (transaction: Transaction, context: JobContext): Promise<void> => {
  await transaction.run(
    'insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
    EPOCH_KEY,
    encodeBase32(context.randomBytes(EPOCH_BYTES)),
  );
};

/**
 * The next number of the bucket, under the lock of the bucket's row until the commit, so that the order of numbers is
 * the order of commits: whoever has read up to a number has missed nothing below it.
 */
const takeNumber = async (
  transaction: Transaction,
  {
    documentId,
    bucket,
    isGone,
  }: { readonly documentId: Id; readonly bucket: Bucket; readonly isGone: boolean },
  context: JobContext,
): Promise<Change> => {
  const row = await transaction.get<{ head: number }>(
    'insert into bucket (id, head) values (?, 1) on conflict (id) do update set head = head + 1 returning head',
    bucket,
  );
  const seq = row?.head ?? 1;
  if (seq === 1 && (await readEpoch(transaction)) === undefined) await renewEpoch(transaction, context);
  const at = context.now();
  const tag = toHex(context.randomBytes(TAG_BYTES));
  await transaction.run(
    `insert into placement (bucket, document, seq, gone, at) values (?, ?, ?, ?, ?)
     on conflict (bucket, document) do update set seq = excluded.seq, gone = excluded.gone, at = excluded.at`,
    bucket,
    documentId,
    seq,
    isGone ? 1 : 0,
    at,
  );
  // One row per number, never per document: a replica may stand at a number whose document has moved on since.
  await transaction.run(
    'insert into bucket_tag (bucket, seq, tag, at) values (?, ?, ?, ?)',
    bucket,
    seq,
    tag,
    at,
  );
  return { bucket, seq, tag, documentId };
};

const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
