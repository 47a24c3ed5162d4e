import { personBucket, type Bucket } from '#core/access/bucket.ts';
import type { Announcement, Totals } from '#core/announcements/announcement.ts';
import { toTotalsId } from '#core/announcements/ids.ts';
import type { PersonName } from '#core/kernel/document.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Stage } from '../contract.ts';
import { dropMissing } from './asked.ts';
import { placeReceipt, placeTotals } from './placement.ts';

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
    const { response, ...rest } = receipt;
    await stage.put({ ...rest, closed: true }, placeReceipt(personId));
    const announcement = await stage.load('announcement', receipt.announcementId);
    if (announcement === undefined) continue;
    await dropMissing(stage, announcement, personId, (status) => ({
      ...status,
      asked: Math.max(0, status.asked - 1),
    }));
    await forget(stage, announcement, personId, {
      wasAsked: receipt.responseAsked !== undefined,
      hadAnswered: response !== undefined,
    });
  }
};

/** The answer of somebody who has left counts no longer, and their place on a list is free. */
const forget = async (
  stage: Stage,
  announcement: Announcement,
  personId: Id,
  { wasAsked, hadAnswered }: { readonly wasAsked: boolean; readonly hadAnswered: boolean },
): Promise<void> => {
  const totals = await stage.load('totals', toTotalsId(announcement.id));
  if (totals === undefined || !(wasAsked || hadAnswered)) return;
  const isOther = ({ id }: PersonName): boolean => id !== personId;
  const after: Totals = {
    ...totals,
    asked: Math.max(0, totals.asked - 1),
    answered: Math.max(0, totals.answered - (hadAnswered ? 1 : 0)),
    options: totals.options.map(({ names }) => ({ names: names.filter(isOther) })),
    none: totals.none.filter(isOther),
  };
  await stage.put(after, placeTotals(announcement));
};
