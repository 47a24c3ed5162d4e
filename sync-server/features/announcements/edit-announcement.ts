import type { Announcement } from '#core/announcements/announcement.ts';
import { toStatusId } from '#core/announcements/ids.ts';
import { edit, isExpired } from '#core/announcements/rules.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { conflict, refused, STORED, type Handler, type Scene } from '../contract.ts';
import { loadReceipts, toMissing } from './asked.ts';
import { isReleased, placeAnnouncement, placeReceipt, placeStatus } from './placement.ts';

/** Changes the text; an essential change asks everybody again (D6). Never overwrites what its author had not seen. */
export const editAnnouncement: Handler<CommandArgs<'edit-announcement'>> = async (scene, args) => {
  const before = await scene.load('announcement', args.id);
  if (before === undefined || !(await scene.isReadable(args.id))) return refused('not-found');
  const outcome = edit(before, args, scene.me, scene.actor, scene.now);
  if (!outcome.ok) return refused(outcome.refusal);
  if (scene.baseRev === undefined) return refused('invalid');
  if (scene.baseRev !== before.rev) return conflict(before.rev);
  if (!(await scene.mayReferTo(args.attachments ?? []))) return refused('file-missing');
  const after = outcome.value;
  await scene.put(after, placeAnnouncement(after, isReleased(after)));
  if (isReleased(after)) await updateReceipts(scene, before, after);
  return STORED;
};

const updateReceipts = async (scene: Scene, before: Announcement, after: Announcement): Promise<void> => {
  const isAskedAgain = after.acknowledgement?.content !== before.acknowledgement?.content;
  if (!isAskedAgain && after.title === before.title) return;
  // Whoever has left has a closed receipt, and no right to a title given since.
  const open = (await loadReceipts(scene, after.id)).filter(({ receipt }) => !receipt.closed);
  const receipts = open.map(({ personId, receipt }) => ({
    personId,
    receipt: {
      ...receipt,
      title: after.title,
      ...(receipt.asked === undefined || after.acknowledgement === undefined
        ? {}
        : { asked: after.acknowledgement }),
    },
  }));
  for (const { personId, receipt } of receipts) await scene.put(receipt, placeReceipt(personId));
  if (!isAskedAgain || isExpired(after, scene.now)) return;
  const status = await scene.load('status', toStatusId(after.id));
  if (status === undefined) return;
  // The reminder belonged to the earlier content.
  const { reminder: _reminder, ...rest } = status;
  await scene.cancel('remind', after.id);
  await scene.put({ ...rest, missing: [...(await toMissing(scene, receipts))] }, placeStatus(after));
};
