import type { MeetingView, RollView } from '#core/meetings/view.ts';
import type { You } from './contract.ts';
import type { Frame } from './messages.ts';

/** The view after a frame: parts are replaced whole, the roll by the person. */
export const mergeFrame = (view: MeetingView, { parts, roll }: Frame): MeetingView =>
  // What was not sent is not there at all, as JSON has it.
  Object.assign({}, view, parts, { roll: roll === undefined ? view.roll : mergeRoll(view.roll, roll) });

/** The roll after changes by the person; an entry that is null is gone. */
export const mergeRoll = (before: RollView, changes: NonNullable<Frame['roll']>): RollView => {
  const after = new Map(Object.entries(before));
  for (const [id, entry] of Object.entries(changes)) {
    if (entry === null) after.delete(id);
    else after.set(id, entry);
  }
  return Object.fromEntries(after);
};

/** Another vote has begun, so what I did in the one before says nothing any more. */
export const isAnotherVote = (before: MeetingView, after: MeetingView): boolean =>
  before.vote?.id !== after.vote?.id;

/** Somebody else leads: whose eyes the server shows it to may have changed for me. */
export const isAnotherChair = (before: MeetingView, after: MeetingView): boolean =>
  before.chair.id !== after.chair.id;

export const NOTHING_DONE: Pick<You, 'voted' | 'supports'> = { voted: false, supports: false };

/** The prepared vote, a restricted item, the lobby and the roll are for nobody who looks at the wall, whoever opened it. */
export const toWallView = (view: MeetingView): MeetingView => {
  const isRestricted = view.item?.restricted === true;
  const isHidden = isRestricted || view.vote?.phase === 'prepared';
  return {
    ...view,
    item: isRestricted ? null : view.item,
    vote: isHidden ? null : view.vote,
    speakers: isRestricted ? { closed: false, speaking: null, hands: [], last: null } : view.speakers,
    lobby: [],
    roll: {},
  };
};
