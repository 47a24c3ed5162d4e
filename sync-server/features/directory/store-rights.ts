import { addRightsChange, toRightsNoticeId } from '#core/admin/rights-notice.ts';
import type { Person } from '#core/directory/person.ts';
import type { PersonName } from '#core/kernel/document.ts';
import type { Stage } from '../contract.ts';
import { placePerson, placeRightsNotice } from './placement.ts';

/**
 * Writes role and flags: the table decides, the document shows them to the staff, and the notice tells the person who
 * changed them. `by` is undefined for whoever runs the server. Whoever calls it says that the person's buckets changed.
 */
export const storeRights = async (
  stage: Stage,
  person: Person,
  by: PersonName | undefined,
): Promise<void> => {
  await stage.transaction.run(
    'update person set role = ?, administrator = ?, staff_council = ? where id = ?',
    person.role,
    person.administrator ? 1 : 0,
    person.staffCouncil ? 1 : 0,
    person.id,
  );
  await stage.put(person, placePerson(person));
  await tellRights(stage, person, by);
};

/** Tells a person what their rights are from now on, and who has changed them. */
export const tellRights = async (stage: Stage, person: Person, by: PersonName | undefined): Promise<void> => {
  const notice = await stage.load('rights-notice', toRightsNoticeId(person.id));
  await stage.put(addRightsChange(notice, person, { at: stage.now, by }), placeRightsNotice(person.id));
};

/** How many administer the school now. */
export const countAdministrators = async (stage: Stage): Promise<number> =>
  (
    await stage.transaction.get<{ count: number }>(
      'select count(*) as count from person where administrator = 1 and active = 1',
    )
  )?.count ?? 0;
