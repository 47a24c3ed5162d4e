import type { Template } from './template.ts';

/** What colleagues write to a class team or the conference of a class. */
export const classTemplates: readonly Template[] = [
  {
    word: ({ subject, day, chance }) => ({
      title: `${subject}: Absprache zu Klassenarbeiten`,
      lines: [
        `Damit in der ${subject} nicht mehr als ${chance.pick(['zwei', 'drei'])} Arbeiten in eine Woche fallen, tragen Sie bitte Ihre Termine bis ${day(4)} in die Liste im Klassenbuch ein.`,
        'Die Wochen vor den Ferien sind fast voll; wer ausweichen kann, weicht bitte aus.',
      ],
      confirmWithin: 4,
    }),
  },
  {
    word: ({ subject, chance }) => ({
      title: `${subject}: Hausaufgaben und Lernzeit`,
      lines: [
        `Die Klasse berichtet von ${chance.pick(['sehr vollen Mittwochen', 'drei Vokabeltests in einer Woche', 'wenig Zeit am Donnerstag'])}. Bitte stimmen Sie sich im Klassenbuch ab und tragen Sie größere Aufgaben dort ein.`,
        'Ich spreche das am nächsten Klassenrat an und melde mich danach.',
      ],
    }),
  },
  {
    months: [9, 10, 2, 3],
    word: ({ subject, day, chance }) => ({
      title: `${subject}: Elternabend am ${day(9)}`,
      lines: [
        `Der Elternabend der ${subject} beginnt um 19:30 Uhr in Raum ${chance.whole(101, 220)}. Bitte sagen Sie mir, ob Sie sich und Ihr Fach kurz vorstellen.`,
      ],
      form: {
        type: 'yes-no',
        question: 'Stellen Sie Ihr Fach vor?',
        options: [{ label: 'Ja' }, { label: 'Nein' }],
        closesIn: 6,
      },
    }),
  },
  {
    word: ({ subject, chance }) => ({
      title: `${subject}: Sitzplan und Lernpartner`,
      lines: [
        `Ab Montag gilt in der ${subject} ein neuer Sitzplan. Er liegt auf dem Pult; bitte lassen Sie ihn mindestens ${chance.pick(['vier', 'sechs'])} Wochen so.`,
        'Die Lernpartner bleiben, auch in den Fachräumen.',
      ],
    }),
  },
  {
    months: [4, 5, 6, 7, 9, 10],
    word: ({ subject, chance, day }) => ({
      title: `${subject}: Ausflug am ${day(8)}`,
      lines: [
        `Die ${subject} ist am ${day(8)} ganztägig unterwegs: ${chance.pick(['Kletterwald', 'Stadtmuseum', 'Wanderung zur Burg', 'Besuch im Landtag', 'Schlittschuhlaufen'])}. Ihr Unterricht entfällt, Vertretungen müssen nicht gestellt werden.`,
      ],
    }),
  },
  {
    word: ({ subject, day }) => ({
      title: `${subject}: Gespräch im Team am ${day(3)}`,
      lines: [
        `Wir treffen uns am ${day(3)} in der zweiten großen Pause im Beratungszimmer, 15 Minuten. Es geht um die Arbeitsatmosphäre in der Klasse.`,
        'Einzelne Kinder besprechen wir nur mündlich, bitte schreiben Sie hier nichts dazu.',
      ],
      confirmWithin: 2,
    }),
  },
];
