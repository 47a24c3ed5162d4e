import { toReadableBuckets } from '#core/access/bucket.ts';
import { plan } from '#core/meetings/planning-rules.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { refused, STORED, type Handler } from '../contract.ts';
import { toNamed, toPlanningContext } from './known.ts';
import { placeConference } from './placement.ts';

/** Plans a conference of a body the actor finds in the directory: its members see the date at once. */
export const planConference: Handler<CommandArgs<'plan-conference'>> = async (scene, args) => {
  if (await scene.isTaken(args.id)) return refused('invalid');
  const body = await scene.load('group', args.groupId);
  if (body === undefined || !(await scene.isPlaced(body.id, toReadableBuckets(scene.actor)))) {
    return refused('not-found');
  }
  const context = await toPlanningContext(scene, [...toNamed(args), scene.me.id]);
  const outcome = plan(args, body, scene.me, context);
  if (!outcome.ok) return refused(outcome.refusal);
  if (await scene.isKeptOff([body.id])) return refused('not-on-private');
  await scene.put(outcome.value, placeConference(outcome.value, body));
  return STORED;
};
