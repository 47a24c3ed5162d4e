import { isDemandable } from '../votes/secrecy.ts';
import type { RuleSet } from '../votes/rule-set.ts';
import type { Instant } from '../kernel/clock.ts';
import type { VoteState } from '../votes/vote.ts';
import type { VoteView } from './view.ts';

/** What is not in the vote itself. */
export interface VoteSurroundings {
  readonly now: Instant;
  readonly rules: Pick<RuleSet, 'secrecy'> | null;
  /** Who could vote on its item at this moment; shown until the roll is frozen. */
  readonly roll: { readonly entitled: number; readonly present: number };
  /** Ballots given by device, as committed. */
  readonly ballots: number;
}

/** The vote as the wall, the room and the chair see it: how many have voted, never how, until it is over (R23). */
export const toVoteView = (vote: VoteState, { now, rules, roll, ballots }: VoteSurroundings): VoteView => {
  const { id, question, phase, demanded, repeatOf } = vote;
  const base = {
    id,
    ...question,
    phase,
    demanded,
    demandable: isDemandable(vote, rules, now),
    ...(repeatOf === null ? {} : { repeatOf }),
  };
  switch (vote.phase) {
    case 'prepared':
    case 'shown':
      return { ...base, ...roll, turnout: 0 };
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
