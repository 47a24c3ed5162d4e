import { isChair, type Actor } from '../access/actor.ts';
import type { Id } from '../kernel/id.ts';
import type { Group } from './group.ts';

/** Groups are created by leadership, office and administrators (D7). */
export const mayCreateGroup = (actor: Actor): boolean =>
  actor.role === 'leadership' || actor.role === 'office' || actor.administrator;

/** Members are managed by the group's chairs and by those who may create groups (D7). */
export const mayManageMembers = (actor: Actor, groupId: Id): boolean =>
  isChair(actor, groupId) || mayCreateGroup(actor);

/** Which devices may hold the documents of a body is decided by leadership and administrators (R34). */
export const maySetDevices = (actor: Actor): boolean => actor.role === 'leadership' || actor.administrator;

/** Everybody may leave a group, but all staff together is no matter of choice: there only who creates groups removes. */
export const mayLeave = (actor: Actor, group: Pick<Group, 'type'>): boolean =>
  group.type !== 'staff' || mayCreateGroup(actor);
