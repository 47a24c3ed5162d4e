import type { Bucket } from '#core/access/bucket.ts';
import type { Announcement } from '#core/announcements/announcement.ts';
import { putDocument } from '#server/feed/documents.ts';
import type { Job, JobTable } from '#server/storage/contract/storage.ts';

export interface FillArgs {
  readonly entries: readonly { readonly announcement: Announcement; readonly buckets: readonly Bucket[] }[];
}

/** Stores announcements through the feed, many in one commit: the door would take a minute for ten thousand. */
const fill: Job<FillArgs, void> = async (transaction, { entries }, context) => {
  for (const { announcement, buckets } of entries) {
    await putDocument(transaction, announcement, buckets, context);
  }
};

export const jobs: JobTable = { 'bench-fill': fill };
