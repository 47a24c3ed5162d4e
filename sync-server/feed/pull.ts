import { STAFF_BUCKET, type Bucket } from '#core/access/bucket.ts';
import type { DeviceClass } from '#core/access/device-class.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Checkpoint } from '#core/protocol/messages/pull.ts';
import type { FeedRow } from '#core/protocol/documents.ts';
import { LIMITS } from '#core/protocol/limits.ts';
import type { Reader } from '#server/storage/contract/storage.ts';
import { carrier } from './documents.ts';
import { createPageBuilder, type PageBuilder, type PageLimits } from './page-builder.ts';
import { parseCheckpoint, toCheckpoint, toLeft, type Position, type Positions } from './position.ts';
import { readEpoch } from './numbering.ts';

/** Who pulls on which kind of device, what they may read now, and where their replica stands. */
export interface PullRequest {
  readonly personId: Id;
  readonly deviceClass: DeviceClass;
  readonly buckets: readonly Bucket[];
  readonly checkpoint: Checkpoint | null;
  /** How many documents the reader would like; kept within the limits. */
  readonly limit: number;
}

/** A page, or the order to pull everything into a fresh replica (D3). */
export type Page =
  { readonly reset: true } | { readonly documents: readonly FeedRow[]; readonly checkpoint: Checkpoint };

/** The directory is read down as if it were so much older: announcements come first (first sync, D12). */
const DIRECTORY_DELAY = 30 * 86_400_000;
/** A checkpoint that moved further than this without any document is worth a carrier. */
const CARRIED_NUMBERS = 200;
const CARRIED_TIME = 86_400_000;
/** Placements read at once per bucket on the way down. */
const CHUNK = 32;

/** A bucket on its way through one page. */
interface Lane {
  readonly bucket: Bucket;
  readonly head: number;
  readonly tenure: number;
  /** Where the replica stood; undefined if it starts here. */
  readonly before: Position | undefined;
  high: number;
  low: number;
}

interface Placed {
  readonly document: Id;
  readonly seq: number;
  readonly gone: number;
  readonly at: number;
}

/**
 * One page of the feed (D12), read from one snapshot: first stubs for buckets that were left, then always what lies
 * above the replica's upper edges, only then down, newest first over all buckets. A page that only went down would lose
 * writes for good: RxDB drops the live changes that arrive while it pulls, and the next one moves the edge past them.
 */
export const pullPage = async (
  reader: Reader,
  request: PullRequest,
  limits: PageLimits = LIMITS,
): Promise<Page> => {
  const known = parseCheckpoint(request.checkpoint);
  const epoch = (await readEpoch(reader)) ?? '';
  if (known === undefined || !(await isOurs(reader, known, epoch))) return { reset: true };

  const mine = new Set<string>(request.buckets);
  const tenures = await readTenures(reader, request);
  const page = createPageBuilder(reader, request.buckets, request.limit, limits);
  const checkpoint: Checkpoint = {};
  const leave = async (bucket: string): Promise<void> => {
    await addLeft(reader, page, bucket);
    Object.assign(checkpoint, toLeft(bucket, tenures.get(bucket) ?? 0));
  };

  for (const bucket of known.positions.keys()) {
    if (!mine.has(bucket)) await leave(bucket);
  }
  const lanes = await openLanes(reader, request.buckets, known, tenures);
  for (const lane of lanes) await climb(reader, page, lane);
  await descend(reader, page, lanes);
  // A crash may have kept documents of a bucket while the checkpoint that names it was lost. What the person has ever
  // had a right to is therefore cleared once, at the end, where it does not delay a first sync.
  for (const [bucket, tenure] of tenures) {
    const isOpen = !mine.has(bucket) && !known.positions.has(bucket) && known.left.get(bucket) !== tenure;
    if (isOpen && !page.isFull()) await leave(bucket);
  }

  const hasLeft = Object.keys(checkpoint).length > 0;
  for (const lane of lanes) {
    Object.assign(checkpoint, await toLaneCheckpoint(reader, lane, epoch));
  }
  if (page.rows.length > 0) return { documents: page.rows, checkpoint };
  const needsCarrier = hasLeft || (await hasMoved(reader, lanes));
  return { documents: needsCarrier ? [carrier] : [], checkpoint };
};

/** Whether every edge was handed out by this store and not by one it was rolled back from. */
const isOurs = async (reader: Reader, known: Positions, epoch: string): Promise<boolean> => {
  for (const [bucket, position] of known.positions) {
    if (position.epoch !== epoch) return false;
    const row = await readTag(reader, bucket, position.high);
    if (row?.tag !== position.tag) return false;
  }
  return true;
};

const readTag = (reader: Reader, bucket: string, seq: number) =>
  reader.get<{ tag: string; at: number }>(
    'select tag, at from bucket_tag where bucket = ? and seq = ?',
    bucket,
    seq,
  );

/**
 * How often the reader has come to each bucket. On a private device it counts as well how often the bucket has come back
 * to such devices; both only ever grow, so that their sum is the same only where both are.
 */
const readTenures = async (
  reader: Reader,
  { personId, deviceClass, buckets }: PullRequest,
): Promise<ReadonlyMap<string, number>> => {
  const rows = await reader.all<{ bucket: string; number: number }>(
    'select bucket, number from tenure where person_id = ? order by bucket',
    personId,
  );
  const tenures = new Map(rows.map(({ bucket, number }) => [bucket, number]));
  if (deviceClass !== 'private') return tenures;
  const returns = await reader.all<{ bucket: string; number: number }>(
    'select bucket, number from private_return order by bucket',
  );
  const known = new Set<string>([...tenures.keys(), ...buckets]);
  for (const { bucket, number } of returns) {
    if (known.has(bucket)) tenures.set(bucket, (tenures.get(bucket) ?? 0) + number);
  }
  return tenures;
};

/**
 * Stubs for everything of a left bucket that no other bucket shows to the reader: whole, however much it is, and also
 * for what has gone from it, since a fill that was under way had not come to those stubs yet.
 */
const addLeft = async (reader: Reader, page: PageBuilder, bucket: string): Promise<void> => {
  const rows = await reader.all<Pick<Placed, 'document'>>(
    'select document from placement where bucket = ? order by seq',
    bucket,
  );
  for (const { document } of rows) await page.addStubUnlessReadable(document);
};

const openLanes = async (
  reader: Reader,
  buckets: readonly Bucket[],
  known: Positions,
  tenures: ReadonlyMap<string, number>,
): Promise<readonly Lane[]> => {
  const lanes: Lane[] = [];
  for (const bucket of [...new Set(buckets)].sort()) {
    const head =
      (await reader.get<{ head: number }>('select head from bucket where id = ?', bucket))?.head ?? 0;
    if (head === 0) continue;
    const tenure = tenures.get(bucket) ?? 0;
    const position = known.positions.get(bucket);
    // What was read in an earlier tenure may have been taken back since: begin anew.
    const before = position?.tenure === tenure ? position : undefined;
    const high = before?.high ?? head;
    lanes.push({ bucket, head, tenure, before, high, low: toLow(before?.low, high) });
  }
  return lanes;
};

/** A lower edge that says nothing or cannot be is as good as nothing read. */
const toLow = (low: number | undefined, high: number): number =>
  low !== undefined && low >= 1 && low <= high ? low : high + 1;

/** What lies above the upper edge, in the order in which it happened. */
const climb = async (reader: Reader, page: PageBuilder, lane: Lane): Promise<void> => {
  while (lane.high < lane.head && !page.isFull()) {
    const rows = await reader.all<Placed>(
      'select document, seq, gone, at from placement where bucket = ? and seq > ? order by seq limit ?',
      lane.bucket,
      lane.high,
      CHUNK,
    );
    for (const row of rows) {
      if (page.isFull()) return;
      await deliver(page, row);
      lane.high = row.seq;
    }
    if (rows.length < CHUNK) lane.high = lane.head;
  }
};

const deliver = (page: PageBuilder, row: Placed): Promise<void> =>
  row.gone === 1 ? page.addStubUnlessReadable(row.document) : page.addDocument(row.document);

/**
 * What lies below the lower edges, the newest over all buckets first. Stubs too: a replica that starts anew in a bucket
 * may have kept documents of it from an earlier tenure, or from pages whose checkpoint was lost in a crash.
 */
const descend = async (reader: Reader, page: PageBuilder, lanes: readonly Lane[]): Promise<void> => {
  const waiting = new Map<Lane, Placed[]>();
  for (;;) {
    if (page.isFull()) return;
    let next: Lane | undefined;
    let newest = Number.NEGATIVE_INFINITY;
    for (const lane of lanes) {
      const row = await peek(reader, lane, waiting);
      if (row === undefined) continue;
      const at = lane.bucket === STAFF_BUCKET ? row.at - DIRECTORY_DELAY : row.at;
      if (next === undefined || at > newest) [next, newest] = [lane, at];
    }
    const row = next && waiting.get(next)?.shift();
    if (next === undefined || row === undefined) return;
    await deliver(page, row);
    next.low = row.seq;
  }
};

/** The next row below the lane's lower edge; the edge reaches the ground when there is none. */
const peek = async (
  reader: Reader,
  lane: Lane,
  waiting: Map<Lane, Placed[]>,
): Promise<Placed | undefined> => {
  const known = waiting.get(lane)?.[0];
  if (known !== undefined || lane.low === 1) return known;
  const rows = await reader.all<Placed>(
    'select document, seq, gone, at from placement where bucket = ? and seq < ? order by seq desc limit ?',
    lane.bucket,
    lane.low,
    CHUNK,
  );
  waiting.set(lane, [...rows]);
  if (rows.length === 0) lane.low = 1;
  return rows[0];
};

const toLaneCheckpoint = async (reader: Reader, lane: Lane, epoch: string): Promise<Checkpoint> => {
  const { bucket, high, low, tenure } = lane;
  const tag = (await readTag(reader, bucket, high))?.tag ?? '';
  return toCheckpoint(bucket, { epoch, high, tag, low, tenure });
};

/** Whether the edges moved so far that they must not be forgotten: one day they would lie behind the horizon. */
const hasMoved = async (reader: Reader, lanes: readonly Lane[]): Promise<boolean> => {
  for (const { bucket, before, high } of lanes) {
    const from = before?.high ?? 0;
    if (high - from > CARRIED_NUMBERS) return true;
    if (high === from) continue;
    const [then, now] = [await readTag(reader, bucket, from), await readTag(reader, bucket, high)];
    if ((now?.at ?? 0) - (then?.at ?? 0) > CARRIED_TIME) return true;
  }
  return false;
};
