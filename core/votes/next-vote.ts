import type { VoteQuestion, VoteState } from './vote.ts';

/**
 * What the chair will most likely put to the vote next: after a run-off the remaining seats among those who tied, after a
 * tie to be repeated, a vote that was stopped or one without effect the same again, on paper where secrecy was demanded.
 * Null where the vote has settled its matter. A proposal only: the chair opens it or writes another.
 */
export const toNextQuestion = (vote: VoteState): VoteQuestion | null => {
  const { question } = vote;
  switch (vote.phase) {
    case 'prepared':
    case 'shown':
    case 'running':
      return null;
    case 'stopped':
      return vote.reason === 'secrecy-demanded' ? { ...question, procedure: 'paper' } : question;
    case 'annulled':
      return question;
    case 'decided':
      break;
  }
  const { decision } = vote;
  if (decision?.outcome === 'repeat' || vote.undecided === 'tie') return question;
  if (decision?.outcome !== 'run-off') return null;
  return { ...question, options: [...decision.runOff], seats: question.seats - decision.elected.length };
};
