import type { Id } from '../../kernel/id.ts';
import { accept, refuse } from '../../kernel/result.ts';
import type { Presence, RollEntry } from '../outcome.ts';
import type { MeetingEvent } from './events.ts';
import type { Circumstances, Decided, LiveCommandArgs } from './live-command.ts';
import type { Meeting } from './meeting.ts';
import { toExpected } from './open.ts';
import { leads, mayKeepRoll } from './policy.ts';
import { withPresence } from './presence.ts';

/** Members are there at once; guests and whoever was sent out wait in the lobby until the chair lets them in (R24). */
export const checkIn = (meeting: Meeting, { me, standing }: Circumstances): Decided => {
  const known = meeting.roll[me.id];
  if (known === undefined && standing === undefined) return refuse('forbidden');
  const entry = known ?? toExpected(me, standing ?? 'guest');
  if (entry.presence === 'present' || isWaiting(meeting, me.id)) return accept([]);
  if (meeting.locked) return refuse('locked');
  const arrival: readonly MeetingEvent[] = known === undefined ? toChange([entry]) : [];
  const waits = meeting.sentOut.includes(me.id) || (entry.status === 'guest' && !isAtTable(meeting, me.id));
  return accept(
    waits
      ? [...arrival, { type: 'lobby-entered', person: me }]
      : toChange([withPresence(entry, 'present', meeting.label)]),
  );
};

/** Leaves for good, or stops waiting. Who was never there has nothing to leave. */
export const checkOut = (meeting: Meeting, { me }: Circumstances): Decided => {
  if (isWaiting(meeting, me.id)) return accept([{ type: 'lobby-left', personIds: [me.id] }]);
  const entry = meeting.roll[me.id];
  if (entry === undefined) return refuse('forbidden');
  return accept(entry.presence === 'present' ? toChange([withPresence(entry, 'left', meeting.label)]) : []);
};

/** The chair or the minute-taker says it of people on the roll; whoever is made present needs no letting in any more. */
export const setPresence = (
  meeting: Meeting,
  { personIds, presence }: LiveCommandArgs<'set-presence'>,
  { actor }: Circumstances,
): Decided => {
  if (!mayKeepRoll(actor, meeting)) return refuse('forbidden');
  const entries = personIds.map((id) => meeting.roll[id]).filter((entry) => entry !== undefined);
  if (entries.length < personIds.length) return refuse('not-found');
  return accept(toPresenceEvents(meeting, entries, presence));
};

/** Everybody who may vote or advise is there except these; who was excused, has left or rests stays as they are. */
export const allPresentExcept = (
  meeting: Meeting,
  { personIds }: LiveCommandArgs<'all-present-except'>,
  { actor }: Circumstances,
): Decided => {
  if (!mayKeepRoll(actor, meeting)) return refuse('forbidden');
  if (!personIds.every((id) => id in meeting.roll)) return refuse('not-found');
  const missing = new Set(personIds);
  const concerned = Object.values(meeting.roll).filter(
    ({ person, status, presence }) =>
      (status === 'entitled' || status === 'advisory' || missing.has(person.id)) &&
      presence !== 'excused' &&
      presence !== 'left' &&
      !meeting.sentOut.includes(person.id),
  );
  const [absent, present] = [true, false].map((isMissing) =>
    concerned.filter(({ person }) => missing.has(person.id) === isMissing),
  );
  return accept([
    ...toPresenceEvents(meeting, absent ?? [], 'absent'),
    ...toPresenceEvents(meeting, present ?? [], 'present'),
  ]);
};

/** Lets somebody in who waits; not while it is locked. */
export const admitGuest = (
  meeting: Meeting,
  { personId }: LiveCommandArgs<'admit-guest'>,
  { actor }: Circumstances,
): Decided => {
  if (!leads(actor, meeting)) return refuse('forbidden');
  const entry = meeting.roll[personId];
  if (entry?.presence === 'present') return accept([]);
  if (entry === undefined || !isWaiting(meeting, personId)) return refuse('not-found');
  if (meeting.locked) return refuse('locked');
  return accept(toPresenceEvents(meeting, [entry], 'present'));
};

/** Sends somebody out, or turns away who waits. The chair cannot send themselves out. */
export const sendOut = (
  meeting: Meeting,
  { personId }: LiveCommandArgs<'send-out'>,
  { actor }: Circumstances,
): Decided => {
  if (!leads(actor, meeting)) return refuse('forbidden');
  const entry = meeting.roll[personId];
  if (entry === undefined) return refuse('not-found');
  if (personId === meeting.chair.id) return refuse('forbidden');
  return accept([
    ...(isWaiting(meeting, personId) ? [{ type: 'lobby-left', personIds: [personId] } as const] : []),
    ...(entry.presence === 'present' ? toChange([withPresence(entry, 'left', meeting.label)]) : []),
    ...(meeting.sentOut.includes(personId) ? [] : [{ type: 'sent-out', personId } as const]),
  ]);
};

const toPresenceEvents = (
  meeting: Meeting,
  entries: readonly RollEntry[],
  presence: Presence,
): readonly MeetingEvent[] => {
  const ids = entries.map(({ person }) => person.id);
  const waiting = ids.filter((id) => isWaiting(meeting, id));
  const back = ids.filter((id) => meeting.sentOut.includes(id));
  const isIn = presence === 'present';
  return [
    ...toChange(
      entries
        .map((entry) => withPresence(entry, presence, meeting.label))
        .filter((entry) => entry !== meeting.roll[entry.person.id]),
    ),
    ...(isIn && waiting.length > 0 ? [{ type: 'lobby-left', personIds: waiting } as const] : []),
    ...(isIn && back.length > 0 ? [{ type: 'let-back', personIds: back } as const] : []),
  ];
};

const toChange = (entries: readonly RollEntry[]): readonly MeetingEvent[] =>
  entries.length === 0 ? [] : [{ type: 'roll-changed', entries }];

const isWaiting = ({ lobby }: Meeting, personId: Id): boolean => lobby.some(({ id }) => id === personId);

/** Chair and minute-taker need nobody to let them in, members or not. */
const isAtTable = ({ chair, minuteTaker }: Meeting, personId: Id): boolean =>
  chair.id === personId || minuteTaker?.id === personId;
