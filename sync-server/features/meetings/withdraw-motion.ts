import { withdrawMotion as withdraw } from '#core/meetings/motion-rules.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { refused, STORED, type Handler } from '../contract.ts';
import { findMotion } from './known.ts';
import { placeMotion } from './placement.ts';

/** Takes a motion back while it is not on the agenda. */
export const withdrawMotion: Handler<CommandArgs<'withdraw-motion'>> = async (scene, args) => {
  const known = await findMotion(scene, args.id);
  if (!known.ok) return refused(known.refusal);
  const { motion, conference, body } = known.value;
  const outcome = withdraw(motion, scene.actor);
  if (!outcome.ok) return refused(outcome.refusal);
  await scene.put(outcome.value, placeMotion(outcome.value, conference, body, undefined));
  return STORED;
};
