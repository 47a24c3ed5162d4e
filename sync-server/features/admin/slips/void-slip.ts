import { mayIssueSlips } from '#core/admin/slip-policy.ts';
import { end } from '#core/admin/slip-rules.ts';
import { toSlipId } from '#core/admin/ids.ts';
import { isOut } from '#core/admin/slip.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { note } from '#server/audit/note.ts';
import { refused, STORED, type Handler } from '../../contract.ts';
import { storeSlip } from './slip-row.ts';

/** Takes back a slip that was not used: lost, or issued by mistake. */
export const voidSlip: Handler<CommandArgs<'void-slip'>> = async (scene, { personId, number }) => {
  if (!mayIssueSlips(scene.actor)) return refused('forbidden');
  const slip = await scene.load('slip', toSlipId(personId));
  if (slip === undefined) return refused('not-found');
  if (slip.number !== number) return refused('conflict');
  if (slip.state === 'void') return STORED;
  if (!isOut(slip)) return refused(slip.state === 'used' ? 'slip-used' : 'slip-expired');
  await storeSlip(scene, end(slip, 'void', scene.now));
  await note(scene.transaction, scene.now, scene.actor.personId, 'void-slip', personId);
  return STORED;
};
