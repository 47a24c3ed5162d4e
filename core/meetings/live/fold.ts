import type { MeetingEvent, Opening } from './events.ts';
import { NO_SPEAKERS, type Meeting } from './meeting.ts';
import { mergeRoll } from './presence.ts';
import {
  addHand,
  callHand,
  finishHand,
  putHandBack,
  removeHand,
  removePeople,
  skipHand,
} from './speakers.ts';
import { foldMeetingVote } from './vote-slot.ts';

/** A sitting that has just been opened. */
export const createMeeting = (opening: Opening): Meeting => ({
  ...opening,
  phase: 'open',
  locked: false,
  sentOut: [],
  lobby: [],
  settled: [],
  item: null,
  label: null,
  speakers: NO_SPEAKERS,
  vote: null,
  quorum: [],
});

/** The sitting after everything that has happened in it; undefined if it was never opened. */
export const foldAll = (events: readonly MeetingEvent[], start?: Meeting): Meeting | undefined => {
  let meeting = start;
  for (const event of events) {
    if (event.type === 'opened') meeting = createMeeting(event.opening);
    else if (meeting !== undefined) meeting = fold(meeting, event);
  }
  return meeting;
};

/** The sitting after one more event. What does not change keeps its identity, so that views can compare by reference. */
export const fold = (meeting: Meeting, event: MeetingEvent): Meeting => {
  switch (event.type) {
    case 'opened':
      return createMeeting(event.opening);
    case 'closed':
      return { ...leaveItem(meeting), phase: 'closed', lobby: [] };
    case 'chair-taken':
      return { ...meeting, chair: event.person };
    case 'locked':
      return { ...meeting, locked: event.locked };
    case 'roll-changed': {
      const gone = new Set<string>(
        event.entries.filter(({ presence }) => presence !== 'present').map(({ person }) => person.id),
      );
      return {
        ...meeting,
        roll: mergeRoll(meeting.roll, event.entries),
        speakers: removePeople(meeting.speakers, gone),
      };
    }
    case 'lobby-entered':
      return { ...meeting, lobby: [...meeting.lobby, event.person] };
    case 'lobby-left':
      return { ...meeting, lobby: meeting.lobby.filter(({ id }) => !event.personIds.includes(id)) };
    case 'sent-out':
      return { ...meeting, sentOut: [...meeting.sentOut, event.personId] };
    case 'let-back':
      return { ...meeting, sentOut: meeting.sentOut.filter((id) => !event.personIds.includes(id)) };
    case 'item-called':
      return {
        ...leaveItem(meeting),
        item: event.item,
        label: event.item.circle === null ? event.item.label : meeting.label,
        settled: meeting.settled.filter(({ id }) => id !== event.item.id),
        quorum: [...meeting.quorum, event.quorum],
      };
    case 'item-settled': {
      const { itemId: id, state, restricted } = event;
      return {
        ...leaveItem(meeting),
        settled: [...meeting.settled.filter((settled) => settled.id !== id), { id, state, restricted }],
      };
    }
    case 'vote':
      return { ...meeting, vote: foldMeetingVote(meeting.vote, event) };
    case 'hand-raised':
    case 'hand-lowered':
    case 'speaker-called':
    case 'speaker-finished':
    case 'speaker-skipped':
    case 'speaker-put-back':
    case 'list-closed': {
      const speakers = foldSpeakers(meeting, event);
      return speakers === meeting.speakers ? meeting : { ...meeting, speakers };
    }
  }
};

/** A hand lapses with its item, and so does a vote: what was decided is a record of its own by then (D26). */
const leaveItem = (meeting: Meeting): Meeting => ({
  ...meeting,
  item: null,
  speakers: NO_SPEAKERS,
  vote: null,
});

type SpeakerEvent = Extract<
  MeetingEvent,
  {
    type:
      | 'hand-raised'
      | 'hand-lowered'
      | 'speaker-called'
      | 'speaker-finished'
      | 'speaker-skipped'
      | 'speaker-put-back'
      | 'list-closed';
  }
>;

const foldSpeakers = ({ speakers }: Meeting, event: SpeakerEvent): Meeting['speakers'] => {
  switch (event.type) {
    case 'hand-raised':
      return addHand(speakers, event.hand);
    case 'hand-lowered':
      return removeHand(speakers, event.handId);
    case 'speaker-called':
      return callHand(speakers, event.handId, event.at);
    case 'speaker-finished':
      return finishHand(speakers, event.handId);
    case 'speaker-skipped':
      return skipHand(speakers, event.handId);
    case 'speaker-put-back':
      return putHandBack(speakers, event.handId);
    case 'list-closed':
      return { ...speakers, closed: event.closed };
  }
};
