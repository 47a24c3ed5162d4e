import type { CommandArgs } from '#core/protocol/commands.ts';
import { admitSupport, demandSecrecy } from '#core/votes/secrecy.ts';
import { refused, STORED, type Handler } from '../../contract.ts';
import { findConference } from '../known.ts';
import { loadMeeting } from '../live/log.ts';
import { happen } from '../live/sit.ts';
import { toMeetingEvents, toVoters } from './lead-vote.ts';
import { setSupport } from './support.ts';

/** Somebody supports the demand for a secret vote, unseen; at the threshold the vote stops and stands on the wall on paper. */
export const supportSecrecy: Handler<CommandArgs<'support-secrecy'>> = async (
  scene,
  { conferenceId, voteId, supports },
) => {
  const known = await findConference(scene, conferenceId);
  if (!known.ok) return refused(known.refusal);
  const logged = await loadMeeting(scene.transaction, conferenceId);
  if (logged === undefined) return refused('not-open');
  const { vote, ruleSet: rules } = logged.meeting;
  const personId = scene.me.id;
  const admitted = admitSupport(
    vote,
    { voteId, personId },
    { now: scene.now, rules, present: new Set(toVoters(logged.meeting).present) },
  );
  if (!admitted.ok || vote === null) return refused(admitted.ok ? 'phase-passed' : admitted.refusal);
  const supporters = await setSupport(scene, voteId, { personId, supports });
  const events = demandSecrecy(
    vote,
    { supporters, present: admitted.value.present.size },
    { now: scene.now, rules, paperVoteId: scene.newId() },
  );
  await happen(scene, known.value, logged, toMeetingEvents(events));
  return STORED;
};
