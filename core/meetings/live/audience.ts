import type { Id } from '../../kernel/id.ts';
import type { MeetingAudience } from '../view.ts';
import type { Meeting } from './meeting.ts';

/**
 * For whom somebody hears of the sitting. Outside of the present item is who is not in its circle, who was sent out or
 * waits, and a guest whom it does not name; whoever leads it sees everything.
 */
export const toAudience = (meeting: Meeting, personId: Id): Exclude<MeetingAudience, 'wall'> => {
  const { chair, minuteTaker, item, roll, sentOut } = meeting;
  if (chair.id === personId) return 'chair';
  const entry = roll[personId];
  if (entry === undefined || sentOut.includes(personId)) return 'outside';
  if (item !== null && item.circle !== null) return item.circle.includes(personId) ? 'room' : 'outside';
  if (entry.status !== 'guest' || minuteTaker?.id === personId) return 'room';
  return entry.presence === 'present' && (item === null || item.guests.includes(personId))
    ? 'room'
    : 'outside';
};
