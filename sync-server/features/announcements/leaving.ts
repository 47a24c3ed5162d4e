import { personBucket, type Bucket } from '#core/access/bucket.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Stage } from '../contract.ts';
import { dropMissing } from './asked.ts';
import { placeReceipt } from './placement.ts';

/**
 * Somebody has left a group: what they can no longer read is no longer asked of them, and nobody waits for them (D6:
 * the list is frozen at publishing, minus people who leave).
 */
export const afterLeaving = async (
  stage: Stage,
  groupId: Id,
  personId: Id,
  buckets: readonly Bucket[],
): Promise<void> => {
  for (const receipt of await stage.loadPlaced('receipt', personBucket(personId))) {
    if (receipt.closed || !receipt.groups.some((group) => group.id === groupId)) continue;
    if (await stage.isPlaced(receipt.announcementId, buckets)) continue;
    await stage.put({ ...receipt, closed: true }, placeReceipt(personId));
    const announcement = await stage.load('announcement', receipt.announcementId);
    if (announcement === undefined) continue;
    await dropMissing(stage, announcement, personId, (status) => ({
      ...status,
      asked: Math.max(0, status.asked - 1),
    }));
  }
};
