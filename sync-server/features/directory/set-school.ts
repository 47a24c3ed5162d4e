import { changeHolidays, changeSchool, toChangedSettings } from '#core/admin/rules.ts';
import type { AuditAct } from '#core/admin/audit.ts';
import type { RefusalKind } from '#core/access/refusal.ts';
import type { School } from '#core/directory/school.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Result } from '#core/kernel/result.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { note } from '#server/audit/note.ts';
import { conflict, refused, STORED, type Handler, type Scene, type Verdict } from '../contract.ts';
import { placeSchool } from './placement.ts';

/** Changes settings for the whole school (R8). */
export const setSchool: Handler<CommandArgs<'set-school'>> = (scene, args) =>
  change(scene, args.id, 'set-school', (school) => changeSchool(school, args, scene.actor));

/** Replaces the school's own free days. */
export const setHolidays: Handler<CommandArgs<'set-holidays'>> = (scene, args) =>
  change(scene, args.id, 'set-holidays', (school) => changeHolidays(school, args, scene.actor));

/** Both are written on the school's revision: of two people who change at once the second sees what the first did. */
const change = async (
  scene: Scene,
  id: Id,
  act: Extract<AuditAct, 'set-school' | 'set-holidays'>,
  rule: (school: School) => Result<School, RefusalKind>,
): Promise<Verdict> => {
  const before = await scene.load('school', id);
  if (before === undefined) return refused('not-found');
  const outcome = rule(before);
  if (!outcome.ok) return refused(outcome.refusal);
  if (scene.baseRev !== before.rev) return conflict(before.rev);
  const changed = toChangedSettings(before, outcome.value);
  if (changed.length === 0) return STORED;
  await scene.put(outcome.value, placeSchool());
  await note(scene.transaction, scene.now, scene.actor.personId, act, id, changed.join(' '));
  return STORED;
};
