import { changeRole } from '#core/admin/rules.ts';
import { toPersonName, toShortCodeKey, type Person } from '#core/directory/person.ts';
import { mayEditPeople } from '#core/directory/policy.ts';
import { findMember, sortMembers } from '#core/groups/group.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { note } from '#server/audit/note.ts';
import { conflict, refused, STORED, type Handler } from '../contract.ts';
import { noteAct } from './audit.ts';
import type { GroupPort } from './group-port.ts';
import { placePerson } from './placement.ts';
import { storeRights } from './store-rights.ts';
import { isShortCodeTaken } from './short-code.ts';

/**
 * Changes name, short code or role. The person stays who it is: sessions, memberships and what was written remain; only
 * the directory and the lists of members show the new name, other documents the one they were written with (D2).
 */
export const createEditPerson =
  (groupPort: GroupPort): Handler<CommandArgs<'edit-person'>> =>
  async (scene, args) => {
    if (!mayEditPeople(scene.actor)) return refused('forbidden');
    const before = await scene.load('person', args.id);
    if (before === undefined) return refused('not-found');
    if (scene.baseRev !== before.rev) return conflict(before.rev);
    const { role: wanted } = args;
    const ruled = before.role === wanted ? undefined : changeRole(before, wanted, scene.actor);
    if (ruled?.ok === false) return refused(ruled.refusal);
    if (await isShortCodeTaken(scene, args.shortCode, args.id)) return refused('code-taken');
    const person: Person = { ...before, ...args };
    if (isSame(before, person)) return STORED;
    await scene.transaction.run(
      'update person set short_code_key = ? where id = ?',
      toShortCodeKey(person.shortCode),
      person.id,
    );
    if (before.role === wanted) await scene.put(person, placePerson(person));
    else await storeRights(scene, person, scene.me);
    for (const group of await scene.loadKind('group')) {
      if (findMember(group, person.id) === undefined) continue;
      const members = group.members.map((member) =>
        member.person.id === person.id ? { ...member, person: toPersonName(person) } : member,
      );
      await groupPort.store(scene, { ...group, members: sortMembers(members) });
    }
    await noteAct(scene, scene.actor.personId, 'edit-person', person.id);
    if (before.role === wanted) return STORED;
    await note(scene.transaction, scene.now, scene.actor.personId, 'set-role', person.id, wanted);
    scene.membershipChanged(person.id);
    return STORED;
  };

const isSame = (left: Person, right: Person): boolean =>
  left.shortCode === right.shortCode &&
  left.firstName === right.firstName &&
  left.lastName === right.lastName &&
  left.role === right.role;
