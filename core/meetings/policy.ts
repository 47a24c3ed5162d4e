import { isChair, isMember, type Actor } from '../access/actor.ts';
import type { Id } from '../kernel/id.ts';
import type { AgendaItem, Conference, Motion } from './conference.ts';

/** Chairs and deputies of a body plan its conferences, and leadership those of every body. */
export const mayPlan = (actor: Actor, bodyId: Id): boolean =>
  isChair(actor, bodyId) || actor.role === 'leadership';

/** Whoever may plan changes what was planned, and so does the sitting's own chair. */
export const mayLead = (actor: Actor, conference: Pick<Conference, 'body' | 'chair'>): boolean =>
  mayPlan(actor, conference.body.id) || conference.chair.id === actor.personId;

/** Motions are a right of the members; guests of a body have none. */
export const maySubmitMotion = (actor: Actor, bodyId: Id): boolean =>
  actor.memberships.some(({ groupId, function: place }) => groupId === bodyId && place !== 'guest');

/** Whether the agenda lies with the body: from the invitation on, or because it sits all the same. */
export const isAgendaOut = ({ state, invitation }: Pick<Conference, 'state' | 'invitation'>): boolean =>
  invitation !== undefined || state === 'open' || state === 'closed';

/** Members read a conference, and so do those whom it names. */
export const mayAttend = (actor: Actor, { body, guests }: Pick<Conference, 'body' | 'guests'>): boolean =>
  isMember(actor, body.id) || guests.some(({ id }) => id === actor.personId);

/**
 * Whether an item is readable (placement says the same by buckets): a restricted one for its circle and the chair alone, one
 * of an agenda that is not out for those who plan, every other one for the body and the guests it names.
 */
export const mayReadItem = (
  actor: Actor,
  item: Pick<AgendaItem, 'circle' | 'guests'>,
  conference: Pick<
    Conference,
    'body' | 'chair' | 'plannedBy' | 'minuteTaker' | 'guests' | 'state' | 'invitation'
  >,
): boolean => {
  const isNamed = (named: readonly { readonly id: Id }[]): boolean =>
    named.some(({ id }) => id === actor.personId);
  if (!mayAttend(actor, conference)) return false;
  const { chair, plannedBy, minuteTaker } = conference;
  if (item.circle !== undefined) return isNamed([...item.circle, chair]);
  if (!isAgendaOut(conference)) return isChair(actor, conference.body.id) || isNamed([chair, plannedBy]);
  return (
    isMember(actor, conference.body.id) ||
    isNamed([...item.guests, chair, plannedBy, ...(minuteTaker === undefined ? [] : [minuteTaker])])
  );
};

/** Whether a motion is readable: for its author and those who plan; on the agenda also for the readers of its item. */
export const mayReadMotion = (
  actor: Actor,
  motion: Pick<Motion, 'author'>,
  conference: Pick<Conference, 'body' | 'chair' | 'plannedBy' | 'guests'>,
): boolean =>
  mayAttend(actor, conference) &&
  (isChair(actor, conference.body.id) ||
    [motion.author, conference.chair, conference.plannedBy].some(({ id }) => id === actor.personId));
