import type { Actor } from '#core/access/actor.ts';
import type { Group } from '#core/groups/group.ts';
import { addDays, isLocalDate, isTimeOfDay, type LocalDate } from '#core/kernel/calendar/local-date.ts';
import {
  findHoliday,
  isTeachingDay,
  isWeekend,
  type SchoolCalendar,
} from '#core/kernel/calendar/school-calendar.ts';
import type { PersonName } from '#core/kernel/document.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Conference, HybridCheck, Sitting } from '#core/meetings/conference.ts';
import { mayPlan } from '#core/meetings/policy.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { planningTexts as texts } from '#renderer/i18n/conference-planning.ts';

/** What is entered to plan a conference; empty texts are what nobody has entered. */
export interface PlanDraft {
  groupId: Id | undefined;
  title: string;
  briefing: boolean;
  date: string;
  start: string;
  end: string;
  place: string;
  sitting: Sitting;
  checks: readonly HybridCheck[];
  chairId: Id | undefined;
  minuteTakerId: Id | undefined;
  guests: readonly PersonName[];
  motionsUntil: string;
  secondCall: boolean;
}

/** Days ahead from which on a day is proposed: time for a usual period of invitation. */
const AHEAD = 14;

/** Bodies first, by size: who plans means the large one more often than the small one. */
export const toPlannable = (groups: readonly Group[], actor: Actor): readonly Group[] =>
  groups
    .filter(({ id }) => mayPlan(actor, id))
    .sort(
      (left, right) =>
        Number(right.type === 'body') - Number(left.type === 'body') ||
        right.members.length - left.members.length ||
        left.name.localeCompare(right.name, 'de'),
    );

/** The next teaching day that is far enough ahead and on which no other conference is planned. */
export const toFreeDay = (
  today: LocalDate,
  taken: ReadonlySet<string>,
  calendar: SchoolCalendar | undefined,
): LocalDate => {
  let date = addDays(today, AHEAD);
  const isFree = (day: LocalDate): boolean =>
    !taken.has(day) && (calendar === undefined || isTeachingDay(day, calendar));
  for (let tried = 0; tried < 400 && !isFree(date); tried += 1) date = addDays(date, 1);
  return date;
};

/** A draft that only has to be looked through: body, day, hours and chair are proposed. */
export const toNewDraft = (
  group: Group | undefined,
  context: { readonly me: PersonName; readonly date: LocalDate },
): PlanDraft => ({
  groupId: group?.id,
  title: group?.name ?? '',
  briefing: group !== undefined && group.type !== 'body',
  date: context.date,
  start: '14:00',
  end: '16:00',
  place: '',
  sitting: 'room',
  checks: [],
  chairId: context.me.id,
  minuteTakerId: undefined,
  guests: [],
  motionsUntil: '',
  secondCall: false,
});

export const toDraft = (conference: Conference): PlanDraft => ({
  groupId: conference.body.id,
  title: conference.title,
  briefing: conference.briefing,
  date: conference.date,
  start: conference.start,
  end: conference.end ?? '',
  place: conference.place,
  sitting: conference.sitting,
  checks: conference.checks,
  chairId: conference.chair.id,
  minuteTakerId: conference.minuteTaker?.id,
  guests: conference.guests,
  motionsUntil: conference.motionsUntil ?? '',
  secondCall: conference.secondCall,
});

export interface PlanFaults {
  readonly title?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly motions?: string;
  readonly chair?: string;
}

/** What is wrong with a draft, in words beside the field. A day that was planned before may lie behind. */
export const findFaults = (draft: PlanDraft, today: LocalDate, before?: Conference): PlanFaults => ({
  ...(draft.title.trim() === '' ? { title: texts.nameMissing() } : {}),
  ...(!isLocalDate(draft.date) || !isTimeOfDay(draft.start)
    ? { begin: texts.dayMissing() }
    : draft.date < today && draft.date !== before?.date
      ? { begin: texts.dayPassed() }
      : {}),
  ...(draft.end.trim() !== '' && !(isTimeOfDay(draft.end.trim()) && draft.end.trim() > draft.start)
    ? { end: texts.endWrong() }
    : {}),
  ...(draft.motionsUntil !== '' && draft.motionsUntil > draft.date ? { motions: texts.motionsWrong() } : {}),
  ...(draft.chairId === undefined ? { chair: texts.chairMissing() } : {}),
});

/** What speaks against a day without forbidding it. */
export const toDayNote = (date: string, calendar: SchoolCalendar | undefined): string | undefined => {
  if (calendar === undefined || !isLocalDate(date)) return undefined;
  const holiday = findHoliday(date, calendar);
  if (holiday !== undefined) return texts.holiday(holiday);
  return isWeekend(date, calendar) ? texts.weekend() : undefined;
};

/** The arguments of a draft without faults. */
export const toArgs = (draft: PlanDraft, id: Id): CommandArgs<'edit-conference'> | undefined => {
  if (draft.chairId === undefined) return undefined;
  const end = draft.end.trim();
  return {
    id,
    title: draft.title.trim(),
    briefing: draft.briefing,
    date: draft.date,
    start: draft.start,
    ...(end === '' ? {} : { end }),
    place: draft.place.trim(),
    sitting: draft.sitting,
    checks: draft.sitting === 'room' ? [] : [...draft.checks],
    chairId: draft.chairId,
    ...(draft.minuteTakerId === undefined ? {} : { minuteTakerId: draft.minuteTakerId }),
    guestIds: draft.guests.map(({ id: guestId }) => guestId),
    ...(draft.motionsUntil === '' || draft.briefing ? {} : { motionsUntil: draft.motionsUntil }),
    secondCall: draft.secondCall,
  };
};
