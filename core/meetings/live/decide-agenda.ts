import { accept, refuse } from '../../kernel/result.ts';
import type { MeetingEvent } from './events.ts';
import type { Circumstances, Decided, LiveCommandArgs } from './live-command.ts';
import type { ItemOutcome, Meeting } from './meeting.ts';
import { leads } from './policy.ts';
import { toQuorumNote } from './presence.ts';
import { isVoteRunning } from './vote-slot.ts';

/** Calls an item; the one before is done. One that was settled may be called again. The quorum is noted. */
export const callItem = (meeting: Meeting, { actor, item }: Circumstances): Decided => {
  if (!leads(actor, meeting)) return refuse('forbidden');
  if (item === undefined) return refuse('not-found');
  if (meeting.item?.id === item.id) return accept([]);
  if (isVoteRunning(meeting.vote)) return refuse('vote-running');
  return accept([
    ...leave(meeting, 'done'),
    { type: 'item-called', item, quorum: toQuorumNote(meeting, item) },
  ]);
};

/** Settles the present item; whoever means another one comes too late. */
export const settleItem = (
  meeting: Meeting,
  { itemId, state }: LiveCommandArgs<'settle-item'>,
  { actor }: Circumstances,
): Decided => {
  if (!leads(actor, meeting)) return refuse('forbidden');
  if (meeting.item?.id !== itemId) {
    const settled = meeting.settled.find(({ id }) => id === itemId);
    return settled?.state === state ? accept([]) : refuse('phase-passed');
  }
  if (isVoteRunning(meeting.vote)) return refuse('vote-running');
  return accept(leave(meeting, state));
};

const leave = ({ item }: Meeting, state: ItemOutcome): readonly MeetingEvent[] =>
  item === null ? [] : [{ type: 'item-settled', itemId: item.id, state, restricted: item.circle !== null }];
