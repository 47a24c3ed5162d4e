import { editAgendaItem } from '#core/meetings/planning-rules.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { conflict, refused, STORED, type Handler } from '../contract.ts';
import { findItem, toNamedInItem, toPlanningContext } from './known.ts';
import { findContentRev, keepPart } from './parts.ts';
import { placeItem, placeMotion } from './placement.ts';

/** Changes an item; who is no longer in its circle loses it, and the motion on it. */
export const editItem: Handler<CommandArgs<'edit-item'>> = async (scene, args) => {
  const known = await findItem(scene, args.id);
  if (!known.ok) return refused(known.refusal);
  const { item: before, conference, body } = known.value;
  const context = await toPlanningContext(scene, toNamedInItem(args));
  const outcome = editAgendaItem(before, args, conference, body, context);
  if (!outcome.ok) return refused(outcome.refusal);
  if (scene.baseRev === undefined) return refused('invalid');
  const written = (await findContentRev(scene, before.id)) ?? before.rev;
  if (scene.baseRev < written) return conflict(before.rev);
  if (!(await scene.mayReferTo(args.papers ?? []))) return refused('file-missing');
  const item = outcome.value;
  await keepPart(scene, item, await scene.put(item, placeItem(item, conference, body)));
  const motion = item.motionId === undefined ? undefined : await scene.load('motion', item.motionId);
  if (motion !== undefined) await scene.place(motion, placeMotion(motion, conference, body, item));
  return STORED;
};
