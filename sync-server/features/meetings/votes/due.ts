import type { Id } from '#core/kernel/id.ts';
import type { Meeting } from '#core/meetings/live/meeting.ts';
import { hasRunOut } from '#core/votes/ballot.ts';
import { decideVote } from '#core/votes/decide-vote.ts';
import type { VoteEvent, VoteState } from '#core/votes/vote.ts';
import type { Stage } from '../../contract.ts';
import type { KnownConference } from '../known.ts';
import { loadMeeting, type Logged } from '../live/log.ts';
import { happen } from '../live/sit.ts';
import { loadVoteRecords } from '../parts.ts';
import { isNameless } from './box.ts';
import { count, toMeetingEvents, toVoid, toVoteContext } from './lead-vote.ts';

/** Closes a vote whose time is over; what was closed before is left as it is. */
export const closeInTime = async (stage: Stage, voteId: Id): Promise<void> => {
  const place = await findOpenVote(stage, voteId);
  if (place === undefined) return;
  const { known, logged } = place;
  const { meeting } = logged;
  const { vote } = meeting;
  if (vote?.id !== voteId || vote.phase !== 'running' || !hasRunOut(vote, stage.now)) return;
  await happen(stage, known, logged, toMeetingEvents(await close(stage, meeting, vote)));
};

const close = async (
  stage: Stage,
  meeting: Meeting,
  vote: Extract<VoteState, { phase: 'running' }>,
): Promise<readonly VoteEvent[]> => {
  const box = await count(stage, meeting, vote);
  if (box === 'void') return [toVoid(vote, stage)];
  const records = await loadVoteRecords(stage, meeting.conferenceId);
  const args = { conferenceId: meeting.conferenceId, voteId: vote.id };
  const context = { ...toVoteContext(stage, meeting, records), box };
  const decided = decideVote(vote, { name: 'close-vote', args }, context);
  if (!decided.ok) throw new Error(`a vote could not be closed in time: ${decided.refusal}`);
  return decided.value;
};

/** Forgets who took part in a vote that is long over. */
export const forgetVote = async (stage: Stage, voteId: Id): Promise<void> => {
  await stage.transaction.run('delete from turnout where vote = ?', voteId);
};

/**
 * What a server does before it serves: a vote without names whose key was lost is void and says so; keys of votes that are
 * over, left by a process that died after its commit, are destroyed.
 */
export const reviewVotes = async (stage: Stage): Promise<void> => {
  const open = new Set<string>();
  for (const voteId of await loadOpenVotes(stage)) {
    open.add(voteId);
    const place = await findOpenVote(stage, voteId);
    const vote = place?.logged.meeting.vote;
    if (place === undefined || vote?.id !== voteId || vote.phase !== 'running') continue;
    if (!isNameless(vote.question.procedure) || stage.keys.find(voteId) !== undefined) continue;
    await happen(stage, place.known, place.logged, toMeetingEvents([toVoid(vote, stage)]));
  }
  for (const name of stage.keys.names()) {
    if (!open.has(name.split('-')[0] ?? '')) stage.keys.destroy(name);
  }
};

/** Votes that ran when a backup was made: who voted since is not in it, so they are void (D27). */
export const voidRestoredVotes = async (stage: Stage): Promise<void> => {
  for (const voteId of await loadOpenVotes(stage)) {
    const place = await findOpenVote(stage, voteId);
    const vote = place?.logged.meeting.vote;
    if (place === undefined || vote?.id !== voteId || vote.phase !== 'running') continue;
    await happen(
      stage,
      place.known,
      place.logged,
      toMeetingEvents([{ type: 'stopped', voteId, at: stage.now, reason: 'restored' }]),
    );
  }
};

const loadOpenVotes = async (stage: Stage): Promise<readonly Id[]> =>
  (await stage.transaction.all<{ vote: Id }>('select vote from open_vote order by vote')).map(
    ({ vote }) => vote,
  );

const findOpenVote = async (
  stage: Stage,
  voteId: Id,
): Promise<{ readonly known: KnownConference; readonly logged: Logged } | undefined> => {
  const row = await stage.transaction.get<{ conference: Id }>(
    'select conference from open_vote where vote = ?',
    voteId,
  );
  const conference = row && (await stage.load('conference', row.conference));
  const body = conference && (await stage.load('group', conference.body.id));
  const logged = conference && (await loadMeeting(stage.transaction, conference.id));
  return conference === undefined || body === undefined || logged === undefined
    ? undefined
    : { known: { conference, body }, logged };
};
