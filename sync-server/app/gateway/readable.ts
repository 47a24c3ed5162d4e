import { toReadableBuckets, type Bucket } from '#core/access/bucket.ts';
import type { Id } from '#core/kernel/id.ts';
import { loadActor } from '#server/commands/actor.ts';
import type { Reader } from '#server/storage/contract/storage.ts';

/** The buckets a person may read at this instant; none for who does not belong to the school any more. */
export const loadReadableBuckets = async (reader: Reader, personId: Id): Promise<readonly Bucket[]> => {
  const actor = await loadActor(reader, personId);
  return actor === undefined ? [] : toReadableBuckets(actor);
};
