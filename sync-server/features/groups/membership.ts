import type { GroupFunction, VotingStatus } from '#core/access/roles.ts';
import { toPersonName } from '#core/directory/person.ts';
import type { PersonName } from '#core/kernel/document.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Stage } from '../contract.ts';

/**
 * Writes a membership. Always together with the group's document: the table decides who may read, the document shows it.
 * Never deletes and inserts anew: that would read as leaving and coming back.
 */
export const storeMembership = async (
  stage: Stage,
  groupId: Id,
  personId: Id,
  place: { readonly function: GroupFunction; readonly votingStatus: VotingStatus },
): Promise<void> => {
  await stage.transaction.run(
    `insert into membership (group_id, person_id, function, voting_status) values (?, ?, ?, ?)
     on conflict (group_id, person_id) do update set function = excluded.function,
       voting_status = excluded.voting_status`,
    groupId,
    personId,
    place.function,
    place.votingStatus,
  );
};

/** Ends a membership. */
export const deleteMembership = async (stage: Stage, groupId: Id, personId: Id): Promise<void> => {
  await stage.transaction.run(
    'delete from membership where group_id = ? and person_id = ?',
    groupId,
    personId,
  );
};

/** The name of somebody who belongs to the school, or undefined. */
export const findActivePerson = async (stage: Stage, personId: Id): Promise<PersonName | undefined> => {
  const isActive = await stage.transaction.get('select 1 from person where id = ? and active = 1', personId);
  const person = isActive && (await stage.load('person', personId));
  return person && toPersonName(person);
};
