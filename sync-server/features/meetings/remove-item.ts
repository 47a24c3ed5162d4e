import { takeOffAgenda } from '#core/meetings/motion-rules.ts';
import { checkAgendaChange } from '#core/meetings/planning-rules.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { refused, STORED, type Handler } from '../contract.ts';
import { findItem } from './known.ts';
import { forgetPart } from './parts.ts';
import { placeMotion } from './placement.ts';

/** Takes an item off the agenda: its readers and its papers lose it. The motion on it waits for the chair again. */
export const removeItem: Handler<CommandArgs<'remove-item'>> = async (scene, args) => {
  const known = await findItem(scene, args.id);
  if (!known.ok) return refused(known.refusal);
  const { item, conference, body } = known.value;
  const fault = checkAgendaChange(conference, scene.actor);
  if (fault !== undefined) return refused(fault);
  await scene.remove(item.id);
  await forgetPart(scene, item.id);
  const motion = item.motionId === undefined ? undefined : await scene.load('motion', item.motionId);
  if (motion?.itemId === item.id) {
    const back = takeOffAgenda(motion);
    await scene.put(back, placeMotion(back, conference, body, undefined));
  }
  return STORED;
};
