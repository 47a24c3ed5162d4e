import type { z } from 'zod';
import type { LocalDateTime } from '../kernel/calendar/local-date.ts';
import { toInstant } from '../kernel/calendar/wall-time.ts';
import { toInverseTime, type Instant } from '../kernel/clock.ts';
import type { GroupName, PersonName } from '../kernel/document.ts';
import type { Id } from '../kernel/id.ts';
import type { AgendaItem, Conference, Motion } from './conference.ts';
import type { addItem, editConference, editItem, planConference, submitMotion } from './commands.ts';

type Args<Definition extends { args: z.ZodType }> = z.infer<Definition['args']>;

/** Documents out of arguments, for the rules of the server and for what waits in an outbox. They refuse nothing. */

/** The names behind ids, as of writing; a name that is not known here is not shown. */
export interface Names {
  find(id: Id): PersonName | undefined;
}

export const toNames = (people: readonly PersonName[]): Names => {
  const byId = new Map(people.map((person) => [person.id, person]));
  return { find: (id) => byId.get(id) };
};

const known = (names: Names, ids: readonly Id[]): PersonName[] =>
  ids.map((id) => names.find(id)).filter((name) => name !== undefined);

/** Inverse time of the beginning, by the school's clocks. */
const toInv = (date: string, start: string, zone: string): number =>
  toInverseTime(toInstant(`${date}T${start}` as LocalDateTime, zone));

/** What `plan-conference` and `edit-conference` say of a conference. */
const toPlanned = (
  args: Args<typeof editConference>,
  chair: PersonName,
  names: Names,
): Pick<
  Conference,
  | 'title'
  | 'briefing'
  | 'date'
  | 'start'
  | 'end'
  | 'place'
  | 'sitting'
  | 'checks'
  | 'chair'
  | 'minuteTaker'
  | 'guests'
  | 'motionsUntil'
  | 'secondCall'
> => {
  const minuteTaker = args.minuteTakerId === undefined ? undefined : names.find(args.minuteTakerId);
  return {
    title: args.title,
    briefing: args.briefing,
    date: args.date,
    start: args.start,
    ...(args.end === undefined ? {} : { end: args.end }),
    place: args.place,
    sitting: args.sitting,
    checks: [...args.checks],
    chair,
    ...(minuteTaker === undefined ? {} : { minuteTaker }),
    guests: known(names, args.guestIds),
    ...(args.motionsUntil === undefined ? {} : { motionsUntil: args.motionsUntil }),
    secondCall: args.secondCall,
  };
};

export const buildConference = (
  args: Args<typeof planConference>,
  context: {
    readonly body: GroupName & { readonly ruleSet?: string | undefined };
    readonly chair: PersonName;
    readonly planner: PersonName;
    readonly names: Names;
    readonly zone: string;
  },
): Conference => ({
  id: args.id,
  kind: 'conference',
  rev: 0,
  inv: toInv(args.date, args.start, context.zone),
  body: { id: context.body.id, name: context.body.name },
  ...(context.body.ruleSet === undefined ? {} : { ruleSet: context.body.ruleSet }),
  ...toPlanned(args, context.chair, context.names),
  state: 'planned',
  plannedBy: context.planner,
});

export const rebuildConference = (
  before: Conference,
  args: Args<typeof editConference>,
  context: { readonly chair: PersonName; readonly names: Names; readonly zone: string },
): Conference => {
  const { end: _end, minuteTaker: _minuteTaker, motionsUntil: _motionsUntil, ...rest } = before;
  return {
    ...rest,
    inv: toInv(args.date, args.start, context.zone),
    ...toPlanned(args, context.chair, context.names),
  };
};

const toItemContent = (
  args: Args<typeof editItem>,
  names: Names,
): Pick<
  AgendaItem,
  'title' | 'itemKind' | 'presenter' | 'minutes' | 'text' | 'papers' | 'guests' | 'entitled' | 'circle'
> => {
  const presenter = args.presenterId === undefined ? undefined : names.find(args.presenterId);
  return {
    title: args.title,
    itemKind: args.itemKind,
    ...(presenter === undefined ? {} : { presenter }),
    ...(args.minutes === undefined ? {} : { minutes: args.minutes }),
    ...(args.text === undefined ? {} : { text: args.text }),
    ...(args.papers === undefined || args.papers.length === 0 ? {} : { papers: [...args.papers] }),
    guests: known(names, args.guestIds),
    ...(args.entitledIds === undefined ? {} : { entitled: known(names, args.entitledIds) }),
    ...(args.circleIds === undefined ? {} : { circle: known(names, args.circleIds) }),
  };
};

export const buildItem = (args: Args<typeof addItem>, conference: Conference, names: Names): AgendaItem => ({
  id: args.id,
  kind: 'agenda-item',
  rev: 0,
  inv: conference.inv,
  conferenceId: conference.id,
  body: conference.body,
  position: args.position,
  ...toItemContent(args, names),
  late: conference.state !== 'planned',
  ...(args.motionId === undefined ? {} : { motionId: args.motionId }),
  state: 'open',
});

export const rebuildItem = (before: AgendaItem, args: Args<typeof editItem>, names: Names): AgendaItem => ({
  id: before.id,
  kind: before.kind,
  rev: before.rev,
  inv: before.inv,
  conferenceId: before.conferenceId,
  body: before.body,
  position: before.position,
  ...toItemContent(args, names),
  late: before.late,
  ...(before.motionId === undefined ? {} : { motionId: before.motionId }),
  state: before.state,
});

export const buildMotion = (
  args: Args<typeof submitMotion>,
  conference: Conference,
  author: PersonName,
  now: Instant,
): Motion => ({
  id: args.id,
  kind: 'motion',
  rev: 0,
  inv: toInverseTime(now),
  conferenceId: conference.id,
  body: conference.body,
  author,
  title: args.title,
  wording: args.wording,
  ...(args.reason === undefined ? {} : { reason: args.reason }),
  state: 'submitted',
  submittedAt: now,
});
