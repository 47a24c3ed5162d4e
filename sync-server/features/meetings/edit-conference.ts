import { editPlan } from '#core/meetings/planning-rules.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { conflict, refused, STORED, type Handler } from '../contract.ts';
import { findConference, toNamed, toPlanningContext } from './known.ts';
import { placeAnew, placeConference } from './placement.ts';

/** Changes what was planned; who is no longer named loses what only the name gave. */
export const editConference: Handler<CommandArgs<'edit-conference'>> = async (scene, args) => {
  const known = await findConference(scene, args.id);
  if (!known.ok) return refused(known.refusal);
  const { conference: before, body } = known.value;
  const outcome = editPlan(before, args, body, await toPlanningContext(scene, toNamed(args)));
  if (!outcome.ok) return refused(outcome.refusal);
  if (scene.baseRev === undefined) return refused('invalid');
  if (scene.baseRev !== before.rev) return conflict(before.rev);
  await scene.put(outcome.value, placeConference(outcome.value, body));
  await placeAnew(scene, outcome.value);
  return STORED;
};
