import { toShortCodeKey, type Person } from '#core/directory/person.ts';
import { mayEditPeople } from '#core/directory/policy.ts';
import { sortMembers } from '#core/groups/group.ts';
import { toInverseTime } from '#core/kernel/clock.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { refused, STORED, type Handler } from '../contract.ts';
import { noteAct } from './audit.ts';
import { toFirstPlace, type GroupPort } from './group-port.ts';
import { placePerson } from './placement.ts';
import { isShortCodeTaken } from './short-code.ts';

const MEMBERS_MAX = 2_000;

/** Enters one person with their first groups. */
export const createAddPerson =
  (groupPort: GroupPort): Handler<CommandArgs<'add-person'>> =>
  async (scene, { groupIds, ...given }) => {
    if (!mayEditPeople(scene.actor)) return refused('forbidden');
    if (await scene.isTaken(given.id)) return refused('invalid');
    if (await isShortCodeTaken(scene, given.shortCode, given.id)) return refused('code-taken');
    const groups = await scene.loadAll('group', [...new Set(groupIds)]);
    if (groups.length < new Set(groupIds).size) return refused('not-found');
    if (groups.some(({ members }) => members.length >= MEMBERS_MAX)) return refused('full');
    const person: Person = {
      ...given,
      kind: 'person',
      rev: 0,
      inv: toInverseTime(scene.now),
      administrator: false,
      staffCouncil: false,
    };
    await scene.transaction.run(
      `insert into person (id, short_code_key, role, administrator, staff_council, active) values (?, ?, ?, 0, 0, 1)`,
      person.id,
      toShortCodeKey(person.shortCode),
      person.role,
    );
    await scene.put(person, placePerson(person));
    for (const group of groups) {
      const member = toFirstPlace(person);
      await groupPort.addMember(scene, group.id, member);
      await groupPort.store(scene, { ...group, members: sortMembers([...group.members, member]) });
    }
    await noteAct(scene, scene.actor.personId, 'add-person', person.id);
    scene.membershipChanged(person.id);
    return STORED;
  };
