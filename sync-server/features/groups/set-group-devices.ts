import { maySetDevices } from '#core/groups/policy.ts';
import { setDevices } from '#core/groups/rules.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { refused, STORED, type Handler } from '../contract.ts';
import { placeGroup } from './placement.ts';

/** Keeps the documents of a body off private devices: whoever has them there loses them at the next contact (R34). */
export const setGroupDevices: Handler<CommandArgs<'set-group-devices'>> = async (scene, args) => {
  const before = await scene.load('group', args.groupId);
  if (before === undefined || !(await scene.isReadable(args.groupId))) return refused('not-found');
  if (!maySetDevices(scene.actor)) return refused('forbidden');
  const outcome = setDevices(before, args, scene.actor);
  if (!outcome.ok) return refused(outcome.refusal);
  if (args.officialOnly === (before.officialOnly === true)) return STORED;
  await scene.transaction.run(
    args.officialOnly
      ? 'insert into official_only (group_id) values (?)'
      : 'delete from official_only where group_id = ?',
    args.groupId,
  );
  await scene.put(outcome.value, placeGroup(outcome.value));
  scene.devicesChanged(args.groupId);
  return STORED;
};
