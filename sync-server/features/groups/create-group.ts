import { create } from '#core/groups/rules.ts';
import { mayCreateGroup } from '#core/groups/policy.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { findRuleSet } from '#core/votes/rule-sets/rule-sets.ts';
import { refused, STORED, type Handler } from '../contract.ts';
import { findActivePerson, storeMembership } from './membership.ts';
import { isNameTaken } from './names.ts';
import { placeGroup } from './placement.ts';

/** Creates a group with its chair as the first member. */
export const createGroup: Handler<CommandArgs<'create-group'>> = async (scene, args) => {
  // Before anything is looked up: whoever may not create groups learns nothing about names and people.
  if (!mayCreateGroup(scene.actor)) return refused('forbidden');
  if (await scene.isTaken(args.id)) return refused('invalid');
  if (args.ruleSet !== undefined && findRuleSet(args.ruleSet) === undefined) return refused('invalid');
  const chair = await findActivePerson(scene, args.chairId);
  if (chair === undefined) return refused('not-found');
  const nameTaken = await isNameTaken(scene, args.name, args.id);
  const outcome = create(args, chair, scene.actor, { now: scene.now, nameTaken });
  if (!outcome.ok) return refused(outcome.refusal);
  await storeMembership(scene, args.id, chair.id, { function: 'chair', votingStatus: 'entitled' });
  await scene.put(outcome.value, placeGroup(outcome.value));
  scene.membershipChanged(chair.id);
  return STORED;
};
