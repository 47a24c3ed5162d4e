import type { Announcement, Receipt, Status } from '#core/announcements/announcement.ts';
import { toReceiptId, toStatusId } from '#core/announcements/ids.ts';
import { mayRemind } from '#core/announcements/policy.ts';
import { isExpired, lacksAcknowledgement, lacksResponse } from '#core/announcements/rules.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { refused, STORED, type Handler, type Stage } from '../contract.ts';
import { toDeadline } from './deadline.ts';
import { placeReceipt, placeStatus } from './placement.ts';
import { toEndOfQuiet } from './quiet.ts';

/** Reminds whoever is missing: at once, or when the quiet hours end (R14, R16). */
export const remind: Handler<CommandArgs<'remind'>> = async (scene, args) => {
  const announcement = await scene.load('announcement', args.announcementId);
  if (announcement === undefined || !(await scene.isReadable(announcement.id))) return refused('not-found');
  if (!mayRemind(scene.actor, announcement)) return refused('forbidden');
  if (announcement.state === 'withdrawn') return refused('withdrawn');
  if (isExpired(announcement, scene.now)) return refused('too-late');
  const status = await scene.load('status', toStatusId(announcement.id));
  if (status === undefined) return refused('not-found');
  if (status.missing.length === 0 || status.reminder?.state === 'planned') return STORED;
  const dueAt = toEndOfQuiet(scene.now, await scene.school());
  if (dueAt > scene.now) {
    await scene.plan('remind', announcement.id, dueAt);
    await scene.put({ ...status, reminder: { at: dueAt, state: 'planned' } }, placeStatus(announcement));
  } else await sendReminder(scene, announcement, status);
  return STORED;
};

/** Marks the receipts of those who are still missing; what they see of it is their client's matter. */
export const sendReminder = async (
  stage: Stage,
  announcement: Announcement,
  status: Status,
): Promise<void> => {
  const { zone } = await stage.school();
  for (const person of status.missing) {
    const receipt = await stage.load('receipt', toReceiptId(announcement.id, person.id));
    if (receipt === undefined || !isStillPossible(receipt, stage.now, zone)) continue;
    await stage.put({ ...receipt, remindedAt: stage.now }, placeReceipt(person.id));
  }
  await stage.put({ ...status, reminder: { at: stage.now, state: 'sent' } }, placeStatus(announcement));
};

/** An acknowledgement is welcome late; an answer is refused after its deadline, and nobody is reminded of it. */
const isStillPossible = (receipt: Receipt, now: Instant, zone: string): boolean => {
  const deadline = receipt.responseAsked?.deadline;
  const closesAt = deadline === undefined ? undefined : toDeadline(deadline, zone);
  return (
    lacksAcknowledgement(receipt) || (lacksResponse(receipt) && (closesAt === undefined || now <= closesAt))
  );
};
