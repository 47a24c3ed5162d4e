import type { VoteView } from '../view.ts';

/**
 * The vote of the moment, as far as the sitting is concerned. The machine of a vote stands in `core/votes`; here is only
 * where it meets the item, the roll and the audiences.
 */
export type MeetingVote = VoteView;

/** What happens to the vote; `null`: it was dropped. */
export interface MeetingVoteEvent {
  readonly type: 'vote';
  readonly event: { readonly vote: MeetingVote | null };
}

/** The vote after the event. */
export const foldMeetingVote = (
  _before: MeetingVote | null,
  { event }: MeetingVoteEvent,
): MeetingVote | null => event.vote;

/** Whether the item can not be left, since people are voting on it. */
export const isVoteRunning = (vote: MeetingVote | null): boolean => vote?.phase === 'running';

/** Breaks off what is still open when the sitting ends. */
export const breakOffVote = (vote: MeetingVote | null): readonly MeetingVoteEvent[] =>
  vote !== null && vote.phase === 'running'
    ? [{ type: 'vote', event: { vote: { ...vote, phase: 'stopped', stopped: 'broken-off' } } }]
    : [];

/** The vote as the chair sees it; `turnout` is counted from the ballots, which are no events. */
export const toVoteView = (vote: MeetingVote, turnout: number): VoteView =>
  turnout === 0 ? vote : { ...vote, turnout };
