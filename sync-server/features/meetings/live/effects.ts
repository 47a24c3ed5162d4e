import type { AgendaItem, Conference } from '#core/meetings/conference.ts';
import { toAttendanceId } from '#core/meetings/ids.ts';
import type { MeetingEvent } from '#core/meetings/live/events.ts';
import type { Meeting } from '#core/meetings/live/meeting.ts';
import type { Attendance } from '#core/meetings/outcome.ts';
import type { Stage } from '../../contract.ts';
import type { KnownConference } from '../known.ts';
import { placeAnew, placeConference, placeItem } from '../placement.ts';

/** The documents that follow from what has happened in a sitting, in the same transaction. */
export const storeEffects = async (
  stage: Stage,
  { conference, body }: KnownConference,
  meeting: Meeting,
  events: readonly MeetingEvent[],
): Promise<void> => {
  const after = toConference(conference, meeting, events);
  if (after !== conference) {
    await stage.put(after, placeConference(after, body));
    // The agenda is out now, or another chair reads what is restricted.
    await placeAnew(stage, after);
  }
  if (events.some(({ type }) => type === 'item-called' || type === 'closed'))
    await stage.put(toAttendance(after, meeting), placeConference(after, body));
  if (events.some(({ type }) => type === 'closed'))
    await stage.transaction.run('delete from wall where conference = ?', conference.id);
  for (const [itemId, state] of toItemStates(events)) {
    const item = await stage.load('agenda-item', itemId);
    if (item !== undefined && item.state !== state)
      await stage.put({ ...item, state }, placeItem(item, after, body));
  }
};

const toConference = (
  conference: Conference,
  meeting: Meeting,
  events: readonly MeetingEvent[],
): Conference => {
  let after = conference;
  for (const event of events) {
    if (event.type === 'opened')
      after = { ...after, state: 'open', openedAt: event.opening.openedAt, chair: meeting.chair };
    if (event.type === 'closed') after = { ...after, state: 'closed', closedAt: event.at };
    if (event.type === 'chair-taken') after = { ...after, chair: event.person };
  }
  return after;
};

/** Who was there, by name, and the quorum of each moment. */
const toAttendance = (conference: Conference, { roll, quorum }: Meeting): Attendance => ({
  kind: 'attendance',
  id: toAttendanceId(conference.id),
  rev: 0,
  inv: conference.inv,
  conferenceId: conference.id,
  body: conference.body,
  roll: Object.values(roll).toSorted(
    ({ person: left }, { person: right }) =>
      left.lastName.localeCompare(right.lastName, 'de') ||
      left.firstName.localeCompare(right.firstName, 'de'),
  ),
  // A note of a restricted item would tell everybody that there was one; its votes carry their own numbers.
  quorum: quorum.filter(({ label }) => label !== undefined),
});

/** The states in which items end up, each written once. */
const toItemStates = (
  events: readonly MeetingEvent[],
): ReadonlyMap<AgendaItem['id'], AgendaItem['state']> => {
  const states = new Map<AgendaItem['id'], AgendaItem['state']>();
  for (const event of events) {
    if (event.type === 'item-called') states.set(event.item.id, 'open');
    if (event.type === 'item-settled') states.set(event.itemId, event.state);
  }
  return states;
};
