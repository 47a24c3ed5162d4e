import type { Id } from '../../kernel/id.ts';
import { accept, refuse } from '../../kernel/result.ts';
import type { Hand } from '../view.ts';
import type { MeetingEvent } from './events.ts';
import type { Circumstances, Decided, LiveCommandArgs } from './live-command.ts';
import type { Meeting } from './meeting.ts';
import { leads } from './policy.ts';
import { toAudience } from './audience.ts';

/**
 * Raises a hand for the present item. A hand that is up keeps its place, whatever device it is raised on again; with
 * another kind it is a new wish. Who is not there, or takes no part in the item, has none.
 */
export const raiseHand = (
  meeting: Meeting,
  { itemId, handId, kind }: LiveCommandArgs<'raise-hand'>,
  { me }: Circumstances,
): Decided => {
  // To whoever takes no part in a restricted item it does not exist, so that a guess learns nothing.
  if (toAudience(meeting, me.id) === 'outside') return refuse('phase-passed');
  return addHand(meeting, itemId, { id: handId, person: me, kind, listed: false });
};

/** The same for a raised arm that the chair sees. */
export const listHand = (
  meeting: Meeting,
  { itemId, handId, personId, kind }: LiveCommandArgs<'list-hand'>,
  { actor }: Circumstances,
): Decided => {
  if (!leads(actor, meeting)) return refuse('forbidden');
  const entry = meeting.roll[personId];
  if (entry === undefined) return refuse('not-found');
  return addHand(meeting, itemId, { id: handId, person: entry.person, kind, listed: true });
};

const addHand = (meeting: Meeting, itemId: Id, hand: Hand): Decided => {
  const { item, speakers, roll } = meeting;
  if (item === null || item.id !== itemId) return refuse('phase-passed');
  if (item.circle !== null && !item.circle.includes(hand.person.id) && !leadsAs(meeting, hand.person.id)) {
    return refuse('not-found');
  }
  if (roll[hand.person.id]?.presence !== 'present') return refuse('not-present');
  const raised = speakers.hands.find(({ person }) => person.id === hand.person.id);
  if (raised?.kind === hand.kind) return accept([]);
  // The id of another hand, or of one that has had its turn, is no new wish.
  if (isKnown(meeting, hand.id)) return accept([]);
  if (speakers.closed && hand.kind !== 'order') return refuse('list-closed');
  return accept([{ type: 'hand-raised', hand }]);
};

const leadsAs = ({ chair }: Meeting, personId: Id): boolean => chair.id === personId;

const isKnown = ({ speakers: { hands, speaking, last } }: Meeting, handId: Id): boolean =>
  [...hands, speaking?.hand, last].some((hand) => hand?.id === handId);

/** Takes down one's own hand; the chair any. One that is down already, or has lapsed, stays down. */
export const lowerHand = (
  meeting: Meeting,
  { handId }: LiveCommandArgs<'lower-hand'>,
  { actor }: Circumstances,
): Decided => {
  const hand = meeting.speakers.hands.find(({ id }) => id === handId);
  if (hand === undefined) return accept([]);
  if (hand.person.id !== actor.personId && !leads(actor, meeting)) return refuse('forbidden');
  return accept([{ type: 'hand-lowered', handId }]);
};

type SpeakerAct = 'call-speaker' | 'finish-speaker' | 'skip-speaker' | 'put-speaker-back';

/** Gives the floor. */
export const callSpeaker = (
  meeting: Meeting,
  { handId }: LiveCommandArgs<SpeakerAct>,
  { actor, now }: Circumstances,
): Decided => {
  if (!leads(actor, meeting)) return refuse('forbidden');
  if (meeting.speakers.speaking?.hand.id === handId) return accept([]);
  return ifListed(meeting, handId, { type: 'speaker-called', handId, at: now });
};

/** The speaker has ended. */
export const finishSpeaker = (
  { speakers, chair }: Meeting,
  { handId }: LiveCommandArgs<SpeakerAct>,
  { actor }: Circumstances,
): Decided => {
  if (!leads(actor, { chair })) return refuse('forbidden');
  if (speakers.speaking?.hand.id === handId) return accept([{ type: 'speaker-finished', handId }]);
  return speakers.last?.id === handId ? accept([]) : refuse('phase-passed');
};

/** Passes somebody over: the last of the list cannot be. */
export const skipSpeaker = (
  meeting: Meeting,
  { handId }: LiveCommandArgs<SpeakerAct>,
  { actor }: Circumstances,
): Decided => {
  if (!leads(actor, meeting)) return refuse('forbidden');
  if (meeting.speakers.hands.at(-1)?.id === handId) return accept([]);
  return ifListed(meeting, handId, { type: 'speaker-skipped', handId });
};

/** Undoes a call or an end. */
export const putSpeakerBack = (
  meeting: Meeting,
  { handId }: LiveCommandArgs<SpeakerAct>,
  { actor }: Circumstances,
): Decided => {
  if (!leads(actor, meeting)) return refuse('forbidden');
  const { speaking, last, hands } = meeting.speakers;
  if (hands[0]?.id === handId) return accept([]);
  return speaking?.hand.id === handId || last?.id === handId
    ? accept([{ type: 'speaker-put-back', handId }])
    : refuse('phase-passed');
};

/** Closes or opens the list of the present item. */
export const setListClosed = (
  { item, speakers, chair }: Meeting,
  { itemId, closed }: LiveCommandArgs<'set-list-closed'>,
  { actor }: Circumstances,
): Decided => {
  if (!leads(actor, { chair })) return refuse('forbidden');
  if (item?.id !== itemId) return refuse('phase-passed');
  return accept(speakers.closed === closed ? [] : [{ type: 'list-closed', closed }]);
};

const ifListed = ({ speakers }: Meeting, handId: Id, event: MeetingEvent): Decided =>
  speakers.hands.some(({ id }) => id === handId) ? accept([event]) : refuse('phase-passed');
