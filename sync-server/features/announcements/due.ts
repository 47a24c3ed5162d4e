import type { Announcement } from '#core/announcements/announcement.ts';
import { toStatusId } from '#core/announcements/ids.ts';
import { isExpired } from '#core/announcements/rules.ts';
import { toInverseTime } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Stage } from '../contract.ts';
import { askEverybody, loadReceipts } from './asked.ts';
import { isReleased, placeAnnouncement, placeReceipt, placeStatus } from './placement.ts';
import { sendReminder } from './remind.ts';
import { toEndOfQuiet } from './quiet.ts';

/** Releases a scheduled announcement; late, when the server was down. It is sorted by its release (D11). */
export const release = async (stage: Stage, announcementId: Id): Promise<void> => {
  const before = await stage.load('announcement', announcementId);
  if (before === undefined || isReleased(before)) return;
  const groups = await stage.loadAll(
    'group',
    before.groups.map((group) => group.id),
  );
  const after: Announcement = {
    ...before,
    state: 'published',
    publishAt: stage.now,
    inv: toInverseTime(stage.now),
  };
  await stage.put(after, placeAnnouncement(after, true));
  await askEverybody(stage, after, groups);
};

/** After its expiry nobody is asked any more; what was answered stays with the author. */
export const expire = async (stage: Stage, announcementId: Id): Promise<void> => {
  for (const { personId, receipt } of await loadReceipts(stage, announcementId)) {
    if (!receipt.closed) await stage.put({ ...receipt, closed: true }, placeReceipt(personId));
  }
  await stage.cancel('remind', announcementId);
  const announcement = await stage.load('announcement', announcementId);
  const status = await stage.load('status', toStatusId(announcementId));
  if (announcement === undefined || status?.reminder?.state !== 'planned') return;
  const { reminder: _reminder, ...rest } = status;
  await stage.put(rest, placeStatus(announcement));
};

/** Sends a reminder that was planned for the end of the quiet hours, to those who are missing by then. */
export const remindLater = async (stage: Stage, announcementId: Id): Promise<void> => {
  const announcement = await stage.load('announcement', announcementId);
  const status = await stage.load('status', toStatusId(announcementId));
  if (announcement === undefined || status === undefined || isExpired(announcement, stage.now)) return;
  // The server may have been down until the next quiet hours.
  const dueAt = toEndOfQuiet(stage.now, await stage.school());
  if (dueAt > stage.now) await stage.plan('remind', announcementId, dueAt);
  else await sendReminder(stage, announcement, status);
};
