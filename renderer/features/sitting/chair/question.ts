import type { Id } from '#core/kernel/id.ts';
import type { VoteView } from '#core/meetings/view.ts';
import type { Procedure, VoteKind } from '#core/votes/vote-record.ts';
import type { LiveArgs } from '#renderer/replica/contract.ts';

/** A question as it stands in the form. */
export interface Question {
  readonly wording: string;
  readonly voteKind: VoteKind;
  /** One option or name a line. */
  readonly lines: string;
  readonly seats: number;
  readonly procedure: Procedure;
}

export const EMPTY_QUESTION: Question = {
  wording: '',
  voteKind: 'yes-no',
  lines: '',
  seats: 1,
  procedure: 'show-of-hands',
};

/** The question of a vote, to be changed or asked once more. A run-off is between those it names. */
export const toQuestion = (vote: VoteView): Question => ({
  wording: vote.wording,
  voteKind: vote.voteKind,
  lines: (vote.decision?.outcome === 'run-off' ? vote.decision.runOff : vote.options).join('\n'),
  seats: vote.seats,
  procedure: vote.procedure,
});

const toOptions = ({ voteKind, lines }: Question): string[] =>
  voteKind === 'yes-no'
    ? []
    : [
        ...new Set(
          lines
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== ''),
        ),
      ];

/** Whether it can be asked: a wording, something to choose from, and no more seats than candidates. */
export const isAskable = (question: Question): boolean => {
  if (question.wording.trim() === '') return false;
  const options = toOptions(question).length;
  switch (question.voteKind) {
    case 'yes-no':
      return true;
    case 'options':
      return options >= 2;
    case 'election':
      return options >= question.seats;
  }
};

/** The arguments of `prepare-vote`. */
export const toPrepared = (
  question: Question,
  ids: { readonly voteId: Id; readonly itemId: Id; readonly motionId?: Id; readonly repeatOf?: Id },
): LiveArgs<'prepare-vote'> => ({
  ...ids,
  wording: question.wording.trim(),
  voteKind: question.voteKind,
  options: toOptions(question),
  seats: question.voteKind === 'election' ? question.seats : 1,
  procedure: question.procedure,
});
