import type { Id } from '#core/kernel/id.ts';
import { leads } from '#core/meetings/live/policy.ts';
import { isEntitled } from '#core/meetings/live/presence.ts';
import type { Meeting } from '#core/meetings/live/meeting.ts';
import type { MeetingVoteEvent } from '#core/meetings/live/vote-slot.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { decideVote, type VoteCommand, type VoteContext } from '#core/votes/decide-vote.ts';
import { isByDevice, type VoteRecord } from '#core/votes/vote-record.ts';
import type { RunningVote, VoteEvent } from '#core/votes/vote.ts';
import { refused, STORED, type Handler, type Stage } from '../../contract.ts';
import { findConference } from '../known.ts';
import { loadMeeting } from '../live/log.ts';
import { happen } from '../live/sit.ts';
import { loadVoteRecords } from '../parts.ts';
import { openBox } from './box.ts';

/** Every command by which the chair leads a vote. */
export const leadVote =
  <Name extends VoteCommand['name']>(name: Name): Handler<CommandArgs<Name> & VoteArgs> =>
  async (scene, args) => {
    const known = await findConference(scene, args.conferenceId);
    if (!known.ok) return refused(known.refusal);
    const logged = await loadMeeting(scene.transaction, args.conferenceId);
    if (logged === undefined || logged.meeting.phase === 'closed') return refused('not-open');
    const { meeting } = logged;
    // A briefing decides nothing (§ 1 (2) KonfO).
    if (!leads(scene.actor, meeting) || meeting.briefing) return refused('forbidden');
    const records = await loadVoteRecords(scene, args.conferenceId);
    const command = { name, args } as VoteCommand;
    const { vote } = meeting;
    let context = toVoteContext(scene, meeting, records);
    if (command.name === 'close-vote' && vote?.id === args.voteId && vote.phase === 'running') {
      const box = isByDevice(vote.question.procedure) ? await count(scene, meeting, vote) : undefined;
      if (box === 'void') {
        await happen(scene, known.value, logged, toMeetingEvents([toVoid(vote, scene)]));
        return STORED;
      }
      context = { ...context, ...(box === undefined ? {} : { box }) };
    }
    const decided = decideVote(vote, command, context);
    if (!decided.ok) return refused(decided.refusal);
    await happen(scene, known.value, logged, toMeetingEvents(decided.value));
    return STORED;
  };

interface VoteArgs {
  readonly conferenceId: Id;
  readonly voteId: Id;
}

/** What the rule of a vote needs of the sitting. */
export const toVoteContext = (
  stage: Pick<Stage, 'now'>,
  meeting: Meeting,
  records: readonly VoteRecord[],
): VoteContext => ({
  now: stage.now,
  actorId: meeting.chair.id,
  rules: meeting.ruleSet,
  secondCall: meeting.secondCall,
  itemId: meeting.item?.id ?? null,
  roll: toVoters(meeting),
  isInRoom: (personId) => meeting.roll[personId]?.presence === 'present',
  recordOf: (voteId) => records.find(({ id }) => id === voteId)?.state,
});

/** Who may vote on the present item, and who of them is there. */
export const toVoters = (meeting: Meeting): VoteContext['roll'] => {
  const entitled = Object.values(meeting.roll).filter((entry) => isEntitled(entry, meeting.item));
  const present = entitled.filter(({ presence }) => presence === 'present').map(({ person }) => person.id);
  return { entitled: entitled.length, present };
};

/** What the box holds; `void` where its key is lost. */
export const count = async (
  stage: Stage,
  meeting: Meeting,
  vote: RunningVote,
): Promise<NonNullable<VoteContext['box']> | 'void'> => {
  const box = await openBox(stage, vote);
  if (box === undefined) return 'void';
  const own = box.ballots.find(({ voterId }) => voterId === meeting.chair.id)?.choice;
  return { counts: box.counts, chairVote: typeof own === 'string' ? own : null };
};

export const toVoid = (vote: RunningVote, { now }: Pick<Stage, 'now'>): VoteEvent => ({
  type: 'stopped',
  voteId: vote.id,
  at: now,
  reason: 'key-lost',
});

export const toMeetingEvents = (events: readonly VoteEvent[]): readonly MeetingVoteEvent[] =>
  events.map((event) => ({ type: 'vote', event }));
