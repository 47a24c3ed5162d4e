import { findMember } from '#core/groups/group.ts';
import { mayManageMembers } from '#core/groups/policy.ts';
import { placeMember } from '#core/groups/rules.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { refused, STORED, type Handler } from '../contract.ts';
import { findActivePerson, storeMembership } from './membership.ts';
import { placeGroup } from './placement.ts';

const MEMBERS_MAX = 2_000;

/** Adds a person, who then reads the whole history (D7), or changes the place of a member. */
export const setMember: Handler<CommandArgs<'set-member'>> = async (scene, args) => {
  const before = await scene.load('group', args.groupId);
  if (before === undefined || !(await scene.isReadable(args.groupId))) return refused('not-found');
  if (!mayManageMembers(scene.actor, args.groupId)) return refused('forbidden');
  const person = await findActivePerson(scene, args.personId);
  if (person === undefined) return refused('not-found');
  const outcome = placeMember(before, args, person, scene.actor);
  if (!outcome.ok) return refused(outcome.refusal);
  if (outcome.value.members.length > MEMBERS_MAX) return refused('full');
  const was = findMember(before, args.personId);
  if (was?.function === args.function && was.votingStatus === args.votingStatus) return STORED;
  await storeMembership(scene, args.groupId, args.personId, args);
  await scene.put(outcome.value, placeGroup(outcome.value));
  scene.membershipChanged(args.personId);
  scene.placesChanged(args.groupId);
  return STORED;
};
