import type { Id } from '../../kernel/id.ts';
import type { RollEntry } from '../outcome.ts';
import type { MeetingAudience, MeetingParts } from '../view.ts';
import { NO_SPEAKERS, type CalledItem, type Meeting, type Roll } from './meeting.ts';
import { countRoll } from './presence.ts';
import { toVoteView } from './vote-slot.ts';

/**
 * What an audience is shown. With the parts it was shown before, those that say the same are the same objects, so that
 * what has changed is found by comparing references. `turnout` counts the ballots of the running vote.
 */
export const toParts = (
  meeting: Meeting,
  audience: MeetingAudience,
  { before, turnout = 0 }: { readonly before?: MeetingParts | undefined; readonly turnout?: number } = {},
): MeetingParts => {
  const isRestricted = meeting.item !== null && meeting.item.circle !== null;
  const isHidden = audience === 'outside' || (audience === 'wall' && isRestricted);
  const item = isHidden ? null : meeting.item;
  const isChair = audience === 'chair';
  const { vote } = meeting;
  const isVoteShown = !isHidden && vote !== null && (isChair || vote.phase !== 'prepared');
  const parts: MeetingParts = {
    phase: meeting.phase,
    title: meeting.title,
    body: meeting.body.name,
    briefing: meeting.briefing,
    openedAt: meeting.openedAt,
    chair: meeting.chair,
    minuteTaker: meeting.minuteTaker,
    locked: meeting.locked,
    settled: meeting.settled
      .filter(({ restricted }) => isChair || !restricted)
      .map(({ id, state }) => ({ id, state })),
    item: item === null ? null : toItemView(item),
    presence: countRoll(meeting, item),
    speakers: isHidden ? toSpeakersView(NO_SPEAKERS) : toSpeakersView(meeting.speakers),
    vote: isVoteShown ? toVoteView(meeting, vote, turnout) : null,
    lobby: isChair ? [...meeting.lobby] : [],
  };
  return before === undefined ? parts : keepSame(before, parts);
};

const toItemView = (item: CalledItem): NonNullable<MeetingParts['item']> => ({
  id: item.id,
  label: item.label,
  title: item.title,
  itemKind: item.itemKind,
  ...(item.presenter === null ? {} : { presenter: item.presenter }),
  ...(item.minutes === null ? {} : { minutes: item.minutes }),
  calledAt: item.calledAt,
  restricted: item.circle !== null,
});

const toSpeakersView = (list: Meeting['speakers']): MeetingParts['speakers'] => ({
  closed: list.closed,
  speaking: list.speaking,
  hands: [...list.hands],
  last: list.last,
});

/** The parts with those of before where both say the same; all of them are small. */
const keepSame = (before: MeetingParts, after: MeetingParts): MeetingParts => {
  const changed = toChangedParts(before, after);
  return Object.keys(changed).length === 0 ? before : { ...before, ...changed };
};

/** The parts that say something else than before. */
export const toChangedParts = (before: MeetingParts, after: MeetingParts): Partial<MeetingParts> =>
  Object.fromEntries(
    (Object.keys(after) as (keyof MeetingParts)[])
      .filter((key) => before[key] !== after[key] && !isSame(before[key], after[key]))
      .map((key) => [key, after[key]]),
  );

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

/** The roll as an audience sees it: none on the wall. */
export const toRollView = (meeting: Meeting, audience: MeetingAudience): Roll =>
  audience === 'wall' ? {} : meeting.roll;

/** The entries that have changed, by person; nobody ever leaves the roll. Entries that stay keep their identity. */
export const toChangedEntries = (before: Roll, after: Roll): Readonly<Record<Id, RollEntry>> => {
  if (before === after) return {};
  return Object.fromEntries(Object.entries(after).filter(([id, entry]) => before[id] !== entry));
};
