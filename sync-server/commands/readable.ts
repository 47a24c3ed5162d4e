import { toHeldBuckets, toReadableBuckets, type Bucket } from '#core/access/bucket.ts';
import type { DeviceClass } from '#core/access/device-class.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Reader } from '#server/storage/contract/storage.ts';
import { loadActor } from './actor.ts';

/** Who reads, and on what: the subject of the feed (D2). A session is one. */
export interface Subject {
  readonly personId: Id;
  readonly deviceClass: DeviceClass;
}

/** The buckets a person may read on this device at this instant; none for who does not belong to the school any more. */
export const loadReadableBuckets = async (
  reader: Reader,
  { personId, deviceClass }: Subject,
): Promise<readonly Bucket[]> => {
  const actor = await loadActor(reader, personId);
  if (actor === undefined) return [];
  return toHeldBuckets(toReadableBuckets(actor), deviceClass, await loadOfficialOnly(reader));
};

/** The bodies whose documents are kept off private devices. */
export const loadOfficialOnly = async (reader: Reader): Promise<ReadonlySet<Id>> => {
  const rows = await reader.all<{ group_id: Id }>('select group_id from official_only order by group_id');
  return new Set(rows.map(({ group_id: id }) => id));
};
