import type { Instant } from '../../kernel/clock.ts';
import type { Id } from '../../kernel/id.ts';
import type { Hand } from '../view.ts';
import type { SpeakerList } from './meeting.ts';

/** The one order of speakers (R20): arrival at the server, points of order first; only acts of the chair change it. */

/** Adds a hand behind those of its kind of order: a point of order behind the ones at the front, all else at the end. */
export const addHand = (list: SpeakerList, hand: Hand): SpeakerList => {
  const others = list.hands.filter(({ person }) => person.id !== hand.person.id);
  if (hand.kind !== 'order') return { ...list, hands: [...others, hand] };
  const firstOther = others.findIndex(({ kind }) => kind !== 'order');
  const place = firstOther === -1 ? others.length : firstOther;
  return { ...list, hands: others.toSpliced(place, 0, hand) };
};

export const removeHand = (list: SpeakerList, handId: Id): SpeakerList =>
  list.hands.some(({ id }) => id === handId)
    ? { ...list, hands: list.hands.filter(({ id }) => id !== handId) }
    : list;

/** Nobody of these speaks or wants to any more. */
export const removePeople = (list: SpeakerList, gone: ReadonlySet<string>): SpeakerList => {
  const isGone = (hand: Hand): boolean => gone.has(hand.person.id);
  const speakerGone = list.speaking !== null && isGone(list.speaking.hand);
  if (!speakerGone && !list.hands.some(isGone)) return list;
  return {
    ...list,
    speaking: speakerGone ? null : list.speaking,
    hands: list.hands.filter((hand) => !isGone(hand)),
  };
};

/** The hand has the floor; who spoke until now has ended. */
export const callHand = (list: SpeakerList, handId: Id, at: Instant): SpeakerList => {
  const hand = list.hands.find(({ id }) => id === handId);
  if (hand === undefined) return list;
  const rest = removeHand(list, handId);
  return { ...rest, speaking: { hand, since: at }, last: list.speaking?.hand ?? list.last };
};

export const finishHand = (list: SpeakerList, handId: Id): SpeakerList =>
  list.speaking?.hand.id === handId ? { ...list, speaking: null, last: list.speaking.hand } : list;

/** The hand goes behind the next one. */
export const skipHand = (list: SpeakerList, handId: Id): SpeakerList => {
  const place = list.hands.findIndex(({ id }) => id === handId);
  const [hand, next] = list.hands.slice(place, place + 2);
  if (place === -1 || hand === undefined || next === undefined) return list;
  return { ...list, hands: list.hands.toSpliced(place, 2, next, hand) };
};

/** Who speaks, or spoke last, is the first of the list again. A hand they have raised since is the same wish. */
export const putHandBack = (list: SpeakerList, handId: Id): SpeakerList => {
  const isSpeaking = list.speaking?.hand.id === handId;
  const hand = isSpeaking ? list.speaking.hand : list.last?.id === handId ? list.last : undefined;
  if (hand === undefined) return list;
  const others = list.hands.filter(({ person }) => person.id !== hand.person.id);
  return {
    ...list,
    speaking: isSpeaking ? null : list.speaking,
    last: isSpeaking ? list.last : null,
    hands: [hand, ...others],
  };
};
