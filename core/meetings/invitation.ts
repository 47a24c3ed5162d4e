import { toFullName } from '../directory/person.ts';
import { addDays, isLocalDate, toDayNumber, type LocalDate } from '../kernel/calendar/local-date.ts';
import {
  addTeachingDays,
  teachingDaysBetween,
  type SchoolCalendar,
} from '../kernel/calendar/school-calendar.ts';
import type { RichBlock, RichText } from '../kernel/rich-text.ts';
import type { Period, RuleSet } from '../votes/rule-set.ts';
import { sortAgenda, toItemLabels } from './agenda.ts';
import type { AgendaItem, Conference } from './conference.ts';

/**
 * Whether an invitation sent on a day is in time. `unset`: nobody has decided a period, or no source was read for it and
 * the school has not settled one; nothing is asserted then. Both `latest` and the day of the invitation are local dates;
 * neither the day of the invitation nor that of the conference counts as a day between (§§ 187 (1), 188 BGB).
 */
export type InvitationCheck =
  | { readonly kind: 'unset' }
  | {
      readonly kind: 'in-time' | 'late';
      readonly period: Exclude<Period, { kind: 'none' }>;
      readonly latest: LocalDate;
      /** How many days of the period's kind are missing; 0 in time. */
      readonly missing: number;
      readonly citation: string | null;
      readonly verified: boolean;
    };

export const checkInvitation = (
  date: string,
  today: LocalDate,
  invitation: RuleSet['invitation'] | undefined,
  calendar: SchoolCalendar,
): InvitationCheck => {
  const period = invitation?.value;
  if (invitation === undefined || period === null || period === undefined || period.kind === 'none') {
    return { kind: 'unset' };
  }
  if (!isLocalDate(date)) return { kind: 'unset' };
  const isTaught = period.kind === 'teaching-days';
  const latest = isTaught ? addTeachingDays(date, -period.count, calendar) : addDays(date, -period.count);
  const given = isTaught
    ? teachingDaysBetween(today, date, calendar)
    : toDayNumber(date) - toDayNumber(today);
  const isLate = today > latest;
  return {
    kind: isLate ? 'late' : 'in-time',
    period,
    latest,
    missing: isLate ? Math.max(1, period.count - given) : 0,
    citation: invitation.citation,
    verified: invitation.verified,
  };
};

/** "Mittwoch, 25. November 2026". */
const toGermanDate = (date: string): string =>
  new Intl.DateTimeFormat('de-DE', {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(Date.parse(date));

const paragraph = (text: string): RichBlock => ({ type: 'paragraph', content: [{ type: 'text', text }] });

/** When and where, as the invitation says it. German: it is a letter of the school. */
const toWhen = ({ date, start, end, place }: Conference): string =>
  `${toGermanDate(date)}, ${start}${end === undefined ? '' : ` bis ${end}`} Uhr${place === '' ? '' : `, ${place}`}`;

const toSitting = ({ sitting }: Conference): string | undefined => {
  switch (sitting) {
    case 'room':
      return undefined;
    case 'hybrid':
      return 'Die Teilnahme ist im Raum oder von anderem Ort möglich.';
    case 'remote':
      return 'Die Sitzung findet ohne gemeinsamen Raum statt.';
  }
};

const toLine = (item: AgendaItem, label: string): string =>
  [
    `TOP ${label}: ${item.title}`,
    ...(item.presenter === undefined ? [] : [toFullName(item.presenter)]),
    ...(item.minutes === undefined ? [] : [`${item.minutes} Min.`]),
  ].join(' · ');

/** Title of an announcement, cut to what fits. */
const toTitle = (head: string, { title }: Conference): string => `${head}: ${title}`.slice(0, 200);

/** The letter that invites: when, where, who chairs, the common items. Restricted items are not in it. */
export const toInvitation = (
  conference: Conference,
  items: readonly AgendaItem[],
  note: string | undefined,
): { readonly title: string; readonly body: RichText } => {
  const common = sortAgenda(items).filter(({ circle }) => circle === undefined);
  const labels = toItemLabels(common);
  const { chair, motionsUntil, briefing } = conference;
  const lines = [
    ...(note === undefined ? [] : note.split('\n').filter((line) => line.trim() !== '')),
    toWhen(conference),
    toSitting(conference),
    `Leitung: ${toFullName(chair)}`,
    ...(motionsUntil === undefined || briefing
      ? []
      : [`Anträge können bis ${toGermanDate(motionsUntil)} eingereicht werden.`]),
  ].filter((line) => line !== undefined);
  const agenda: readonly RichBlock[] =
    common.length === 0
      ? []
      : [
          { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Tagesordnung' }] },
          ...common.map((item) => paragraph(toLine(item, labels.get(item.id) ?? ''))),
        ];
  return {
    title: toTitle('Einladung', conference),
    body: { type: 'doc', content: [...lines.map(paragraph), ...agenda] },
  };
};

/** The letter that says that a conference to which people were invited does not take place. */
export const toCancellation = (
  conference: Conference,
): { readonly title: string; readonly body: RichText } => ({
  title: toTitle('Abgesagt', conference),
  body: {
    type: 'doc',
    content: [paragraph(`Die Sitzung am ${toWhen(conference)} findet nicht statt.`)],
  },
});
