import type { Announcement } from '#core/announcements/announcement.ts';
import { toStatusId, toTotalsId } from '#core/announcements/ids.ts';
import { toWithdrawn, withdraw } from '#core/announcements/rules.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { refused, STORED, type Handler, type Stage } from '../contract.ts';
import { loadReceipts } from './asked.ts';
import { isReleased, placeAnnouncement, placeReceipt } from './placement.ts';

/** Takes text and history back everywhere, and with them everything that was asked (D8). */
export const withdrawAnnouncement: Handler<CommandArgs<'withdraw-announcement'>> = async (scene, args) => {
  const before = await scene.load('announcement', args.id);
  if (before === undefined || !(await scene.isReadable(args.id))) return refused('not-found');
  const outcome = withdraw(before, scene.actor);
  if (!outcome.ok) return refused(outcome.refusal);
  if (before.state !== 'withdrawn') await takeBack(scene, before);
  return STORED;
};

/** The same without anybody's right: a restored backup must not bring back what had been withdrawn (D4). */
export const takeBack = async (stage: Stage, before: Announcement): Promise<void> => {
  const { id } = before;
  await stage.put(toWithdrawn(before), placeAnnouncement(before, isReleased(before)));
  for (const { personId, receipt } of await loadReceipts(stage, id)) {
    if (!receipt.closed) await stage.put({ ...receipt, closed: true }, placeReceipt(personId));
  }
  for (const derived of [toStatusId(id), toTotalsId(id)]) await stage.remove(derived);
  for (const kind of ['release', 'expire', 'remind'] as const) await stage.cancel(kind, id);
};
