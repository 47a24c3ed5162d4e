import type { CommandArgs } from '#core/protocol/commands.ts';
import { admitBallot } from '#core/votes/ballot.ts';
import { refused, STORED, type Handler } from '../../contract.ts';
import { findConference } from '../known.ts';
import { loadMeeting } from '../live/log.ts';
import { countTurnout, findBallotMid, putBallot } from './box.ts';

/**
 * Somebody's ballot. It is final: a repeat of the same command is answered as the first time, also when the vote has closed
 * meanwhile or the server has started anew; another command of the same voter changes nothing.
 */
export const castBallot: Handler<CommandArgs<'cast-ballot'>> = async (
  scene,
  { conferenceId, voteId, choice },
) => {
  const known = await findConference(scene, conferenceId);
  if (!known.ok) return refused(known.refusal);
  const personId = scene.me.id;
  const mid = await findBallotMid(scene.transaction, voteId, personId);
  if (mid !== undefined) return mid === scene.mid ? STORED : refused('already-voted');
  const logged = await loadMeeting(scene.transaction, conferenceId);
  if (logged === undefined) return refused('not-open');
  const { meeting } = logged;
  const admitted = admitBallot(
    meeting.vote,
    { voteId, personId, choice },
    { now: scene.now, rules: meeting.ruleSet },
  );
  if (!admitted.ok) return refused(admitted.refusal);
  if (!(await putBallot(scene, admitted.value, { voterId: personId, mid: scene.mid, choice }))) {
    return refused('not-open');
  }
  scene.voted({ conferenceId, voteId, turnout: await countTurnout(scene.transaction, voteId) });
  return STORED;
};
