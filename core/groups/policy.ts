import { isChair, type Actor } from '../access/actor.ts';
import type { Id } from '../kernel/id.ts';

/** Groups are created by leadership, office and administrators (D7). */
export const mayCreateGroup = (actor: Actor): boolean =>
  actor.role === 'leadership' || actor.role === 'office' || actor.administrator;

/** Members are managed by the group's chairs and by those who may create groups (D7). */
export const mayManageMembers = (actor: Actor, groupId: Id): boolean =>
  isChair(actor, groupId) || mayCreateGroup(actor);
