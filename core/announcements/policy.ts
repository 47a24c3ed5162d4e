import { isChair, isMember, type Actor } from '../access/actor.ts';
import type { Group } from '../groups/group.ts';
import type { Id } from '../kernel/id.ts';
import type { Announcement } from './announcement.ts';

type Addressed = Pick<Group, 'id' | 'type'>;

/**
 * Whether the actor may announce to the group (D7): leadership and office to any, teachers to groups they belong to and
 * by a switch to all staff, others to groups they chair. Guests to none.
 */
export const mayAnnounceTo = (
  actor: Actor,
  group: Addressed,
  settings: { readonly teachersReachAllStaff: boolean },
): boolean => {
  if (actor.role === 'guest') return false;
  if (actor.role === 'leadership' || actor.role === 'office') return true;
  if (isChair(actor, group.id)) return true;
  if (actor.role !== 'teacher') return false;
  return group.type === 'staff'
    ? settings.teachersReachAllStaff && isMember(actor, group.id)
    : isMember(actor, group.id);
};

/** Only leadership marks an announcement as urgent (R13). */
export const mayMarkUrgent = (actor: Actor): boolean => actor.role === 'leadership';

/** Edit and withdraw: the author and the chairs of an addressed group (D7). */
export const mayEdit = (actor: Actor, announcement: Pick<Announcement, 'author' | 'groups'>): boolean =>
  announcement.author.id === actor.personId || announcement.groups.some((group) => isChair(actor, group.id));

/** Only the author sees who is missing, and reminds them (R14). */
export const mayRemind = (actor: Actor, announcement: Pick<Announcement, 'author'>): boolean =>
  announcement.author.id === actor.personId;

/** Whether the announcement is readable: it is placed with its groups once published, and always with its author. */
export const mayRead = (
  actor: Actor,
  announcement: Pick<Announcement, 'author' | 'groups' | 'state'>,
): boolean =>
  announcement.author.id === actor.personId ||
  (announcement.state !== 'scheduled' &&
    announcement.groups.some((group) => isMember(actor, group.id as Id)));
