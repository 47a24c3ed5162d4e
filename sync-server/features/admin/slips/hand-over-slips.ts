import { mayHandOverSlips, mayHandOverTo } from '#core/admin/slip-policy.ts';
import { handOver, toExpiry, toLastDay } from '#core/admin/slip-rules.ts';
import { toSlipId } from '#core/admin/ids.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { note } from '#server/audit/note.ts';
import { refused, STORED, type Handler } from '../../contract.ts';
import { findActive } from './active.ts';
import { storeSlip } from './slip-row.ts';

/** Makes slips work that were put into the hands of their persons, all or none. A second time changes nothing. */
export const handOverSlips: Handler<CommandArgs<'hand-over-slips'>> = async (scene, args) => {
  if (!mayHandOverSlips(scene.actor)) return refused('forbidden');
  const ids = args.slips.map(({ personId }) => personId);
  const people = await findActive(scene, ids);
  const known = await scene.loadAll('slip', ids.map(toSlipId));
  const slips = args.slips.map(({ personId, number }) => ({
    number,
    person: people.get(personId),
    slip: known.find((slip) => slip.person.id === personId),
  }));
  const open = [];
  for (const { number, person, slip } of slips) {
    if (person === undefined || slip === undefined) return refused('not-found');
    if (slip.number !== number) return refused('conflict');
    if (!mayHandOverTo(scene.actor, person, { reset: slip.reset, issuedBy: slip.issued?.by.id }))
      return refused('forbidden');
    if (slip.state === 'issued') open.push(slip);
    else if (slip.state !== 'handed-over' && slip.state !== 'used') return refused('slip-void');
  }
  const school = await scene.school();
  const expiresAt = toExpiry(toLastDay(scene.now, school), school);
  for (const slip of open) {
    await storeSlip(scene, handOver(slip, scene.me, scene.now, school), expiresAt);
    await note(scene.transaction, scene.now, scene.actor.personId, 'hand-over-slip', slip.person.id);
  }
  return STORED;
};
