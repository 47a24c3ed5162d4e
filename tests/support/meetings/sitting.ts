import type { Actor } from '#core/access/actor.ts';
import type { GroupFunction, Role, VotingStatus } from '#core/access/roles.ts';
import type { Group } from '#core/groups/group.ts';
import type { PersonName } from '#core/kernel/document.ts';
import { encodeBase32, type Id } from '#core/kernel/id.ts';
import type { AgendaItem, Conference } from '#core/meetings/conference.ts';
import { decide } from '#core/meetings/live/decide.ts';
import type { MeetingEvent } from '#core/meetings/live/events.ts';
import { fold, foldAll } from '#core/meetings/live/fold.ts';
import type { Circumstances, Decided, LiveCommand } from '#core/meetings/live/live-command.ts';
import { toCalledItem, type Meeting } from '#core/meetings/live/meeting.ts';
import { openMeeting } from '#core/meetings/live/open.ts';
import { findRuleSet } from '#core/votes/rule-sets/rule-sets.ts';

/** A small body with its conference, for rules of the sitting without any server. */

/** An id that says in tests whose it is. */
export const toId = (name: string): Id => {
  const bytes = new Uint8Array(16);
  bytes.set(new TextEncoder().encode(name).subarray(0, 16));
  return encodeBase32(bytes) as Id;
};

export const toPerson = (shortCode: string): PersonName => ({
  id: toId(shortCode),
  shortCode,
  firstName: shortCode,
  lastName: `L${shortCode}`,
});

const BODY = { id: toId('body'), name: 'Gesamtlehrerkonferenz' };

interface Place {
  readonly function: GroupFunction;
  readonly votingStatus: VotingStatus;
}
/** Everybody in the body; `Gas` is a guest of the conference, `Fre` a stranger. */
export const MEMBERS: Readonly<Record<string, Place>> = {
  Lei: { function: 'chair', votingStatus: 'entitled' },
  Ste: { function: 'deputy', votingStatus: 'entitled' },
  Pro: { function: 'member', votingStatus: 'entitled' },
  Ada: { function: 'member', votingStatus: 'entitled' },
  Bea: { function: 'member', votingStatus: 'entitled' },
  Cem: { function: 'member', votingStatus: 'entitled' },
  Ref: { function: 'member', votingStatus: 'advisory' },
  Ruh: { function: 'member', votingStatus: 'dormant' },
};
export const EVERYBODY = [...Object.keys(MEMBERS), 'Gas', 'Fre'];

export const body: Group = {
  kind: 'group',
  ...BODY,
  rev: 1,
  inv: 1,
  type: 'body',
  ruleSet: 'bw-staff',
  members: Object.entries(MEMBERS).map(([code, place]) => ({ person: toPerson(code), ...place })),
};

export const conference = (extra: Partial<Conference> = {}): Conference => ({
  kind: 'conference',
  id: toId('conference'),
  rev: 1,
  inv: 1,
  body: BODY,
  ruleSet: 'bw-staff',
  briefing: false,
  title: 'Konferenz im November',
  date: '2026-11-25',
  start: '14:00',
  place: 'Aula',
  sitting: 'room',
  checks: [],
  state: 'invited',
  chair: toPerson('Lei'),
  plannedBy: toPerson('Lei'),
  minuteTaker: toPerson('Pro'),
  guests: [toPerson('Gas')],
  secondCall: false,
  ...extra,
});

/** An item; `Geheim` items are restricted to Ada and Bea. */
export const item = (title: string, extra: Partial<AgendaItem> = {}): AgendaItem => ({
  kind: 'agenda-item',
  id: toId(title),
  rev: 1,
  inv: 1,
  conferenceId: toId('conference'),
  body: BODY,
  position: 0,
  title,
  itemKind: 'discussion',
  guests: [],
  late: false,
  state: 'open',
  ...(title.startsWith('Geheim') ? { circle: [toPerson('Ada'), toPerson('Bea')] } : {}),
  ...extra,
});

export const toActor = (shortCode: string, role: Role = 'teacher'): Actor => {
  const place = MEMBERS[shortCode];
  return {
    personId: toId(shortCode),
    role,
    administrator: false,
    memberships: place === undefined ? [] : [{ groupId: BODY.id, ...place }],
  };
};

/** The agenda of these tests: label by title. */
export const AGENDA: Readonly<Record<string, string>> = {
  Haushalt: '1',
  Schulweg: '2',
  Fahrten: '3',
  'Geheim Zeugnis': 'V1',
  'Geheim Klage': 'V2',
};

/** A sitting with everything that has happened in it. */
export interface Sitting {
  readonly events: readonly MeetingEvent[];
  readonly meeting: Meeting;
  now: number;
  /** Lets somebody give a command; what it makes happen has happened then. */
  give(shortCode: string, command: LiveCommand, extra?: Partial<Circumstances>): Decided;
  /** Lets something happen that no command of the sitting does. */
  happen(event: MeetingEvent): void;
}

export const openSitting = (extra: Partial<Conference> = {}): Sitting => {
  const events: MeetingEvent[] = [];
  const opened = openMeeting(conference(extra), body, findRuleSet('bw-staff') ?? null, {
    actor: toActor('Lei'),
    me: toPerson('Lei'),
    now: 1_000,
  });
  const start = opened.ok ? foldAll(opened.value) : undefined;
  if (!opened.ok || start === undefined) throw new Error('the sitting could not be opened');
  events.push(...opened.value);
  let meeting = start;
  const sitting = {
    events,
    get meeting() {
      return meeting;
    },
    now: 1_000,
    happen: (event: MeetingEvent): void => {
      events.push(event);
      meeting = fold(meeting, event);
    },
    give: (shortCode: string, command: LiveCommand, more: Partial<Circumstances> = {}): Decided => {
      sitting.now += 1_000;
      const title = command.name === 'call-item' ? toTitle(command.args.itemId) : undefined;
      const decided = decide(meeting, command, {
        actor: toActor(shortCode),
        me: toPerson(shortCode),
        now: sitting.now,
        ...(title === undefined ? {} : { item: toCalledItem(item(title), AGENDA[title] ?? '', sitting.now) }),
        ...more,
      });
      if (decided.ok) decided.value.forEach(sitting.happen);
      return decided;
    },
  };
  return sitting;
};

const toTitle = (itemId: Id): string | undefined =>
  Object.keys(AGENDA).find((title) => toId(title) === itemId);

/** The commands in short. */
export const toCommand = (name: LiveCommand['name'], args: object = {}): LiveCommand =>
  ({ name, args: { conferenceId: toId('conference'), ...args } }) as LiveCommand;
