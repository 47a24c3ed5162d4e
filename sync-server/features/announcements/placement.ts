import { groupBucket, personBucket, type Bucket } from '#core/access/bucket.ts';
import type { Announcement, Thread } from '#core/announcements/announcement.ts';
import type { Id } from '#core/kernel/id.ts';

/** Who may read the documents of this feature (D2, D6, D7). */

/**
 * An announcement lies with its groups from its release on, and always with its author. `wasReleased` tells it for
 * withdrawn ones: what was withdrawn before its release stays its author's alone.
 */
export const placeAnnouncement = (announcement: Announcement, wasReleased: boolean): readonly Bucket[] => [
  personBucket(announcement.author.id),
  ...(wasReleased ? announcement.groups.map((group) => groupBucket(group.id)) : []),
];

/** A receipt lies with its person alone. */
export const placeReceipt = (personId: Id): readonly Bucket[] => [personBucket(personId)];

/** Who is missing is for the author alone. */
export const placeStatus = (announcement: Announcement): readonly Bucket[] => [
  personBucket(announcement.author.id),
];

/** Responses are for the author; a sign-up list is also for the groups, as on paper. */
export const placeTotals = (announcement: Announcement): readonly Bucket[] => [
  personBucket(announcement.author.id),
  ...(announcement.form?.type === 'sign-up' ? announcement.groups.map((group) => groupBucket(group.id)) : []),
];

/** A thread is for the two who write it. */
export const placeThread = (thread: Thread): readonly Bucket[] => [
  personBucket(thread.asker.id),
  personBucket(thread.author.id),
];

/** Whether the groups have already had the announcement. */
export const isReleased = (announcement: Pick<Announcement, 'state'>): boolean =>
  announcement.state !== 'scheduled';
