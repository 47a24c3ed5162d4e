import { findMember } from '#core/groups/group.ts';
import { dropMember } from '#core/groups/rules.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { refused, STORED, type Handler } from '../contract.ts';
import { deleteMembership } from './membership.ts';
import { placeGroup } from './placement.ts';

/** Removes a person: at the next contact their devices drop what only this group could read. */
export const removeMember: Handler<CommandArgs<'remove-member'>> = async (scene, args) => {
  const before = await scene.load('group', args.groupId);
  if (before === undefined || !(await scene.isReadable(args.groupId))) return refused('not-found');
  const outcome = dropMember(before, args, scene.actor);
  if (!outcome.ok) return refused(outcome.refusal);
  if (findMember(before, args.personId) === undefined) return STORED;
  await deleteMembership(scene, args.groupId, args.personId);
  await scene.put(outcome.value, placeGroup(outcome.value));
  scene.left(args.groupId, args.personId);
  return STORED;
};
