import { toStatusId, toTotalsId } from '#core/announcements/ids.ts';
import { withdraw } from '#core/announcements/rules.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { refused, STORED, type Handler } from '../contract.ts';
import { loadReceipts } from './asked.ts';
import { isReleased, placeAnnouncement, placeReceipt } from './placement.ts';

/** Takes text and history back everywhere, and with them everything that was asked (D8). */
export const withdrawAnnouncement: Handler<CommandArgs<'withdraw-announcement'>> = async (scene, args) => {
  const before = await scene.load('announcement', args.id);
  if (before === undefined || !(await scene.isReadable(args.id))) return refused('not-found');
  const outcome = withdraw(before, scene.actor);
  if (!outcome.ok) return refused(outcome.refusal);
  if (before.state === 'withdrawn') return STORED;
  await scene.put(outcome.value, placeAnnouncement(outcome.value, isReleased(before)));
  for (const { personId, receipt } of await loadReceipts(scene, args.id)) {
    if (!receipt.closed) await scene.put({ ...receipt, closed: true }, placeReceipt(personId));
  }
  for (const id of [toStatusId(args.id), toTotalsId(args.id)]) await scene.remove(id);
  for (const kind of ['release', 'expire', 'remind'] as const) await scene.cancel(kind, args.id);
  return STORED;
};
