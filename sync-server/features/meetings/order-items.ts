import { reorder } from '#core/meetings/agenda.ts';
import { checkAgendaChange } from '#core/meetings/planning-rules.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { refused, STORED, type Handler } from '../contract.ts';
import { findConference } from './known.ts';
import { loadItems } from './parts.ts';
import { placeItem } from './placement.ts';

/** Puts the agenda into another order; items that were taken off or added meanwhile keep their place behind the others. */
export const orderItems: Handler<CommandArgs<'order-items'>> = async (scene, args) => {
  const known = await findConference(scene, args.conferenceId);
  if (!known.ok) return refused(known.refusal);
  const { conference, body } = known.value;
  const fault = checkAgendaChange(conference, scene.actor);
  if (fault !== undefined) return refused(fault);
  const items = await loadItems(scene, conference.id);
  const positions = reorder(items, args.itemIds);
  for (const item of items) {
    const position = positions.get(item.id);
    if (position !== undefined) await scene.put({ ...item, position }, placeItem(item, conference, body));
  }
  return STORED;
};
