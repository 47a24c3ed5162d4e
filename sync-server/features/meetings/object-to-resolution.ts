import { toLocal } from '#core/kernel/calendar/wall-time.ts';
import { object } from '#core/meetings/resolutions.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { findRuleSet } from '#core/votes/rule-sets/rule-sets.ts';
import { refused, STORED, type Handler } from '../contract.ts';
import { placeResolution } from './resolution-placement.ts';

/** The head objects: the resolution is suspended, and the period in which the body meets again begins by the server's day. */
export const objectToResolution: Handler<CommandArgs<'object-to-resolution'>> = async (scene, args) => {
  const before = await scene.load('resolution', args.id);
  if (before === undefined || !(await scene.isReadable(args.id))) return refused('not-found');
  const school = await scene.school();
  const body = await scene.load('group', before.body.id);
  const outcome = object(before, args, scene.me, scene.actor, {
    today: toLocal(scene.now, school.zone).date,
    calendar: school,
    ruleSet: body?.ruleSet === undefined ? undefined : findRuleSet(body.ruleSet),
  });
  if (!outcome.ok) return refused(outcome.refusal);
  await scene.put(outcome.value, placeResolution(before));
  return STORED;
};
