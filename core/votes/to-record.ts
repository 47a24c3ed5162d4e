import { toInverseTime } from '../kernel/clock.ts';
import type { GroupName, PersonName } from '../kernel/document.ts';
import type { Id } from '../kernel/id.ts';
import type { Decision } from './decide.ts';
import type { Choice, VoteRecord } from './vote-record.ts';
import type { EndedVote } from './vote.ts';

/** Where a vote took place, and the names its record shows. */
export interface RecordSurroundings {
  readonly conferenceId: Id;
  readonly body: GroupName;
  readonly nameOf: (personId: Id) => PersonName | undefined;
  /** Who voted how, where the procedure keeps names. */
  readonly ballots: readonly { readonly voterId: Id; readonly choice: Choice }[];
}

/** The record of a vote that has ended: all that is left of it for its readers. */
export const toVoteRecord = (
  vote: EndedVote,
  { conferenceId, body, nameOf, ballots }: RecordSurroundings,
): VoteRecord => {
  const { id, question, entitled, present, secondCall, openedAt, closedAt, repeatOf } = vote;
  const base = {
    id,
    kind: 'vote-record' as const,
    rev: 0,
    inv: toInverseTime(closedAt),
    conferenceId,
    body,
    ...question,
    options: [...question.options],
    ...{ entitled, present, secondCall, openedAt, closedAt },
    ...(repeatOf === null ? {} : { repeatOf }),
  };
  if (vote.phase === 'stopped') return { ...base, state: 'stopped', stopped: vote.reason };
  const { procedure } = question;
  const isNamed = procedure === 'open' || procedure === 'roll-call';
  const rollCall = ballots.flatMap(({ voterId, choice }) => {
    const person = nameOf(voterId);
    return person === undefined ? [] : [{ person, choice }];
  });
  const tellers = vote.tellerIds.flatMap((tellerId) => nameOf(tellerId) ?? []);
  const by = vote.phase === 'annulled' ? nameOf(vote.annulled.byId) : undefined;
  return {
    ...base,
    state: vote.phase,
    counts: vote.counts,
    ...(vote.decision === null ? {} : { decision: toKept(vote.decision) }),
    ...(vote.undecided === null ? {} : { undecided: vote.undecided }),
    ...(isNamed ? { rollCall } : {}),
    ...(tellers.length === 0 ? {} : { tellers }),
    ...(vote.phase === 'annulled' && by !== undefined
      ? { annulled: { reason: vote.annulled.reason, at: vote.annulled.at, by } }
      : {}),
  };
};

const toKept = (decision: Decision): NonNullable<VoteRecord['decision']> => ({
  ...decision,
  elected: [...decision.elected],
  runOff: [...decision.runOff],
});
