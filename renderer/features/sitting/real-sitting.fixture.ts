import type { Actor } from '#core/access/actor.ts';
import type { RefusalKind } from '#core/access/refusal.ts';
import type { Group } from '#core/groups/group.ts';
import type { Id } from '#core/kernel/id.ts';
import { toItemLabels } from '#core/meetings/agenda.ts';
import { toAudience } from '#core/meetings/live/audience.ts';
import { decide } from '#core/meetings/live/decide.ts';
import type { MeetingEvent } from '#core/meetings/live/events.ts';
import { fold, foldAll } from '#core/meetings/live/fold.ts';
import type { LiveCommand } from '#core/meetings/live/live-command.ts';
import { toCalledItem, type Meeting } from '#core/meetings/live/meeting.ts';
import { openMeeting } from '#core/meetings/live/open.ts';
import { toChangedEntries, toChangedParts, toParts, toRollView } from '#core/meetings/live/parts.ts';
import { isEntitled } from '#core/meetings/live/presence.ts';
import { accept, refuse, type Result } from '#core/kernel/result.ts';
import { admitBallot, tally } from '#core/votes/ballot.ts';
import { decideVote, type VoteCommand } from '#core/votes/decide-vote.ts';
import { findRuleSet } from '#core/votes/rule-sets/rule-sets.ts';
import type { Choice, VoteRecord } from '#core/votes/vote-record.ts';
import type { MeetingView } from '#core/meetings/view.ts';
import { toId } from '#renderer/replica/testing/documents.ts';
import type { HeardCommand } from '#renderer/replica/testing/meeting-server.ts';
import { OPENED, toPerson } from '#renderer/replica/testing/meeting-view.ts';
import { AGENDA, CONFERENCE, createTestSitting } from './sitting.fixture.ts';

const BODY = { id: toId(10), name: 'Gesamtlehrerkonferenz' };
export const RULES = findRuleSet('bw-staff');
export const LABELS = toItemLabels(AGENDA);

const toBody = (count: number): Group => ({
  kind: 'group',
  ...BODY,
  rev: 1,
  inv: 1,
  type: 'body',
  ruleSet: 'bw-staff',
  members: Array.from({ length: count }, (_, place) => ({
    person: toPerson(place),
    function: place === 0 ? 'chair' : 'member',
    votingStatus: 'entitled',
  })),
});

/** A conference of so many, in memory, decided by core's own rules; `me` looks at it, the first person leads it. */
export const createRealSitting = (count: number, me: Id = toPerson(0).id) => {
  const body = toBody(count);
  const toActor = (place: number): Actor => ({
    personId: toPerson(place).id,
    role: 'teacher',
    administrator: false,
    memberships: [{ groupId: BODY.id, function: place === 0 ? 'chair' : 'member', votingStatus: 'entitled' }],
  });
  const opened = openMeeting(
    {
      kind: 'conference',
      id: CONFERENCE,
      rev: 1,
      inv: 1,
      body: BODY,
      ruleSet: 'bw-staff',
      briefing: false,
      title: 'Gesamtlehrerkonferenz',
      date: '2026-11-23',
      start: '14:00',
      place: 'Aula',
      sitting: 'room',
      checks: [],
      state: 'invited',
      chair: toPerson(0),
      plannedBy: toPerson(0),
      guests: [],
      secondCall: false,
    },
    body,
    RULES ?? null,
    { actor: toActor(0), me: toPerson(0), now: OPENED },
  );
  const begun = opened.ok ? foldAll(opened.value) : undefined;
  if (begun === undefined) throw new Error('the sitting could not be opened');
  let meeting: Meeting = begun;
  const box = new Map<Id, Choice>();
  const records = new Map<Id, VoteRecord['state']>();
  const audience = () => toAudience(meeting, me);
  const toView = (): MeetingView => ({
    ...toParts(meeting, audience(), { turnout: box.size }),
    roll: toRollView(meeting, audience()),
  });
  let shown = toView();
  const sitting = createTestSitting(me, shown);
  const { server } = sitting;
  server.you = { voted: false, supports: false, mayLead: true };

  const happen = (events: readonly MeetingEvent[]): void => {
    const { roll, ...parts } = shown;
    for (const event of events) {
      meeting = fold(meeting, event);
      if (event.type !== 'vote') continue;
      if (event.event.type === 'opened') box.clear();
      const state = event.event.type;
      if (state === 'decided' || state === 'stopped' || state === 'annulled')
        records.set(event.event.voteId, state);
    }
    shown = toView();
    const { roll: next, ...nextParts } = shown;
    const entries = toChangedEntries(roll, next);
    server.show(toChangedParts(parts, nextParts), Object.keys(entries).length === 0 ? undefined : entries);
  };

  const toEvents = (
    name: string,
    args: object,
    place: number,
  ): Result<readonly MeetingEvent[], RefusalKind> => {
    const now = server.now();
    const actor = toActor(place);
    if (name === 'cast-ballot' && 'voteId' in args && 'choice' in args) {
      const ballot = { voteId: args.voteId as Id, personId: actor.personId, choice: args.choice as Choice };
      const admitted = admitBallot(meeting.vote, ballot, { now, rules: RULES ?? null });
      if (!admitted.ok) return admitted;
      box.set(actor.personId, ballot.choice);
      return accept([]);
    }
    if (
      name.endsWith('-vote') ||
      ['enter-count', 'enter-paper', 'tick-voters', 'settle-tie'].includes(name)
    ) {
      if (meeting.chair.id !== actor.personId) return refuse('forbidden');
      const voters = Object.values(meeting.roll).filter((entry) => isEntitled(entry, meeting.item));
      const present = voters.filter(({ presence }) => presence === 'present').map(({ person }) => person.id);
      const { vote } = meeting;
      const decided = decideVote(vote, { name, args } as VoteCommand, {
        now,
        actorId: actor.personId,
        rules: RULES ?? null,
        secondCall: false,
        itemId: meeting.item?.id ?? null,
        roll: { entitled: voters.length, present },
        isInRoom: (id) => meeting.roll[id]?.presence === 'present',
        recordOf: (id) => records.get(id),
        ...(vote === null ? {} : { box: { counts: tally(vote.question, box.values()), chairVote: null } }),
      });
      return decided.ok ? accept(decided.value.map((event) => ({ type: 'vote', event }))) : decided;
    }
    const item = 'itemId' in args ? AGENDA.find(({ id }) => id === args.itemId) : undefined;
    return decide(meeting, { name, args } as LiveCommand, {
      actor,
      me: toPerson(place),
      now,
      standing: 'entitled',
      ...(item === undefined ? {} : { item: toCalledItem(item, LABELS.get(item.id) ?? '', now) }),
    });
  };

  /** Somebody gives a command, as the first thing a frame tells of it. */
  const give = (place: number, name: HeardCommand['name'], args: object = {}): RefusalKind | undefined => {
    const events = toEvents(name, { conferenceId: CONFERENCE, ...args }, place);
    if (!events.ok) return events.refusal;
    happen(events.value);
    return undefined;
  };
  const myPlace = body.members.findIndex(({ person }) => person.id === me);
  server.answer = ({ name, args }) => {
    const events = toEvents(name, args, myPlace);
    if (!events.ok) return { status: 'refused', reason: events.refusal };
    // Answered before it is told to all, as the server does.
    queueMicrotask(() => happen(events.value));
    return { status: 'stored', rev: 1 };
  };
  return {
    ...sitting,
    give,
    get meeting() {
      return meeting;
    },
  };
};
