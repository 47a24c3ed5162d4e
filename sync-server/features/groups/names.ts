import { toGroupKey } from '#core/directory/import/read-staff-list.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Stage } from '../contract.ts';

/** Whether another group bears the name; compared as an import does, so that it finds the group again. */
export const isNameTaken = async (stage: Stage, name: string, except: Id): Promise<boolean> => {
  const key = toGroupKey(name);
  const groups = await stage.loadKind('group');
  return groups.some((group) => group.id !== except && toGroupKey(group.name) === key);
};
