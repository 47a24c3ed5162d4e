import type { GroupPort } from '#server/features/directory/group-port.ts';
import { storeMembership } from '#server/features/groups/membership.ts';
import { placeGroup } from '#server/features/groups/placement.ts';

/** What the directory needs of groups: features never import each other, so it is put together here. */
export const groupPort: GroupPort = {
  store: async (stage, group) => {
    await stage.put(group, placeGroup(group));
  },
  addMember: (stage, groupId, member) => storeMembership(stage, groupId, member.person.id, member),
};
