import { changeFlags } from '#core/admin/rules.ts';
import type { AuditAct } from '#core/admin/audit.ts';
import type { Person } from '#core/directory/person.ts';
import type { Id } from '#core/kernel/id.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { note } from '#server/audit/note.ts';
import { conflict, refused, STORED, type Handler, type Stage } from '../contract.ts';
import { countAdministrators, storeRights } from './store-rights.ts';

/** Says who administers and who belongs to the staff council: flags beside the role (D7). */
export const setFlags: Handler<CommandArgs<'set-flags'>> = async (scene, args) => {
  const before = await scene.load('person', args.personId);
  if (before === undefined || !(await scene.isReadable(args.personId))) return refused('not-found');
  const outcome = changeFlags(before, args, scene.actor, await countAdministrators(scene));
  if (!outcome.ok) return refused(outcome.refusal);
  if (scene.baseRev !== undefined && scene.baseRev !== before.rev) return conflict(before.rev);
  const acts = toActs(before, outcome.value);
  if (acts.length === 0) return STORED;
  await storeRights(scene, outcome.value, scene.me);
  scene.membershipChanged(args.personId);
  for (const act of acts) await note(scene.transaction, scene.now, scene.actor.personId, act, args.personId);
  return STORED;
};

/** The same by whoever runs the server, who may do anything. False if nobody has the id. */
export const putFlags = async (
  stage: Stage,
  personId: Id,
  { administrator, staffCouncil }: Pick<Person, 'administrator' | 'staffCouncil'>,
): Promise<boolean> => {
  const person = await stage.load('person', personId);
  if (person === undefined) return false;
  await storeRights(stage, { ...person, administrator, staffCouncil }, undefined);
  return true;
};

const toActs = (before: Person, after: Person): readonly AuditAct[] => [
  ...(before.administrator === after.administrator
    ? []
    : ([after.administrator ? 'give-administrator' : 'take-administrator'] as const)),
  ...(before.staffCouncil === after.staffCouncil
    ? []
    : ([after.staffCouncil ? 'give-staff-council' : 'take-staff-council'] as const)),
];
