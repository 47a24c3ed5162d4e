import { toLocal } from '#core/kernel/calendar/wall-time.ts';
import { settle } from '#core/meetings/resolutions.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { refused, STORED, type Handler } from '../contract.ts';
import { placeResolution } from './resolution-placement.ts';

/** Enters what the body has decided when it met again after an objection. */
export const settleObjection: Handler<CommandArgs<'settle-objection'>> = async (scene, args) => {
  const before = await scene.load('resolution', args.id);
  if (before === undefined || !(await scene.isReadable(args.id))) return refused('not-found');
  const { zone } = await scene.school();
  const outcome = settle(before, args, scene.actor, toLocal(scene.now, zone).date);
  if (!outcome.ok) return refused(outcome.refusal);
  await scene.put(outcome.value, placeResolution(before));
  return STORED;
};
