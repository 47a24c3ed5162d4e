import { mayManageMembers } from '#core/groups/policy.ts';
import { rename } from '#core/groups/rules.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { refused, STORED, type Handler } from '../contract.ts';
import { isNameTaken } from './names.ts';
import { placeGroup } from './placement.ts';

/** Gives a group another name. Announcements keep the name under which they were written (D2). */
export const renameGroup: Handler<CommandArgs<'rename-group'>> = async (scene, args) => {
  const before = await scene.load('group', args.id);
  if (before === undefined || !(await scene.isReadable(args.id))) return refused('not-found');
  if (!mayManageMembers(scene.actor, args.id)) return refused('forbidden');
  const nameTaken = await isNameTaken(scene, args.name, args.id);
  const outcome = rename(before, args.name, scene.actor, nameTaken);
  if (!outcome.ok) return refused(outcome.refusal);
  if (outcome.value.name !== before.name) await scene.put(outcome.value, placeGroup(outcome.value));
  return STORED;
};
