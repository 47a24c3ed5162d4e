import { putOnAgenda } from '#core/meetings/motion-rules.ts';
import { putItem } from '#core/meetings/planning-rules.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { refused, STORED, type Handler } from '../contract.ts';
import { findConference, findMotion, toNamedInItem, toPlanningContext } from './known.ts';
import { keepPart, loadItems } from './parts.ts';
import { placeItem, placeMotion } from './placement.ts';

/** Puts an item on the agenda, and with it the motion it came from. */
export const addItem: Handler<CommandArgs<'add-item'>> = async (scene, args) => {
  if (await scene.isTaken(args.id)) return refused('invalid');
  const known = await findConference(scene, args.conferenceId);
  if (!known.ok) return refused(known.refusal);
  const { conference, body } = known.value;
  const context = await toPlanningContext(scene, toNamedInItem(args));
  const count = (await loadItems(scene, conference.id)).length;
  const outcome = putItem(args, conference, body, { ...context, count });
  if (!outcome.ok) return refused(outcome.refusal);
  if (!(await scene.mayReferTo(args.papers ?? []))) return refused('file-missing');
  const item = outcome.value;
  const motion = args.motionId === undefined ? undefined : await findMotion(scene, args.motionId);
  if (motion?.ok === false) return refused(motion.refusal);
  const moved = motion && putOnAgenda(motion.value.motion, conference, item.id);
  if (moved?.ok === false) return refused(moved.refusal);
  await keepPart(scene, item, await scene.put(item, placeItem(item, conference, body)));
  if (moved !== undefined) {
    await scene.put(moved.value, placeMotion(moved.value, conference, body, item));
  }
  return STORED;
};
