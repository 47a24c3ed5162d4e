import type { Actor } from '../access/actor.ts';
import type { Person } from '../directory/person.ts';
import type { Id } from '../kernel/id.ts';

type Rights = Pick<Actor, 'personId' | 'role' | 'administrator'>;
type Target = Pick<Person, 'id' | 'role' | 'administrator' | 'staffCouncil'>;

/** Administrators and the leadership give access. */
export const mayIssueSlips = (actor: Rights): boolean => actor.administrator || actor.role === 'leadership';

/** The office hands slips over as well: it is where people come by. */
export const mayHandOverSlips = (actor: Rights): boolean => mayIssueSlips(actor) || actor.role === 'office';

/** Whose reset takes two: their accounts see more than others, or must be safe from the leadership (R6). */
export const isGuarded = (target: Pick<Target, 'role' | 'administrator' | 'staffCouncil'>): boolean =>
  target.role === 'leadership' || target.administrator || target.staffCouncil;

/** Whether the actor may issue a slip to the person. Nobody resets themselves: an open screen must not be enough. */
export const mayIssueTo = (actor: Rights, target: Pick<Target, 'id'>, isReset: boolean): boolean =>
  mayIssueSlips(actor) && !(isReset && target.id === actor.personId);

/**
 * Whether the actor may hand the slip over and so make it valid. The reset of a guarded person takes two who may issue: one
 * issues, another one hands over; so nobody alone can take over such an account.
 */
export const mayHandOverTo = (
  actor: Rights,
  target: Target,
  slip: { readonly reset: boolean; readonly issuedBy: Id | undefined },
): boolean => {
  if (target.id === actor.personId && slip.reset) return false;
  if (!slip.reset || !isGuarded(target)) return mayHandOverSlips(actor);
  return mayIssueSlips(actor) && slip.issuedBy !== actor.personId;
};
