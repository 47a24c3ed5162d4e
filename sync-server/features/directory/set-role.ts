import { changeRole } from '#core/admin/rules.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { note } from '#server/audit/note.ts';
import { conflict, refused, STORED, type Handler } from '../contract.ts';
import { storeRights } from './store-rights.ts';

/** Gives a person another role, with all rights that go with it from this moment on. */
export const setRole: Handler<CommandArgs<'set-role'>> = async (scene, { personId, role }) => {
  const before = await scene.load('person', personId);
  if (before === undefined || !(await scene.isReadable(personId))) return refused('not-found');
  const outcome = changeRole(before, role, scene.actor);
  if (!outcome.ok) return refused(outcome.refusal);
  if (scene.baseRev !== undefined && scene.baseRev !== before.rev) return conflict(before.rev);
  if (before.role === role) return STORED;
  await storeRights(scene, outcome.value, scene.me);
  scene.membershipChanged(personId);
  await note(scene.transaction, scene.now, scene.actor.personId, 'set-role', personId, role);
  return STORED;
};
