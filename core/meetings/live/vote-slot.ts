import type { Instant } from '../../kernel/clock.ts';
import { isDemandable } from '../../votes/secrecy.ts';
import { foldVote, type VoteEvent, type VoteState } from '../../votes/vote.ts';
import type { VoteView } from '../view.ts';
import type { Meeting } from './meeting.ts';
import { countRoll } from './presence.ts';

/**
 * The vote of the moment, as far as the sitting is concerned. The machine of a vote stands in `core/votes`; here is only
 * where it meets the item, the roll and the audiences.
 */
export type MeetingVote = VoteState;

/** What happens to the vote. */
export interface MeetingVoteEvent {
  readonly type: 'vote';
  readonly event: VoteEvent;
}

/** The vote after the event. */
export const foldMeetingVote = (
  before: MeetingVote | null,
  { event }: MeetingVoteEvent,
): MeetingVote | null => foldVote(before, event);

/** Whether the item can not be left: people are voting on it, or its chair still has to settle a tie. */
export const isVoteRunning = (vote: MeetingVote | null): boolean =>
  vote?.phase === 'running' || (vote?.phase === 'decided' && vote.decision?.outcome === 'chair-decides');

/** Breaks off what is still open when the sitting ends. */
export const breakOffVote = (vote: MeetingVote | null, now: Instant): readonly MeetingVoteEvent[] =>
  vote?.phase === 'running'
    ? [{ type: 'vote', event: { type: 'stopped', voteId: vote.id, at: now, reason: 'broken-off' } }]
    : [];

/**
 * The vote as the wall, the room and the chair see it: how many have voted, never how, until it is over (R23). `ballots`
 * counts those given by device, which are no events.
 */
export const toVoteView = (meeting: Meeting, vote: MeetingVote, ballots: number): VoteView => {
  const { id, question, phase, demanded, repeatOf } = vote;
  const base = {
    id,
    ...question,
    phase,
    ...(demanded ? { demanded } : {}),
    demandable: isDemandable(vote, meeting.ruleSet),
    ...(repeatOf === null ? {} : { repeatOf }),
  };
  switch (vote.phase) {
    case 'prepared':
    case 'shown': {
      const { entitled, present } = countRoll(meeting, meeting.item);
      return { ...base, entitled, present, turnout: 0 };
    }
    case 'running':
      return {
        ...base,
        entitled: vote.entitled,
        present: vote.present.size,
        turnout: question.procedure === 'paper' ? vote.ticked.size : ballots,
        openedAt: vote.openedAt,
        ...(vote.endsAt === null ? {} : { endsAt: vote.endsAt }),
      };
    case 'stopped': {
      const { entitled, present, openedAt, reason } = vote;
      return { ...base, entitled, present, turnout: 0, openedAt, stopped: reason };
    }
    case 'decided':
    case 'annulled': {
      const { entitled, present, openedAt, counts, decision, undecided } = vote;
      return {
        ...base,
        entitled,
        present,
        openedAt,
        turnout: ballots,
        counts,
        ...(decision === null
          ? {}
          : { decision: { ...decision, elected: [...decision.elected], runOff: [...decision.runOff] } }),
        ...(undecided === null ? {} : { undecided }),
      };
    }
  }
};
