import type { Id } from '../kernel/id.ts';
import type { GroupFunction, Role, VotingStatus } from './roles.ts';

/** A place in a group, as rights are decided by it. */
export interface Membership {
  readonly groupId: Id;
  readonly function: GroupFunction;
  readonly votingStatus: VotingStatus;
}

/** Whoever wants to read or change something, in the words policies are written in. */
export interface Actor {
  readonly personId: Id;
  readonly role: Role;
  readonly administrator: boolean;
  readonly memberships: readonly Membership[];
}

/** Whether the actor has a place in the group. */
export const isMember = (actor: Actor, groupId: Id): boolean =>
  actor.memberships.some((membership) => membership.groupId === groupId);

/** Whether the actor chairs the group, as chair or deputy. */
export const isChair = (actor: Actor, groupId: Id): boolean =>
  actor.memberships.some(
    (membership) =>
      membership.groupId === groupId && (membership.function === 'chair' || membership.function === 'deputy'),
  );

/** Whether the actor administers the school: sees the area "Verwaltung" and what lies there. */
export const isAdministration = (actor: Pick<Actor, 'role' | 'administrator'>): boolean =>
  actor.administrator || actor.role === 'leadership';

/** Whether the actor sees the area "Verwaltung" at all: beside those who administer the office, which hands slips over. */
export const seesAdministration = (actor: Pick<Actor, 'role' | 'administrator'>): boolean =>
  isAdministration(actor) || actor.role === 'office';
