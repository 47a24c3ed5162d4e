import type { Id } from '#core/kernel/id.ts';
import type { Stage } from '../contract.ts';
import { placePerson } from './placement.ts';

/** Marks who administers and who belongs to the staff council: flags beside the role (D7). False if nobody has the id. */
export const setFlags = async (
  stage: Stage,
  personId: Id,
  flags: { readonly administrator: boolean; readonly staffCouncil: boolean },
): Promise<boolean> => {
  const person = await stage.load('person', personId);
  if (person === undefined) return false;
  await stage.transaction.run(
    'update person set administrator = ?, staff_council = ? where id = ?',
    flags.administrator ? 1 : 0,
    flags.staffCouncil ? 1 : 0,
    personId,
  );
  await stage.put({ ...person, ...flags }, placePerson(person));
  return true;
};
