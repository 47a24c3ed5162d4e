import type { PersonName } from '#core/kernel/document.ts';
import type { Id } from '#core/kernel/id.ts';
import type { MeetingEvent } from '#core/meetings/live/events.ts';
import { foldAll } from '#core/meetings/live/fold.ts';
import type { Meeting } from '#core/meetings/live/meeting.ts';
import { toVoteRecord } from '#core/votes/to-record.ts';
import { isEnded, isUnopened, type EndedVote, type VoteEvent, type VoteState } from '#core/votes/vote.ts';
import type { VoteRecord } from '#core/votes/vote-record.ts';
import type { Stage } from '../../contract.ts';
import { enterResolution, repealResolution } from '../enter-resolution.ts';
import type { KnownConference } from '../known.ts';
import { keepPart } from '../parts.ts';
import { placeVoteRecord } from '../placement.ts';
import { emptyBox, isNameless, openBox } from './box.ts';
import { forgetSupport } from './support.ts';

/** Repeats of ballots are answered for so many milliseconds after their vote. */
const REMEMBERED = 24 * 3_600_000;

/** What follows from what has happened to votes, whichever command or timer it came from, in the same transaction. */
export const storeVoteEffects = async (
  stage: Stage,
  known: KnownConference,
  before: Meeting,
  events: readonly MeetingEvent[],
): Promise<void> => {
  let meeting = before;
  for (const event of events) {
    const { vote } = meeting;
    meeting = foldAll([event], meeting) ?? meeting;
    if (event.type === 'vote') await follow(stage, known, { meeting, before: vote, event: event.event });
    // It lapses with its item.
    else if (vote !== null && isUnopened(vote) && meeting.vote === null) await forget(stage, vote.id);
  }
};

interface Happened {
  readonly meeting: Meeting;
  readonly before: VoteState | null;
  readonly event: VoteEvent;
}

const follow = async (stage: Stage, known: KnownConference, happened: Happened): Promise<void> => {
  const { event, before, meeting } = happened;
  const { voteId } = event;
  switch (event.type) {
    case 'prepared':
    case 'ticked':
      return;
    case 'shown':
      await stage.transaction.run(
        'insert into open_vote (vote, conference) values (?, ?) on conflict do nothing',
        voteId,
        known.conference.id,
      );
      return;
    case 'dropped':
      await forget(stage, voteId);
      return;
    case 'opened':
      if (before !== null && isNameless(before.question.procedure)) stage.keys.create(voteId);
      if (event.endsAt !== undefined) await stage.plan('close-vote', voteId, event.endsAt);
      return;
    case 'decided':
    case 'stopped':
      await end(stage, known, happened);
      return;
    case 'settled':
      if (meeting.vote !== null && isEnded(meeting.vote)) await change(stage, known, meeting.vote, meeting);
      return;
    case 'annulled':
      await annul(stage, known, event, meeting);
  }
};

/** The result becomes a document, the box is emptied and its key destroyed, all or nothing. */
const end = async (stage: Stage, known: KnownConference, { meeting, before }: Happened): Promise<void> => {
  const { vote } = meeting;
  if (vote === null || !isEnded(vote)) return;
  const isCounted = vote.phase === 'decided' && before?.phase === 'running';
  const ballots =
    isCounted && !isNameless(vote.question.procedure) ? await openBox(stage, before) : undefined;
  const record = toVoteRecord(vote, {
    conferenceId: known.conference.id,
    body: known.conference.body,
    nameOf: (id) => nameOf(meeting, id),
    ballots: ballots?.ballots ?? [],
  });
  await store(stage, known, record);
  await emptyBox(stage, vote.id);
  await forget(stage, vote.id);
  await stage.plan('forget-vote', vote.id, stage.now + REMEMBERED);
};

const nameOf = (meeting: Meeting, personId: Id): PersonName | undefined => meeting.roll[personId]?.person;

const store = async (stage: Stage, known: KnownConference, record: VoteRecord): Promise<void> => {
  const item = await stage.load('agenda-item', record.itemId);
  await stage.put(record, placeVoteRecord(known.conference, known.body, item));
  await keepPart(stage, record, 0);
  if (item !== undefined) {
    await enterResolution(stage, { vote: record, item, conference: known.conference });
  }
};

const change = async (
  stage: Stage,
  known: KnownConference,
  vote: EndedVote,
  meeting: Meeting,
): Promise<void> => {
  const kept = await stage.load('vote-record', vote.id);
  if (kept === undefined) return;
  const { conferenceId, body, rollCall = [] } = kept;
  const ballots = rollCall.map(({ person, choice }) => ({ voterId: person.id, choice }));
  const changed = toVoteRecord(vote, { conferenceId, body, ballots, nameOf: (id) => nameOf(meeting, id) });
  await store(stage, known, changed);
};

const annul = async (
  stage: Stage,
  known: KnownConference,
  { voteId, reason, at, byId }: Extract<VoteEvent, { type: 'annulled' }>,
  meeting: Meeting,
): Promise<void> => {
  const kept = await stage.load('vote-record', voteId);
  const by = nameOf(meeting, byId);
  if (kept === undefined || by === undefined) return;
  await store(stage, known, { ...kept, state: 'annulled', annulled: { reason, at, by } });
  await repealResolution(stage, voteId, reason);
};

/** Nobody votes any more: no plan, no demand, no place among the open ones. */
const forget = async (stage: Stage, voteId: Id): Promise<void> => {
  await stage.cancel('close-vote', voteId);
  await forgetSupport(stage, voteId);
  await stage.transaction.run('delete from open_vote where vote = ?', voteId);
};
