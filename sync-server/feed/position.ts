import type { Checkpoint } from '#core/protocol/messages/pull.ts';

/**
 * Where a replica stands in one bucket. It has everything numbered from `low` to `high`; `low` 1 means all of it.
 * `tag` and `epoch` prove that the number was handed out by this very store (D4).
 */
export interface Position {
  readonly epoch: string;
  readonly high: number;
  readonly tag: string;
  /** Undefined if only a live change has named the bucket so far: nothing below `high` is known to be there. */
  readonly low: number | undefined;
  readonly tenure: number;
}

/** A replica's checkpoint, taken apart. */
export interface Positions {
  readonly positions: ReadonlyMap<string, Position>;
  /** Buckets whose leaving the replica has recorded, with the tenure that ended. */
  readonly left: ReadonlyMap<string, number>;
}

/** Lower edge; live changes never set it. */
const LOW_SUFFIX = '~';
/** The tenure (see the schema) that the two edges belong to; only pages set it. */
const TENURE_SUFFIX = '^';
const UPPER_EDGE = /^([0-9a-z]{1,32})\.([1-9]\d{0,14})\.([0-9a-f]{8})$/;
/** More buckets than anybody has; a longer checkpoint costs a query for each. */
const MAX_BUCKETS = 1_000;

/** Takes a checkpoint apart; undefined if it is none of ours. */
export const parseCheckpoint = (checkpoint: Checkpoint | null): Positions | undefined => {
  const positions = new Map<string, Position>();
  const left = new Map<string, number>();
  const entries = new Map(Object.entries(checkpoint ?? {}));
  for (const [key, value] of entries) {
    if (key.endsWith(LOW_SUFFIX) || key.endsWith(TENURE_SUFFIX)) continue;
    const tenure = toNumber(entries.get(key + TENURE_SUFFIX)) ?? 0;
    if (value === '') {
      left.set(key, tenure);
      continue;
    }
    const [, epoch, high, tag] = UPPER_EDGE.exec(String(value)) ?? [];
    if (epoch === undefined || high === undefined || tag === undefined) return undefined;
    positions.set(key, {
      epoch,
      high: Number(high),
      tag,
      low: toNumber(entries.get(key + LOW_SUFFIX)),
      tenure,
    });
  }
  return positions.size + left.size > MAX_BUCKETS ? undefined : { positions, left };
};

const toNumber = (value: string | number | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

/** The upper edge alone: all that a live change says, since it knows nothing of the fill. */
export const toUpperEdge = (
  bucket: string,
  position: Pick<Position, 'epoch' | 'high' | 'tag'>,
): Checkpoint => ({
  [bucket]: `${position.epoch}.${position.high}.${position.tag}`,
});

/** A position whole, as a page says it. */
export const toCheckpoint = (bucket: string, position: Position & { readonly low: number }): Checkpoint => ({
  ...toUpperEdge(bucket, position),
  [bucket + LOW_SUFFIX]: position.low,
  ...(position.tenure > 0 ? { [bucket + TENURE_SUFFIX]: position.tenure } : {}),
});

/** A bucket that was left. Keys cannot be taken out of a checkpoint (RxDB merges), so it is emptied. */
export const toLeft = (bucket: string, tenure: number): Checkpoint => ({
  [bucket]: '',
  [bucket + LOW_SUFFIX]: 0,
  ...(tenure > 0 ? { [bucket + TENURE_SUFFIX]: tenure } : {}),
});
