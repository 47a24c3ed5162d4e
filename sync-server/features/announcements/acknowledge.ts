import { toReceiptId } from '#core/announcements/ids.ts';
import { confirm, isWaiting } from '#core/announcements/rules.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { refused, STORED, type Handler } from '../contract.ts';
import { dropMissing } from './asked.ts';
import { placeReceipt } from './placement.ts';

/** Acknowledges a content; the author sees one name fewer, nobody sees the time (D6). */
export const acknowledge: Handler<CommandArgs<'acknowledge'>> = async (scene, args) => {
  const announcement = await scene.load('announcement', args.announcementId);
  if (announcement === undefined || !(await scene.isReadable(announcement.id))) return refused('not-found');
  if (announcement.state === 'withdrawn') return refused('withdrawn');
  const before = await scene.load('receipt', toReceiptId(announcement.id, scene.actor.personId));
  if (before === undefined) return refused('not-found');
  const outcome = confirm(before, args, scene.now);
  if (!outcome.ok) return refused(outcome.refusal);
  if (outcome.value === before) return STORED;
  const after = outcome.value;
  await scene.put(after, placeReceipt(scene.actor.personId));
  if (!isWaiting(after)) await dropMissing(scene, announcement, scene.actor.personId);
  return STORED;
};
