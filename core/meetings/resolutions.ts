import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import type { RefusalKind } from '../access/refusal.ts';
import { addDays, type LocalDate } from '../kernel/calendar/local-date.ts';
import { addTeachingDays, type SchoolCalendar } from '../kernel/calendar/school-calendar.ts';
import { toInverseTime } from '../kernel/clock.ts';
import type { PersonName } from '../kernel/document.ts';
import type { Id } from '../kernel/id.ts';
import { accept, refuse, type Result } from '../kernel/result.ts';
import type { RuleSet } from '../votes/rule-set.ts';
import type { VoteRecord } from '../votes/vote-record.ts';
import type { AgendaItem, Conference } from './conference.ts';
import type { Resolution, ResolutionState } from './outcome.ts';
import type { objectToResolution, setResolution, settleObjection } from './resolution-commands.ts';
import { mayKeepResolution, mayObject } from './resolution-policy.ts';

type Args<Definition extends { args: z.ZodType }> = z.infer<Definition['args']>;
type Ruled = Result<Resolution, RefusalKind>;

/** Whether a vote that has ended made a resolution: something was accepted, or chosen. What was rejected is none. */
export const isResolved = ({ state, decision }: Pick<VoteRecord, 'state' | 'decision'>): boolean =>
  state === 'decided' && (decision?.outcome === 'accepted' || decision?.outcome === 'elected');

/** What a resolution is made of. `decidedOn` is the day in the school's zone on which its vote closed. */
export interface Decided {
  readonly id: Id;
  readonly number: string;
  readonly vote: VoteRecord;
  readonly item: Pick<AgendaItem, 'id' | 'title'>;
  /** Who alone reads it; undefined for the whole body. */
  readonly circle: readonly PersonName[] | undefined;
  readonly conference: Pick<Conference, 'id' | 'body' | 'chair' | 'minuteTaker'>;
  readonly decidedOn: LocalDate;
}

/** The entry in the register: wording verbatim, result, and the rule it was decided by. Undefined where nothing was decided. */
export const enterResolution = (decided: Decided): Resolution | undefined => {
  const { id, number, vote, item, circle, conference, decidedOn } = decided;
  const { decision } = vote;
  if (decision === undefined || !isResolved(vote)) return undefined;
  return {
    id,
    rev: 0,
    inv: toInverseTime(vote.closedAt),
    kind: 'resolution',
    number,
    conferenceId: conference.id,
    itemId: item.id,
    voteId: vote.id,
    body: conference.body,
    ...(circle === undefined ? {} : { circle: [...circle] }),
    chair: conference.chair,
    ...(conference.minuteTaker === undefined ? {} : { minuteTaker: conference.minuteTaker }),
    title: item.title,
    wording: vote.wording,
    voteKind: vote.voteKind,
    options: vote.options,
    elected: decision.elected,
    ...(vote.counts === undefined ? {} : { counts: vote.counts }),
    citation: decision.citation,
    verified: decision.verified,
    decidedOn,
    state: 'in-force',
  };
};

/** Its vote was annulled: it stays in the register and has no effect any more. */
export const annul = (before: Resolution, reason: string, today: LocalDate): Resolution => ({
  ...before,
  state: 'repealed',
  annulled: { on: today, reason },
});

/** The number after those a body has given in a calendar year: `12/2026` after `11/2026`. */
export const toNextNumber = (given: readonly string[], date: LocalDate): string => {
  const year = date.slice(0, 4);
  const numbers = given.flatMap((number) => {
    const [, count = '', of] = /^(\d+)\/(\d{4})$/.exec(number) ?? [];
    return of === year ? [Number(count)] : [];
  });
  return `${String(Math.max(0, ...numbers) + 1)}/${year}`;
};

/** The mark of a restricted resolution: drawn, so that from none of them anybody infers how many others there are. */
export const toRestrictedNumber = (drawn: Id, date: LocalDate): string =>
  `V ${drawn.slice(0, 4).toUpperCase()}/${date.slice(0, 4)}`;

/** Where it stands today: what was to hold until a day that has passed has lapsed. */
export const toPresentState = (
  { state, expires }: Pick<Resolution, 'state' | 'expires'>,
  today: string,
): ResolutionState => (state === 'in-force' && expires !== undefined && expires < today ? 'lapsed' : state);

/** Writes down who sees to it, until when, how long it holds and whether it is carried out. */
export const set = (
  before: Resolution,
  args: Args<typeof setResolution>,
  responsible: PersonName | undefined,
  actor: Actor,
): Ruled => {
  if (!mayKeepResolution(actor, before)) return refuse('forbidden');
  if (before.state === 'repealed') return refuse('resolution-changed');
  // What the head objected to is not carried out until it is decided anew.
  if (before.state === 'objected' && args.done) return refuse('resolution-changed');
  const isBefore = (day: string | undefined): boolean => day !== undefined && day < before.decidedOn;
  if (isBefore(args.due) || isBefore(args.expires)) return refuse('invalid');
  const { responsible: _responsible, due: _due, expires: _expires, ...kept } = before;
  return accept({
    ...kept,
    ...(responsible === undefined ? {} : { responsible }),
    ...(args.due === undefined ? {} : { due: args.due }),
    ...(args.expires === undefined ? {} : { expires: args.expires }),
    state: before.state === 'objected' ? 'objected' : args.done ? 'done' : 'in-force',
  });
};

/** What an objection needs to know: its day, and by which calendar and rules the period is reckoned. */
export interface ObjectionContext {
  readonly today: LocalDate;
  readonly calendar: SchoolCalendar;
  readonly ruleSet: RuleSet | undefined;
}

/**
 * The head objects: the resolution is suspended, and the body meets again within the period of its rules, counted from the
 * day after the objection (§ 187 (1) BGB), not earlier than the next day (§ 16 (2) KonfO).
 */
export const object = (
  before: Resolution,
  args: Args<typeof objectToResolution>,
  by: PersonName,
  actor: Actor,
  context: ObjectionContext,
): Ruled => {
  if (!mayObject(actor)) return refuse('forbidden');
  const { today } = context;
  // Once the body has confirmed it there is no second objection within the school.
  if (toPresentState(before, today) !== 'in-force' || before.objection !== undefined) {
    return refuse('resolution-changed');
  }
  return accept({
    ...before,
    state: 'objected',
    objection: { by, on: today, reason: args.reason, notBefore: addDays(today, 1), ...toPeriod(context) },
  });
};

/** Enters the second decision; the body cannot have met before the day after the objection. */
export const settle = (
  before: Resolution,
  args: Args<typeof settleObjection>,
  actor: Actor,
  today: LocalDate,
): Ruled => {
  if (!mayKeepResolution(actor, before)) return refuse('forbidden');
  if (before.state !== 'objected' || before.objection === undefined) return refuse('resolution-changed');
  if (today < before.objection.notBefore) return refuse('too-early');
  return accept({
    ...before,
    state: args.outcome === 'upheld' ? 'in-force' : 'repealed',
    objection: { ...before.objection, outcome: args.outcome, settledOn: today },
  });
};

/** The last day of the period; nothing where nobody has read the rule, since it would be asserted to the whole body. */
const toPeriod = ({
  today,
  calendar,
  ruleSet,
}: ObjectionContext): { readonly reconveneBy?: string; readonly citation?: string } => {
  const rule = ruleSet?.objection;
  if (rule === undefined || !rule.verified) return {};
  const { value, citation } = rule;
  switch (value.kind) {
    case 'none':
      return { citation };
    case 'days':
      return { reconveneBy: addDays(today, value.count), citation };
    case 'teaching-days':
      return { reconveneBy: addTeachingDays(today, value.count, calendar), citation };
  }
};
