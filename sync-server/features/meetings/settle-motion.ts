import { settle } from '#core/meetings/motion-rules.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { refused, STORED, type Handler } from '../contract.ts';
import { findMotion } from './known.ts';
import { placeMotion } from './placement.ts';

/** Merges a motion into another one that the chair reads as well, or returns it. */
export const settleMotion: Handler<CommandArgs<'settle-motion'>> = async (scene, args) => {
  const known = await findMotion(scene, args.id);
  if (!known.ok) return refused(known.refusal);
  const { motion, conference, body } = known.value;
  const target = args.settlement.kind === 'merge' ? args.settlement.into : undefined;
  const into = target === undefined ? undefined : await findMotion(scene, target);
  const outcome = settle(motion, args, conference, {
    actor: scene.actor,
    into: into?.ok === true ? into.value.motion : undefined,
  });
  if (!outcome.ok) return refused(outcome.refusal);
  await scene.put(outcome.value, placeMotion(outcome.value, conference, body, undefined));
  return STORED;
};
