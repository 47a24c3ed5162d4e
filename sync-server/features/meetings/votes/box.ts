import type { Id } from '#core/kernel/id.ts';
import { tally } from '#core/votes/ballot.ts';
import type { Choice, Procedure, VoteCounts } from '#core/votes/vote-record.ts';
import type { RunningVote } from '#core/votes/vote.ts';
import type { Reader } from '#server/storage/contract/storage.ts';
import type { Stage } from '../../contract.ts';
import { toChoice, toChoiceBytes } from './choice-bytes.ts';
import { open, seal } from './seal.ts';

/** The ballot box of a vote by device: who has voted, and apart from that what was voted. */

interface BallotRow {
  readonly id: Id;
  readonly body: Uint8Array;
}

/** The command by which somebody has voted; undefined if they have not. */
export const findBallotMid = async (reader: Reader, voteId: Id, voterId: Id): Promise<Id | undefined> =>
  (await reader.get<{ mid: Id }>('select mid from turnout where vote = ? and voter = ?', voteId, voterId))
    ?.mid;

/** How many have voted. */
export const countTurnout = async (reader: Reader, voteId: Id): Promise<number> =>
  (await reader.get<{ given: number }>('select count(*) as given from turnout where vote = ?', voteId))
    ?.given ?? 0;

/** Whether a procedure keeps no link from person to ballot. */
export const isNameless = (procedure: Procedure): boolean => procedure === 'without-names';

/** Puts a ballot in; false where the key is lost under which it had to be sealed. The voter has not voted before. */
export const putBallot = async (
  stage: Stage,
  vote: RunningVote,
  ballot: { readonly voterId: Id; readonly mid: Id; readonly choice: Choice },
): Promise<boolean> => {
  const { voterId, mid, choice } = ballot;
  const plain = toChoiceBytes(choice);
  let row: BallotRow = { id: voterId, body: plain };
  if (isNameless(vote.question.procedure)) {
    const key = stage.keys.find(vote.id);
    if (key === undefined) return false;
    const id = stage.newId();
    row = { id, body: seal(key, plain, { voteId: vote.id, ballotId: id }) };
  }
  await stage.transaction.run(
    'insert into turnout (vote, voter, mid) values (?, ?, ?)',
    vote.id,
    voterId,
    mid,
  );
  await stage.transaction.run(
    'insert into ballot (vote, id, body) values (?, ?, ?)',
    vote.id,
    row.id,
    row.body,
  );
  return true;
};

export interface OpenedBox {
  readonly counts: VoteCounts;
  /** By voter where names are kept; else empty. */
  readonly ballots: readonly { readonly voterId: Id; readonly choice: Choice }[];
}

/** Counts what is in the box; undefined where the key is lost or not every ballot opens with it: then the vote is void. */
export const openBox = async (stage: Stage, vote: RunningVote): Promise<OpenedBox | undefined> => {
  const isNamed = !isNameless(vote.question.procedure);
  const key = isNamed ? undefined : stage.keys.find(vote.id);
  if (!isNamed && key === undefined) return undefined;
  const rows = await stage.transaction.all<BallotRow>(
    'select id, body from ballot where vote = ? order by id',
    vote.id,
  );
  const ballots: { voterId: Id; choice: Choice }[] = [];
  for (const { id, body } of rows) {
    const plain = key === undefined ? body : open(key, body, { voteId: vote.id, ballotId: id });
    const choice = plain && toChoice(plain);
    if (choice === undefined) return undefined;
    ballots.push({ voterId: id, choice });
  }
  if (ballots.length !== (await countTurnout(stage.transaction, vote.id))) return undefined;
  const counts = tally(
    vote.question,
    ballots.map(({ choice }) => choice),
  );
  return { counts, ballots: isNamed ? ballots : [] };
};

/** Empties the box of a vote that has ended. Who has voted is remembered for repeats a while longer. */
export const emptyBox = async (stage: Stage, voteId: Id): Promise<void> => {
  await stage.transaction.run('delete from ballot where vote = ?', voteId);
  stage.keys.destroy(voteId);
};
