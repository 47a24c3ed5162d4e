import { toLocalDateTime } from '#core/kernel/calendar/local-date.ts';
import { isTeachingDay } from '#core/kernel/calendar/school-calendar.ts';
import { toInstant, toLocal } from '#core/kernel/calendar/wall-time.ts';
import { createId, type Id } from '#core/kernel/id.ts';
import type { ItemKind } from '#core/meetings/conference.ts';
import type { Diary } from './diary.ts';
import type { PastContext } from './past.ts';
import { toRich } from './rich.ts';
import { DEMO_CALENDAR, DEMO_ZONE, toLaterDay } from './school-year.ts';

const BODY = 'Gesamtlehrerkonferenz';
const MINUTE = 60_000;

interface Item {
  readonly title: string;
  readonly kind: ItemKind;
  readonly by?: string;
  readonly minutes?: number;
  readonly text?: readonly string[];
  readonly circle?: readonly string[];
}

const PAST: readonly Item[] = [
  { title: 'Begrüßung und Genehmigung der Niederschrift', kind: 'other', by: 'Kuh', minutes: 5 },
  { title: 'Ergebnisse der Lernstandserhebung', kind: 'information', by: 'Bru', minutes: 25 },
  { title: 'Konzept für die Hausaufgabenbetreuung', kind: 'discussion', by: 'Kow', minutes: 40 },
];

const TODAY: readonly Item[] = [
  { title: 'Begrüßung und Genehmigung der Niederschrift', kind: 'other', by: 'Kuh', minutes: 5 },
  {
    title: 'Stand der Digitalisierung',
    kind: 'information',
    by: 'Gro',
    minutes: 15,
    text: ['Alle Räume des Altbaus haben seit Oktober WLAN. Die Tablets der Klassen 7 sind ausgegeben.'],
  },
  {
    title: 'Pädagogischer Tag im Frühjahr: Thema und Termin',
    kind: 'resolution',
    by: 'Kow',
    minutes: 20,
    text: [
      'Die Steuergruppe schlägt zwei Themen vor:',
      '- Umgang mit Heterogenität',
      '- Sprachbildung in allen Fächern',
    ],
  },
  { title: 'Wahl der Vertretung in der Schulkonferenz', kind: 'election', minutes: 25 },
  { title: 'Verschiedenes', kind: 'other', minutes: 10 },
  {
    title: 'Anfrage aus der Elternschaft zu einer Lehrkraft',
    kind: 'discussion',
    minutes: 15,
    circle: ['Kuh', 'Kow', 'Dre'],
  },
];

const NEXT: readonly Item[] = [
  { title: 'Begrüßung und Genehmigung der Niederschrift', kind: 'other', by: 'Kuh', minutes: 5 },
  { title: 'Haushalt des kommenden Jahres', kind: 'discussion', by: 'Kuh', minutes: 30 },
];

/** Three conferences of all teachers: one that has sat, one today with a motion on its agenda, one that is being planned. */
export const writeConferences = (diary: Diary, { now, chance, names }: PastContext): void => {
  const today = toLocal(now, DEMO_ZONE).date;
  const lastDay = isTeachingDay(today, DEMO_CALENDAR) ? today : toLaterDay(today, -1);
  const newId = (): Id => createId(chance);
  const at = (day: string, minutes: number): number =>
    toInstant(toLocalDateTime(day as typeof today, minutes), DEMO_ZONE);
  const plan = (title: string, date: string, plannedAt: number, motionsUntil?: string): Id => {
    const id = newId();
    diary.write(plannedAt, 'Kuh', 'plan-conference', {
      id,
      groupId: names.group(BODY),
      title,
      briefing: false,
      date,
      start: '14:00',
      end: '16:00',
      place: 'Aula',
      sitting: 'room',
      checks: [],
      chairId: names.person('Kuh'),
      minuteTakerId: names.person('Dre'),
      guestIds: [],
      ...(motionsUntil === undefined ? {} : { motionsUntil }),
      secondCall: false,
    });
    return id;
  };
  const addItems = (conferenceId: Id, items: readonly Item[], from: number): readonly Id[] =>
    items.map(({ title, kind, by, minutes, text, circle }, position) => {
      const id = newId();
      diary.write(from + position * MINUTE, 'Kuh', 'add-item', {
        id,
        conferenceId,
        position,
        title,
        itemKind: kind,
        ...(by === undefined ? {} : { presenterId: names.person(by) }),
        ...(minutes === undefined ? {} : { minutes }),
        ...(text === undefined ? {} : { text: toRich(text) }),
        ...(circle === undefined ? {} : { circleIds: circle.map((code) => names.person(code)) }),
        guestIds: [],
      });
      return id;
    });
  const submit = (conferenceId: Id, by: string, writtenAt: number, title: string, wording: string): Id => {
    const id = newId();
    diary.write(writtenAt, by, 'submit-motion', { id, conferenceId, title, wording });
    return id;
  };
  /** Everybody has confirmed but a few who have no log-in of the demonstration. */
  const invite = (conferenceId: Id, sentAt: number, confirming: readonly string[]): void => {
    const announcementId = newId();
    diary.write(sentAt, 'Kuh', 'invite', { conferenceId, announcementId });
    confirming.forEach((code, index) => {
      diary.write(sentAt + (index + 2) * MINUTE, code, 'acknowledge', { announcementId, content: 1 });
    });
  };

  const pastDay = toLaterDay(lastDay, -32);
  const pastPlanned = at(toLaterDay(pastDay, -15), 9 * 60);
  const past = plan('Erste Gesamtlehrerkonferenz des Schuljahres', pastDay, pastPlanned);
  addItems(past, PAST, pastPlanned + MINUTE);
  invite(past, at(toLaterDay(pastDay, -9), 8 * 60), CONFIRMING);

  const planned = at(toLaterDay(lastDay, -16), 9 * 60);
  const current = plan('Gesamtlehrerkonferenz im Herbst', today, planned);
  addItems(current, TODAY, planned + MINUTE);
  const restRoom = submit(
    current,
    'Jag',
    at(toLaterDay(lastDay, -12), 13 * 60),
    'Ruheraum im Erdgeschoss',
    'Raum 012 wird zum 1. Februar ein Ruheraum für das Kollegium.',
  );
  diary.write(at(toLaterDay(lastDay, -11), 9 * 60), 'Kuh', 'add-item', {
    id: newId(),
    conferenceId: current,
    position: 4,
    title: 'Ruheraum im Erdgeschoss',
    itemKind: 'resolution',
    presenterId: names.person('Jag'),
    minutes: 15,
    guestIds: [],
    motionId: restRoom,
  });
  invite(current, at(toLaterDay(lastDay, -9), 8 * 60), CONFIRMING);

  const nextDay = toLaterDay(lastDay, 15);
  const nextPlanned = at(toLaterDay(lastDay, -4), 10 * 60);
  const next = plan('Gesamtlehrerkonferenz zum Halbjahr', nextDay, nextPlanned, toLaterDay(lastDay, 8));
  addItems(next, NEXT, nextPlanned + MINUTE);
  submit(
    next,
    'Jag',
    at(toLaterDay(lastDay, -2), 12 * 60),
    'Beginn der ersten Stunde',
    'Die erste Stunde beginnt ab dem zweiten Halbjahr um 7:55 Uhr.',
  );
  submit(
    next,
    'Dre',
    at(toLaterDay(lastDay, -1), 12 * 60),
    'Unterrichtsbeginn um 8 Uhr',
    'Der Unterricht beginnt künftig um 8:00 Uhr.',
  );
};

/** Who of the demonstration's log-ins and some more have confirmed. */
const CONFIRMING = ['Dre', 'Jag', 'Gro', 'Kow', 'Wei', 'Bru', 'Now', 'Zun', 'Grj'] as const;
