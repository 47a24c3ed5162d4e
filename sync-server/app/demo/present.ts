import { toLocalDateTime } from '#core/kernel/calendar/local-date.ts';
import { isTeachingDay } from '#core/kernel/calendar/school-calendar.ts';
import { toInstant, toLocal } from '#core/kernel/calendar/wall-time.ts';
import type { Instant } from '#core/kernel/clock.ts';
import { createId, type Id } from '#core/kernel/id.ts';
import type { Diary } from './diary.ts';
import type { PastContext } from './past.ts';
import { toRich } from './rich.ts';
import { DEMO_CALENDAR, DEMO_ZONE, toLaterDay, toSpokenDate } from './school-year.ts';

const MINUTE = 60_000;
const PLAIN = { pinned: false, urgent: false } as const;

/** What lies on the desk today: one of each kind, so that everything can be tried at once. */
export const writePresent = (diary: Diary, { now, chance, names, rosters }: PastContext): void => {
  const today = toLocal(now, DEMO_ZONE).date;
  const lastDay = isTeachingDay(today, DEMO_CALENDAR) ? today : toLaterDay(today, -1);
  const day = (count: number): string => toSpokenDate(toLaterDay(today, count));
  const newId = (): Id => createId(chance);
  /** A time of day so many teaching days ago; what would lie ahead happened just now, one minute after the other. */
  let spare = 30;
  const ago = (days: number, hour: number): Instant => {
    const instant = toInstant(toLocalDateTime(toLaterDay(lastDay, -days), Math.round(hour * 60)), DEMO_ZONE);
    if (instant < now - 30 * MINUTE) return instant;
    spare -= 1;
    return now - spare * MINUTE;
  };
  const staff = [names.group('Kollegium')];
  const acknowledgeAll = (id: Id, group: string, except: readonly string[], from: number): void => {
    for (const person of rosters.get(group) ?? []) {
      if (!except.includes(person)) {
        diary.write(from + chance.whole(1, 240) * 1_000, person, 'acknowledge', {
          announcementId: id,
          content: 1,
        });
      }
    }
  };

  const plan = newId();
  const planAt = ago(3, 7.75);
  diary.write(planAt, 'Kuh', 'announce', {
    ...PLAIN,
    id: plan,
    title: 'Handlungsplan bei Gefahr: neue Fassung',
    body: toRich([
      'Der Handlungsplan wurde mit Feuerwehr und Polizei überarbeitet. Die neue Fassung hängt an jeder Tür.',
      '## Was sich ändert',
      '- Sammelplatz der Klassen 5 bis 7 ist jetzt der Sportplatz, nicht mehr der Pausenhof',
      '- Die Meldung der Vollzähligkeit geht an den Einsatzleiter am Haupttor',
      '- Bei Durchsage „Räume sichern“ bleiben alle Türen geschlossen, bis eine zweite Durchsage kommt',
      'Bitte lesen Sie die Fassung in Ihrem Raum und bestätigen Sie hier.',
    ]),
    groupIds: staff,
    pinned: true,
    acknowledgement: { deadline: toLaterDay(today, 3) },
  });
  const stillMissing = ['Dre', 'Gro', 'Jag', 'Vog', 'Kub', 'Zuj', 'Anh'];
  acknowledgeAll(plan, 'Kollegium', ['Kuh', ...stillMissing], planAt + 2 * MINUTE);

  const fest = newId();
  const festAt = ago(2, 9.5);
  diary.write(festAt, 'Bru', 'announce', {
    ...PLAIN,
    id: fest,
    title: `Helferliste für den Tag der offenen Tür am ${day(12)}`,
    body: toRich([
      'Der Tag der offenen Tür beginnt um 10:00 Uhr. Wir brauchen für jede Station zwei bis vier Personen, Ablösung nach zwei Stunden.',
      'Wer keinen Platz mehr findet, hilft bitte beim Abbau ab 14:00 Uhr.',
    ]),
    groupIds: staff,
    form: {
      type: 'sign-up',
      question: 'Wo helfen Sie mit?',
      options: [
        { label: 'Empfang im Foyer', places: 4 },
        { label: 'Führungen durch das Haus', places: 6 },
        { label: 'Café in der Mensa', places: 4 },
        { label: 'Abbau ab 14:00 Uhr' },
      ],
      deadline: toLaterDay(today, 5),
    },
  });
  ['Grj', 'Ube', 'Tra', 'Kif', 'Wep', 'Mul', 'Brd', 'Ocj', 'Str'].forEach((person, index) => {
    diary.write(festAt + (index + 1) * MINUTE, person, 'respond', {
      announcementId: fest,
      answer: [index % 4],
    });
  });

  const german = newId();
  const germanAt = ago(2, 13.4);
  diary.write(germanAt, 'Dre', 'announce', {
    ...PLAIN,
    id: german,
    title: 'Vorlesewettbewerb: bitte Klassensieger melden',
    body: toRich([
      `Der Schulentscheid ist am ${day(8)} in der Bücherei, Beginn 9:30 Uhr.`,
      'Bitte bestätigen Sie, dass Sie die Regeln gelesen haben, und geben Sie mir die Namen in mein Fach.',
      '- Jede sechste Klasse schickt ein Kind',
      '- Vorgelesen werden drei Minuten aus einem selbst gewählten Buch',
    ]),
    groupIds: [names.group('Fachschaft Deutsch')],
    acknowledgement: { deadline: toLaterDay(today, 4) },
  });
  const germanMissing = ['Jag', 'Wep', 'Zun', 'Scn'];
  acknowledgeAll(german, 'Fachschaft Deutsch', ['Dre', ...germanMissing], germanAt + 2 * MINUTE);
  diary.write(germanAt + 9 * MINUTE, 'Ube', 'ask-sender', {
    announcementId: german,
    askerId: names.person('Ube'),
    text: 'Darf eine Klasse auch zwei Kinder schicken, wenn beide gleich gut lesen?',
  });

  const meeting = newId();
  const meetingAt = ago(1, 8.2);
  diary.write(meetingAt, 'Kow', 'announce', {
    ...PLAIN,
    id: meeting,
    title: `Dienstbesprechung am ${day(3)}`,
    body: toRich([
      `Am ${day(3)} um 14:00 Uhr im Musiksaal, etwa eine Stunde.`,
      '- Terminplan bis zu den Ferien',
      '- Vertretungsregelung',
    ]),
    groupIds: staff,
    acknowledgement: { deadline: toLaterDay(today, 2) },
  });
  const late = ['Dre', 'Gro', 'Wei', 'Bru', 'Och', 'Hac', 'Kug', 'Dai', 'Koj', 'Nod', 'Boh', 'Ozd'];
  acknowledgeAll(meeting, 'Kollegium', ['Kow', ...late], meetingAt + 2 * MINUTE);
  diary.write(
    meetingAt + 8 * MINUTE,
    'Kow',
    'edit-announcement',
    {
      id: meeting,
      title: `Dienstbesprechung am ${day(3)}`,
      body: toRich([
        `Am ${day(3)} um 14:30 Uhr (nicht 14:00 Uhr) im Musiksaal, etwa eine Stunde.`,
        '- Terminplan bis zu den Ferien',
        '- Vertretungsregelung',
        '- Neue Schlüsselordnung',
      ]),
      pinned: false,
      essential: false,
    },
    1,
  );

  const dates = newId();
  const datesAt = ago(1, 11.3);
  diary.write(datesAt, 'Jag', 'announce', {
    ...PLAIN,
    id: dates,
    title: '9c: Termin für das Gespräch zur Abschlussfahrt',
    body: toRich(['Bitte alle Termine ankreuzen, an denen Sie können. Es dauert höchstens 30 Minuten.']),
    groupIds: [names.group('Klassenteam 9c')],
    form: {
      type: 'dates',
      question: 'Wann können Sie?',
      options: [{ label: `${day(2)}, 13:15` }, { label: `${day(3)}, 15:45` }, { label: `${day(4)}, 13:15` }],
      deadline: toLaterDay(today, 1),
    },
  });
  diary.write(datesAt + 6 * MINUTE, 'Wep', 'respond', { announcementId: dates, answer: [0, 2] });

  const parents = newId();
  const parentsAt = ago(1, 14.1);
  diary.write(parentsAt, 'Kuh', 'announce', {
    ...PLAIN,
    id: parents,
    title: `Schulkonferenz am ${day(10)}: Unterlagen`,
    body: toRich([
      'Die Unterlagen zur Sitzung sind verschickt. Bitte bestätigen Sie den Empfang.',
      '- Haushalt des kommenden Jahres',
      '- Bewegliche Ferientage',
      '- Hausordnung: Endgeräte',
    ]),
    groupIds: [names.group('Schulkonferenz')],
    acknowledgement: { deadline: toLaterDay(today, 5) },
  });
  acknowledgeAll(parents, 'Schulkonferenz', ['Kuh', 'Som', 'Dre', 'Gro'], parentsAt + 2 * MINUTE);

  const wrong = newId();
  const wrongAt = ago(1, 15.2);
  diary.write(wrongAt, 'Hau', 'announce', {
    ...PLAIN,
    id: wrong,
    title: 'Schulfotograf morgen',
    body: toRich(['Der Fotograf kommt morgen.']),
    groupIds: staff,
  });
  diary.write(wrongAt + 5 * MINUTE, 'Hau', 'withdraw-announcement', { id: wrong });

  diary.write(ago(0, 7.3), 'Kuh', 'announce', {
    ...PLAIN,
    id: newId(),
    title: 'Wasserrohrbruch im Altbau: Räume 101 bis 112 gesperrt',
    body: toRich([
      'Seit heute Morgen sind die Räume 101 bis 112 gesperrt. Die betroffenen Klassen weichen in die Mensa und die Aula aus, der Plan hängt am Eingang.',
      'Bitte betreten Sie den Flur nicht. Der Fachbetrieb ist im Haus.',
    ]),
    groupIds: staff,
    urgent: true,
    expiresAt: toInstant(toLocalDateTime(toLaterDay(today, 2), 18 * 60), DEMO_ZONE),
  });

  diary.write(ago(0, 7.6), 'Hau', 'announce', {
    ...PLAIN,
    id: newId(),
    title: `Zeugnisformulare: Ausgabe ab ${day(2)}`,
    body: toRich([
      'Die Formulare liegen in den Fächern der Klassenleitungen. Bitte zählen Sie nach und melden Sie fehlende bis zum Mittag.',
    ]),
    groupIds: staff,
    publishAt: toInstant(toLocalDateTime(toLaterDay(today, 2), 7 * 60), DEMO_ZONE),
  });
};
