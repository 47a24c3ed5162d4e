import { toPersonName, type Person } from '#core/directory/person.ts';
import type { Group, GroupMember } from '#core/groups/group.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Stage } from '../contract.ts';

/** What the directory needs of the groups feature; composed in the registry. */
export interface GroupPort {
  store(stage: Stage, group: Group): Promise<void>;
  addMember(stage: Stage, groupId: Id, member: GroupMember): Promise<void>;
}

/** The place a person takes first: teachers and leadership vote, others advise until somebody decides otherwise (D26). */
export const toFirstPlace = (person: Person): GroupMember => ({
  person: toPersonName(person),
  function: person.role === 'guest' ? 'guest' : 'member',
  votingStatus: person.role === 'teacher' || person.role === 'leadership' ? 'entitled' : 'advisory',
});
