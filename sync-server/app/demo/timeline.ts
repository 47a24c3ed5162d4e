import { addDays, toLocalDateTime, type LocalDate } from '#core/kernel/calendar/local-date.ts';
import { toInstant, toLocal } from '#core/kernel/calendar/wall-time.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { Chance } from './chance.ts';
import { DEMO_ZONE, toLaterDay, toSchoolYear, toSpokenDate, toTeachingDays } from './school-year.ts';
import { classTemplates } from './templates/class.ts';
import { leadershipTemplates } from './templates/leadership.ts';
import { officeTemplates } from './templates/office.ts';
import { subjectTemplates } from './templates/subject.ts';
import type { Occasion, Template, Wording } from './templates/template.ts';
import { workingTemplates } from './templates/working.ts';

/** An announcement of the past two years. */
export interface PastAnnouncement {
  readonly at: Instant;
  readonly day: LocalDate;
  readonly author: string;
  readonly group: string;
  readonly wording: Wording;
}

/** Members of a group by short code; the first is its chair. */
export type Rosters = ReadonlyMap<string, readonly string[]>;

const HISTORY_DAYS = 730;
/** Announcements on a teaching day, on average; two years of them are about 400. */
const PER_DAY = 1.13;
const EVERYBODY = 'Kollegium';
/** Of what is written to everybody only some asks for a confirmation or an answer. */
const CONFIRMED_BY_ALL = 0.25;
const ANSWERED_BY_ALL = 0.4;

interface Voice {
  readonly weight: number;
  readonly templates: readonly Template[];
  readonly groups: readonly string[];
  readonly authors?: readonly string[];
}

const VOICES: readonly Voice[] = [
  { weight: 26, templates: leadershipTemplates, groups: [EVERYBODY], authors: ['Kuh', 'Kuh', 'Kow'] },
  { weight: 14, templates: officeTemplates, groups: [EVERYBODY], authors: ['Hau'] },
  {
    weight: 30,
    templates: subjectTemplates,
    groups: [
      'Fachschaft Deutsch',
      'Fachschaft Deutsch',
      'Fachschaft Mathematik',
      'Fachschaft Englisch',
      'Fachschaft Biologie',
      'Fachschaft Sport',
    ],
  },
  {
    weight: 16,
    templates: classTemplates,
    groups: ['Klassenteam 5a', 'Klassenteam 9c', 'Klassenkonferenz 8b'],
  },
  {
    weight: 14,
    templates: workingTemplates,
    groups: ['Steuergruppe', 'Arbeitsgruppe Schulfest', 'Medienteam', 'Schulkonferenz'],
  },
];

/** The first day of the demonstration: two years ago, on a teaching day. */
export const toFirstDay = (now: Instant): LocalDate =>
  toLaterDay(addDays(toLocal(now, DEMO_ZONE).date, -HISTORY_DAYS), 1);

/** What was announced in two years, oldest first, up to the evening before today. */
export const createTimeline = (
  now: Instant,
  chance: Chance,
  rosters: Rosters,
  toName: (shortCode: string) => string,
): readonly PastAnnouncement[] => {
  const today = toLocal(now, DEMO_ZONE).date;
  const days = toTeachingDays(addDays(toFirstDay(now), 7), addDays(today, -1));
  const recent: string[] = [];
  return days
    .flatMap((day) => {
      const count =
        Math.floor(PER_DAY) + (chance.happens(PER_DAY % 1) ? 1 : 0) + (chance.happens(0.1) ? 1 : 0);
      return Array.from({ length: count - (chance.happens(0.1) ? 1 : 0) }, () => day);
    })
    .flatMap((day) => writeOne(day, { chance, rosters, toName, recent }))
    .sort((left, right) => left.at - right.at);
};

interface Desk {
  readonly chance: Chance;
  readonly rosters: Rosters;
  readonly toName: (shortCode: string) => string;
  /** What was written last, so that nothing is said twice in a row. */
  readonly recent: string[];
}

const writeOne = (day: LocalDate, { chance, rosters, toName, recent }: Desk): PastAnnouncement[] => {
  const voice = pickVoice(chance);
  const group = chance.pick(voice.groups) ?? EVERYBODY;
  const roster = rosters.get(group) ?? [];
  const author = chance.pick(voice.authors ?? roster.filter((code) => code !== 'Som' && code !== 'Ayd'));
  const month = Number(day.slice(5, 7));
  const fitting = voice.templates.filter(({ months }) => months?.includes(month) ?? true);
  const everybody = rosters.get(EVERYBODY) ?? [];
  const occasion: Occasion = {
    chance,
    today: day,
    group,
    schoolYear: toSchoolYear(day),
    subject: group.replace(/^(Fachschaft|Klassenteam|Klassenkonferenz) /u, ''),
    day: (count) => toSpokenDate(toLaterDay(day, count)),
    date: (count) => toLaterDay(day, count),
    colleague: () => toName(chance.pick(everybody) ?? ''),
  };
  const template = chance.pick(fitting);
  if (template === undefined || author === undefined) return [];
  const wording = thinOut(template.word(occasion), group, chance);
  const subject = `${group} ${wording.title.split(' ')[0] ?? ''}`;
  if (recent.includes(subject)) return [];
  recent.push(subject);
  if (recent.length > 6) recent.shift();
  const minutes = chance.whole(7 * 60 + 10, 16 * 60 + 40);
  return [{ at: toInstant(toLocalDateTime(day, minutes), DEMO_ZONE), day, author, group, wording }];
};

const pickVoice = (chance: Chance): Voice => {
  let left = chance.next() * VOICES.reduce((sum, { weight }) => sum + weight, 0);
  for (const voice of VOICES) {
    left -= voice.weight;
    if (left < 0) return voice;
  }
  return { weight: 0, templates: leadershipTemplates, groups: [EVERYBODY], authors: ['Kuh'] };
};

const thinOut = (wording: Wording, group: string, chance: Chance): Wording => {
  if (group !== EVERYBODY) return wording;
  const { confirmWithin, form, ...rest } = wording;
  return {
    ...rest,
    ...(confirmWithin !== undefined && chance.happens(CONFIRMED_BY_ALL) ? { confirmWithin } : {}),
    ...(form !== undefined && chance.happens(ANSWERED_BY_ALL) ? { form } : {}),
  };
};
