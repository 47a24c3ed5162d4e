import { accept, refuse } from '../../kernel/result.ts';
import { callItem, settleItem } from './decide-agenda.ts';
import { admitGuest, allPresentExcept, checkIn, checkOut, sendOut, setPresence } from './decide-presence.ts';
import {
  callSpeaker,
  finishSpeaker,
  listHand,
  lowerHand,
  putSpeakerBack,
  raiseHand,
  setListClosed,
  skipSpeaker,
} from './decide-speakers.ts';
import { toExpected } from './open.ts';
import type { Circumstances, Decided, LiveCommand, LiveCommandArgs } from './live-command.ts';
import type { Meeting } from './meeting.ts';
import { leads, mayTakeChair } from './policy.ts';
import { breakOffVote } from './vote-slot.ts';

/**
 * What a command makes of a sitting (D26): events, or the reason why not. What is so already is accepted and makes
 * nothing happen, so that every command may be given twice. Nothing is done to a sitting that has ended.
 */
export const decide = (meeting: Meeting, command: LiveCommand, circumstances: Circumstances): Decided => {
  if (meeting.phase === 'closed') {
    return command.name === 'close-conference' && leads(circumstances.actor, meeting)
      ? accept([])
      : refuse('not-open');
  }
  switch (command.name) {
    case 'close-conference':
      return closeConference(meeting, circumstances);
    case 'take-chair':
      return takeChair(meeting, command.args, circumstances);
    case 'set-locked':
      return setLocked(meeting, command.args, circumstances);
    case 'check-in':
      return checkIn(meeting, circumstances);
    case 'check-out':
      return checkOut(meeting, circumstances);
    case 'set-presence':
      return setPresence(meeting, command.args, circumstances);
    case 'all-present-except':
      return allPresentExcept(meeting, command.args, circumstances);
    case 'admit-guest':
      return admitGuest(meeting, command.args, circumstances);
    case 'send-out':
      return sendOut(meeting, command.args, circumstances);
    case 'call-item':
      return callItem(meeting, circumstances);
    case 'settle-item':
      return settleItem(meeting, command.args, circumstances);
    case 'raise-hand':
      return raiseHand(meeting, command.args, circumstances);
    case 'lower-hand':
      return lowerHand(meeting, command.args, circumstances);
    case 'list-hand':
      return listHand(meeting, command.args, circumstances);
    case 'call-speaker':
      return callSpeaker(meeting, command.args, circumstances);
    case 'finish-speaker':
      return finishSpeaker(meeting, command.args, circumstances);
    case 'skip-speaker':
      return skipSpeaker(meeting, command.args, circumstances);
    case 'put-speaker-back':
      return putSpeakerBack(meeting, command.args, circumstances);
    case 'set-list-closed':
      return setListClosed(meeting, command.args, circumstances);
  }
};

/** The present item is done, a running vote broken off; items that were never called stay open. */
const closeConference = (meeting: Meeting, { actor, now }: Circumstances): Decided => {
  if (!leads(actor, meeting)) return refuse('forbidden');
  const { item } = meeting;
  return accept([
    ...breakOffVote(meeting.vote, now),
    ...(item === null
      ? []
      : [
          { type: 'item-settled', itemId: item.id, state: 'done', restricted: item.circle !== null } as const,
        ]),
    { type: 'closed', at: now },
  ]);
};

/** Who has the chair hands it to anybody of the body; its chairs, deputies and leadership take it for themselves. */
const takeChair = (
  meeting: Meeting,
  { personId }: LiveCommandArgs<'take-chair'>,
  { actor, me, standing }: Circumstances,
): Decided => {
  const takes = personId === actor.personId && mayTakeChair(actor, meeting.body.id);
  if (!takes && !leads(actor, meeting)) return refuse('forbidden');
  if (meeting.chair.id === personId) return accept([]);
  const entry = meeting.roll[personId] ?? (takes ? toExpected(me, standing ?? 'guest') : undefined);
  if (entry === undefined) return refuse('not-found');
  if (!takes && entry.status === 'guest') return refuse('forbidden');
  return accept([
    ...(personId in meeting.roll ? [] : [{ type: 'roll-changed', entries: [entry] } as const]),
    { type: 'chair-taken', person: entry.person },
  ]);
};

const setLocked = (
  meeting: Meeting,
  { locked }: LiveCommandArgs<'set-locked'>,
  { actor }: Circumstances,
): Decided => {
  if (!leads(actor, meeting)) return refuse('forbidden');
  return accept(meeting.locked === locked ? [] : [{ type: 'locked', locked }]);
};
