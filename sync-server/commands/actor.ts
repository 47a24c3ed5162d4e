import type { Actor } from '#core/access/actor.ts';
import type { GroupFunction, Role, VotingStatus } from '#core/access/roles.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Reader } from '#server/storage/contract/storage.ts';

interface PersonRow {
  readonly role: Role;
  readonly administrator: number;
}

interface MembershipRow {
  readonly group_id: Id;
  readonly function: GroupFunction;
  readonly voting_status: VotingStatus;
}

/** Somebody as rights are decided by it, read afresh; undefined for who does not (or no longer) belong to the school. */
export const loadActor = async (reader: Reader, personId: Id): Promise<Actor | undefined> => {
  const person = await reader.get<PersonRow>(
    'select role, administrator from person where id = ? and active = 1',
    personId,
  );
  if (person === undefined) return undefined;
  const memberships = await reader.all<MembershipRow>(
    'select group_id, function, voting_status from membership where person_id = ? order by group_id',
    personId,
  );
  return {
    personId,
    role: person.role,
    administrator: person.administrator === 1,
    memberships: memberships.map((row) => ({
      groupId: row.group_id,
      function: row.function,
      votingStatus: row.voting_status,
    })),
  };
};
