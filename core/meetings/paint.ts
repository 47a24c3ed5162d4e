import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import type { Group } from '../groups/group.ts';
import type { Instant } from '../kernel/clock.ts';
import type { PersonName } from '../kernel/document.ts';
import type { Id } from '../kernel/id.ts';
import { buildConference, buildItem, buildMotion, rebuildConference, rebuildItem, toNames } from './build.ts';
import type {
  addItem,
  editConference,
  editItem,
  planConference,
  settleMotion,
  submitMotion,
} from './commands.ts';
import type { AgendaItem, Conference, Motion } from './conference.ts';

type Args<Definition extends { args: z.ZodType }> = z.infer<Definition['args']>;

/** What the screen knew when the command was written. */
export interface MeetingHints {
  readonly me: PersonName;
  readonly actor: Actor;
  readonly at: Instant;
  readonly groups?: readonly Group[] | undefined;
  /** Everybody whom the command names and the replica knows. */
  readonly people?: readonly PersonName[] | undefined;
  readonly conference?: Conference | undefined;
  /** The zone of the school's clocks. */
  readonly zone?: string | undefined;
}

/** Where the school's own zone is not known yet: the beginning is then sorted an hour or two off until it is stored. */
const USUAL_ZONE = 'Europe/Berlin';

export const paintPlan = (
  before: Conference | undefined,
  args: Args<typeof planConference>,
  hints: MeetingHints,
): Conference | undefined => {
  const body = hints.groups?.find(({ id }) => id === args.groupId);
  const names = toNames(hints.people ?? []);
  const chair = names.find(args.chairId);
  if (before !== undefined || body === undefined || chair === undefined) return before;
  const zone = hints.zone ?? USUAL_ZONE;
  return buildConference(args, { body, chair, planner: hints.me, names, zone });
};

export const paintEditConference = (
  before: Conference | undefined,
  args: Args<typeof editConference>,
  hints: MeetingHints,
): Conference | undefined => {
  const names = toNames(hints.people ?? []);
  const chair = names.find(args.chairId);
  if (before === undefined || chair === undefined) return before;
  return rebuildConference(before, args, { chair, names, zone: hints.zone ?? USUAL_ZONE });
};

export const paintCancel = (before: Conference | undefined): Conference | undefined =>
  before && { ...before, state: 'cancelled' };

export const paintInvite = (before: Conference | undefined): Conference | undefined =>
  before?.state === 'planned' ? { ...before, state: 'invited' } : before;

export const paintAddItem = (
  before: AgendaItem | undefined,
  args: Args<typeof addItem>,
  { conference, people = [] }: MeetingHints,
): AgendaItem | undefined => before ?? (conference && buildItem(args, conference, toNames(people)));

export const paintEditItem = (
  before: AgendaItem | undefined,
  args: Args<typeof editItem>,
  { people = [] }: MeetingHints,
): AgendaItem | undefined => before && rebuildItem(before, args, toNames(people));

/** What a waiting `order-items` makes of one of the items it names. */
export const paintOrder = (
  before: AgendaItem | undefined,
  itemIds: readonly Id[],
): AgendaItem | undefined => {
  const position = before === undefined ? -1 : itemIds.indexOf(before.id);
  return before === undefined || position === -1 || position === before.position
    ? before
    : { ...before, position };
};

export const paintSubmit = (
  before: Motion | undefined,
  args: Args<typeof submitMotion>,
  { conference, me, at }: MeetingHints,
): Motion | undefined => before ?? (conference && buildMotion(args, conference, me, at));

export const paintWithdrawMotion = (before: Motion | undefined): Motion | undefined =>
  before?.state === 'submitted' ? { ...before, state: 'withdrawn' } : before;

export const paintSettle = (
  before: Motion | undefined,
  { settlement }: Args<typeof settleMotion>,
): Motion | undefined => {
  if (before?.state !== 'submitted') return before;
  return settlement.kind === 'merge'
    ? { ...before, state: 'merged', mergedInto: settlement.into }
    : { ...before, state: 'returned' };
};
