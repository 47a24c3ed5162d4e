import { submit } from '#core/meetings/motion-rules.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { refused, STORED, type Handler } from '../contract.ts';
import { findConference, toPlanningContext } from './known.ts';
import { keepPart, loadMotions } from './parts.ts';
import { placeMotion } from './placement.ts';

/** Hands a motion in: its author and those who plan read it. */
export const submitMotion: Handler<CommandArgs<'submit-motion'>> = async (scene, args) => {
  if (await scene.isTaken(args.id)) return refused('invalid');
  const known = await findConference(scene, args.conferenceId);
  if (!known.ok) return refused(known.refusal);
  const { conference, body } = known.value;
  const { actor, today } = await toPlanningContext(scene, []);
  const count = (await loadMotions(scene, conference.id)).length;
  const outcome = submit(args, conference, scene.me, { actor, now: scene.now, today, count });
  if (!outcome.ok) return refused(outcome.refusal);
  const motion = outcome.value;
  await keepPart(scene, motion, await scene.put(motion, placeMotion(motion, conference, body, undefined)));
  return STORED;
};
