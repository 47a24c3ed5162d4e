import { isChair, type Actor } from '../../access/actor.ts';
import type { Id } from '../../kernel/id.ts';
import type { Conference } from '../conference.ts';
import type { Meeting } from './meeting.ts';

/** Whether the actor leads the sitting: whoever has the chair, and nobody beside. */
export const leads = (actor: Actor, meeting: Pick<Meeting, 'chair'>): boolean =>
  meeting.chair.id === actor.personId;

/** Whether the actor may take the chair of a body's sitting: its chairs and deputies, and leadership. */
export const mayTakeChair = (actor: Actor, bodyId: Id): boolean =>
  isChair(actor, bodyId) || actor.role === 'leadership';

/** Whether the actor may open it; who is not its chair takes the chair by that. */
export const mayOpen = (actor: Actor, conference: Pick<Conference, 'body' | 'chair'>): boolean =>
  conference.chair.id === actor.personId || mayTakeChair(actor, conference.body.id);

/** Whether the actor says who is there: the chair and the minute-taker. */
export const mayKeepRoll = (actor: Actor, meeting: Pick<Meeting, 'chair' | 'minuteTaker'>): boolean =>
  leads(actor, meeting) || meeting.minuteTaker?.id === actor.personId;
