import type { MeetingView } from '#core/meetings/view.ts';
import type { LiveName } from './contract.ts';

/**
 * The moment a thing was said in: it is repeated within it and given up after it. Nobody's hand goes up for an item that is
 * over, nobody's ballot into a vote that has ended (D26).
 */
export interface Moment {
  readonly itemId: string | undefined;
  readonly voteId: string | undefined;
}

/** What only makes sense for the item it names. */
const OF_ITEM: ReadonlySet<LiveName> = new Set([
  'raise-hand',
  'list-hand',
  'lower-hand',
  'call-speaker',
  'finish-speaker',
  'skip-speaker',
  'put-speaker-back',
  'set-list-closed',
  'settle-item',
  'call-item',
]);
/** What only makes sense while the vote it names takes ballots. */
const OF_BALLOT: ReadonlySet<LiveName> = new Set(['cast-ballot', 'support-secrecy']);

/** The moment of the view. */
export const toMoment = (view: MeetingView | undefined): Moment => ({
  itemId: view?.item?.id,
  voteId: view?.vote?.id,
});

/** Whether what was said then has nothing to say now. */
export const isOver = (name: LiveName, said: Moment, view: MeetingView): boolean => {
  if (view.phase === 'closed') return true;
  if (OF_BALLOT.has(name)) return view.vote?.id !== said.voteId || view.vote?.phase !== 'running';
  return OF_ITEM.has(name) && view.item?.id !== said.itemId;
};

/**
 * A member's own hand, ballot and presence are repeated however long the line is away: nobody raises it twice. What the
 * chair says is not carried out minutes later in a room that has moved on.
 */
const OF_MEMBERS: ReadonlySet<LiveName> = new Set([
  'raise-hand',
  'lower-hand',
  'cast-ballot',
  'support-secrecy',
  'check-in',
]);
export const isPatient = (name: LiveName): boolean => OF_MEMBERS.has(name);
