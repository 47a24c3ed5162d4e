import { toPersonName } from '#core/directory/person.ts';
import { set } from '#core/meetings/resolutions.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { conflict, refused, STORED, type Handler } from '../contract.ts';
import { placeResolution } from './resolution-placement.ts';

/** Says who sees to a resolution, until when, until when it holds, and whether it is carried out. */
export const setResolution: Handler<CommandArgs<'set-resolution'>> = async (scene, args) => {
  const before = await scene.load('resolution', args.id);
  if (before === undefined || !(await scene.isReadable(args.id))) return refused('not-found');
  const { responsibleId } = args;
  const person = responsibleId === undefined ? undefined : await scene.load('person', responsibleId);
  if (responsibleId !== undefined && person === undefined) return refused('invalid');
  const outcome = set(before, args, person && toPersonName(person), scene.actor);
  if (!outcome.ok) return refused(outcome.refusal);
  if (scene.baseRev === undefined) return refused('invalid');
  if (scene.baseRev !== before.rev) return conflict(before.rev);
  await scene.put(outcome.value, placeResolution(before));
  return STORED;
};
