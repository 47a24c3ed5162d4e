import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import type { RefusalKind } from '../access/refusal.ts';
import { findMember, type Group } from '../groups/group.ts';
import { isLocalDate, type LocalDate } from '../kernel/calendar/local-date.ts';
import type { PersonName } from '../kernel/document.ts';
import type { Id } from '../kernel/id.ts';
import { accept, refuse, type Result } from '../kernel/result.ts';
import { ITEMS_MAX } from './agenda.ts';
import { buildConference, buildItem, rebuildConference, rebuildItem, type Names } from './build.ts';
import type { addItem, editConference, editItem, planConference } from './commands.ts';
import type { AgendaItem, Conference } from './conference.ts';
import { mayLead, mayPlan } from './policy.ts';

type Args<Definition extends { args: z.ZodType }> = z.infer<Definition['args']>;
type Outcome<Document> = Result<Document, RefusalKind>;

/** What the rules of planning are told beside the arguments. */
export interface PlanningContext {
  readonly actor: Actor;
  readonly names: Names;
  readonly zone: string;
  /** The day it is at the school. */
  readonly today: LocalDate;
}

/** The conference that `plan-conference` makes. Who is named and no member of the body becomes its guest. */
export const plan = (
  args: Args<typeof planConference>,
  body: Group,
  planner: PersonName,
  context: PlanningContext,
): Outcome<Conference> => {
  if (!mayPlan(context.actor, body.id)) return refuse('forbidden');
  // A group that decides by no rules meets for a briefing alone.
  if (!args.briefing && body.type !== 'body') return refuse('invalid');
  if (!hasTimes(args) || args.date < context.today) return refuse('invalid');
  const named = withOutsiders(args, body, [planner.id]);
  const chair = context.names.find(args.chairId);
  if (chair === undefined || !allKnown(named, context.names)) return refuse('not-found');
  return accept(buildConference({ ...args, ...named }, { ...context, body, chair, planner }));
};

/** The conference as it is planned now. A day that has passed stays as it is, and no new one lies in the past. */
export const editPlan = (
  before: Conference,
  args: Args<typeof editConference>,
  body: Group,
  context: PlanningContext,
): Outcome<Conference> => {
  if (!mayLead(context.actor, before)) return refuse('forbidden');
  if (!isAhead(before)) return refuse('conference-passed');
  if (!hasTimes(args) || (args.date !== before.date && args.date < context.today)) return refuse('invalid');
  if (!args.briefing && body.type !== 'body') return refuse('invalid');
  const named = withOutsiders(args, body, []);
  const chair = context.names.find(args.chairId);
  if (chair === undefined || !allKnown(named, context.names)) return refuse('not-found');
  return accept(rebuildConference(before, { ...args, ...named }, { ...context, chair }));
};

/** The conference that does not take place. */
export const cancel = (before: Conference, actor: Actor): Outcome<Conference> => {
  if (!mayLead(actor, before)) return refuse('forbidden');
  if (before.state === 'cancelled') return accept(before);
  return isAhead(before) ? accept({ ...before, state: 'cancelled' }) : refuse('conference-passed');
};

/** The item that `add-item` puts on the agenda, also while the conference sits. */
export const putItem = (
  args: Args<typeof addItem>,
  conference: Conference,
  body: Group,
  context: PlanningContext & { readonly count: number },
): Outcome<AgendaItem> => {
  const fault = findItemFault(args, conference, body, context);
  if (fault !== undefined) return refuse(fault);
  if (context.count >= ITEMS_MAX) return refuse('full');
  return accept(buildItem(args, conference, context.names));
};

/** The item as it is planned now. What was settled stays as it was. */
export const editAgendaItem = (
  before: AgendaItem,
  args: Args<typeof editItem>,
  conference: Conference,
  body: Group,
  context: PlanningContext,
): Outcome<AgendaItem> => {
  const fault = findItemFault(args, conference, body, context);
  if (fault !== undefined) return refuse(fault);
  if (before.state === 'done') return refuse('conference-passed');
  return accept(rebuildItem(before, args, context.names));
};

/** Whether items may be taken off the agenda or put into another order: until the conference sits. */
export const checkAgendaChange = (conference: Conference, actor: Actor): RefusalKind | undefined => {
  if (!mayLead(actor, conference)) return 'forbidden';
  return isAhead(conference) ? undefined : 'conference-passed';
};

/** Whether a conference lies ahead: it can still be planned. */
export const isAhead = ({ state }: Pick<Conference, 'state'>): boolean =>
  state === 'planned' || state === 'invited';

const findItemFault = (
  args: Args<typeof editItem>,
  conference: Conference,
  body: Group,
  context: PlanningContext,
): RefusalKind | undefined => {
  if (!mayLead(context.actor, conference)) return 'forbidden';
  if (!isAhead(conference) && conference.state !== 'open') return 'conference-passed';
  // A briefing decides nothing (§ 1 (2) KonfO).
  if (conference.briefing && (args.itemKind === 'resolution' || args.itemKind === 'election'))
    return 'invalid';
  const isMember = (id: Id): boolean => findMember(body, id) !== undefined;
  const isGuest = (id: Id): boolean => conference.guests.some((guest) => guest.id === id);
  const takesPart = (id: Id): boolean => isMember(id) || isGuest(id);
  const presenters = args.presenterId === undefined ? [] : [args.presenterId];
  const circle = args.circleIds ?? [];
  if (![...presenters, ...circle].every(takesPart) || !args.guestIds.every(isGuest)) return 'invalid';
  if (args.circleIds?.length === 0 || !(args.entitledIds ?? []).every(isMember)) return 'invalid';
  // A guest of a restricted item belongs to its circle, or the item would name somebody who never reads it.
  if (args.circleIds !== undefined && !args.guestIds.every((id) => circle.includes(id))) return 'invalid';
  return undefined;
};

/** Days that exist, an end behind the beginning, and motions before the day itself is over. */
const hasTimes = (args: Args<typeof editConference>): boolean =>
  isLocalDate(args.date) &&
  (args.end === undefined || args.end > args.start) &&
  (args.motionsUntil === undefined || (isLocalDate(args.motionsUntil) && args.motionsUntil <= args.date));

/** Chair and minute-taker who are no members of the body are named among its guests: everybody sees that they are there. */
const withOutsiders = <
  Named extends Pick<Args<typeof editConference>, 'chairId' | 'minuteTakerId' | 'guestIds'>,
>(
  { chairId, minuteTakerId, guestIds }: Named,
  body: Group,
  others: readonly Id[],
): { readonly chairId: Id; readonly minuteTakerId?: Id; readonly guestIds: Id[] } => {
  const named = [chairId, ...(minuteTakerId === undefined ? [] : [minuteTakerId]), ...others];
  const outsiders = [...guestIds, ...named].filter((id) => findMember(body, id) === undefined);
  return {
    chairId,
    ...(minuteTakerId === undefined ? {} : { minuteTakerId }),
    guestIds: [...new Set(outsiders)],
  };
};

const allKnown = (
  { minuteTakerId, guestIds }: { readonly minuteTakerId?: Id; readonly guestIds: readonly Id[] },
  names: Names,
): boolean =>
  [...guestIds, ...(minuteTakerId === undefined ? [] : [minuteTakerId])].every(
    (id) => names.find(id) !== undefined,
  );
