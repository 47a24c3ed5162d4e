import type { Template } from './template.ts';

/** What the head and the deputy write to all staff. */
export const leadershipTemplates: readonly Template[] = [
  {
    word: ({ chance, day, colleague }) => {
      const lesson = chance.whole(1, 6);
      return {
        title: `Vertretungen und Raumänderungen ab ${day(1)}`,
        lines: [
          `Ab ${day(1)} ändert sich in mehreren Klassen der Plan. Der aktuelle Stand hängt am Brett neben dem Sekretariat.`,
          `- Raum ${chance.whole(101, 128)} ist bis ${day(chance.whole(3, 6))} gesperrt, Ausweichraum ist ${chance.whole(201, 224)}.`,
          `- Die Frühaufsicht im Foyer übernimmt ${colleague()}.`,
          `- In der ${lesson}. Stunde entfällt der Förderunterricht der Stufe ${chance.whole(5, 7)}.`,
          'Bitte geben Sie die Änderungen in Ihren Klassen weiter.',
        ],
      };
    },
  },
  {
    word: ({ day, schoolYear, chance }) => ({
      title: `Einladung zur Dienstbesprechung am ${day(4)}`,
      lines: [
        `Am ${day(4)} findet um ${chance.pick(['13:15', '14:00', '14:30'])} Uhr eine Dienstbesprechung im Musiksaal statt. Dauer: etwa ${chance.pick(['45', '60', '75'])} Minuten.`,
        '## Themen',
        `- ${chance.pick(['Rückblick auf die ersten Wochen', 'Terminplan bis zu den Ferien', 'Aufsichten und Pausenregelung'])}`,
        `- ${chance.pick(['Vergleichsarbeiten: Ablauf und Aufsichten', 'Stand der Unterrichtsversorgung', 'Neue Regelung für Entschuldigungen'])}`,
        `- ${chance.pick(['Digitale Endgeräte im Unterricht', 'Schulentwicklung: Bericht der Steuergruppe', `Projekttage ${schoolYear}`])}`,
        'Wer verhindert ist, meldet sich bitte vorher bei mir.',
      ],
      confirmWithin: 3,
    }),
  },
  {
    months: [9, 10],
    word: ({ schoolYear, day }) => ({
      title: `Aufsichtsplan ${schoolYear}`,
      lines: [
        `Der Aufsichtsplan für das Schuljahr ${schoolYear} liegt vor und gilt ab ${day(2)}.`,
        'Bitte seien Sie fünf Minuten vor Beginn der Pause an Ihrem Platz. Wer tauscht, trägt den Tausch in die Liste im Lehrerzimmer ein; verantwortlich bleibt, wer eingeteilt ist.',
        'Bei Regen bleiben die Klassen 5 bis 7 in den Räumen, die Türen bleiben offen.',
      ],
      confirmWithin: 5,
    }),
  },
  {
    months: [9, 2],
    word: ({ chance, day }) => ({
      title: `Probealarm am ${day(3)}`,
      lines: [
        `Am ${day(3)} findet während der ${chance.whole(2, 5)}. Stunde ein Probealarm statt. Bitte lesen Sie vorher den Handlungsplan an der Tür Ihres Raumes.`,
        '- Fenster schließen, Türen schließen, nicht abschließen',
        '- Klassenbuch mitnehmen und auf dem Sammelplatz die Vollzähligkeit melden',
        '- Der Weg über die Südtreppe ist frei zu halten',
        'Kinder mit Gehhilfen begleitet die Lehrkraft der Nachbarklasse.',
      ],
      confirmWithin: 3,
      pinned: true,
      expiresIn: 5,
    }),
  },
  {
    months: [1, 6, 7],
    word: ({ day, chance }) => ({
      title: `Notenschluss am ${day(8)}`,
      lines: [
        `Die Noten sind bis ${day(8)}, 12:00 Uhr, einzutragen. Danach ist die Eingabe geschlossen, Korrekturen gehen nur noch über das Sekretariat.`,
        `Bemerkungen zu Verhalten und Mitarbeit stimmen Sie bitte bis ${day(6)} mit der Klassenleitung ab.`,
        `Die Zeugniskonferenzen beginnen am ${day(10)} um ${chance.pick(['13:00', '13:30', '14:00'])} Uhr; der Plan folgt.`,
      ],
      confirmWithin: 4,
    }),
  },
  {
    word: ({ chance, colleague }) => ({
      title: chance.pick([
        'Neue Kollegin an unserer Schule',
        'Verstärkung für das Kollegium',
        'Herzlich willkommen',
      ]),
      lines: [
        `Ab sofort unterstützt ${colleague()} zusätzlich die Stufe ${chance.whole(5, 9)}. Bitte helfen Sie beim Einleben: Schlüssel, Kopierer, Lehrerzimmer.`,
        'Der Stundenplan hängt am Brett, Fragen zum Deputat beantworte ich gern selbst.',
      ],
    }),
  },
  {
    months: [3, 4, 5],
    word: ({ day, schoolYear }) => ({
      title: 'Wünsche zur Lehrauftragsverteilung',
      lines: [
        `Für die Planung des nächsten Schuljahres nach ${schoolYear} bitte ich um Ihre Wünsche zu Klassen, Fächern und Deputat bis ${day(10)}.`,
        'Teilzeitanträge und Anträge auf Beurlaubung gehen wie immer auf dem Dienstweg; ein Wunsch hier ersetzt sie nicht.',
        'Nicht jeder Wunsch wird sich erfüllen lassen. Wo es eng wird, spreche ich Sie an, bevor der Plan steht.',
      ],
      form: {
        type: 'one-of',
        question: 'Haben Sie Wünsche zur Lehrauftragsverteilung?',
        options: [
          { label: 'Nein, wie bisher' },
          { label: 'Ja, ich schreibe sie auf' },
          { label: 'Bitte um ein Gespräch' },
        ],
        closesIn: 10,
      },
    }),
  },
  {
    months: [11, 12, 3, 7],
    word: ({ chance, day }) => ({
      title: chance.pick(['Letzter Schultag vor den Ferien', 'Unterrichtsende vor den Ferien']),
      lines: [
        `Am letzten Schultag endet der Unterricht nach der ${chance.pick(['4', '5'])}. Stunde. Die Busse fahren entsprechend früher, das Sekretariat ist bis 12:30 Uhr besetzt.`,
        'Bitte räumen Sie Ihre Fächer, stellen Sie die Stühle hoch und schließen Sie alle Fenster. Heizkörper auf Stufe 1.',
        `Bücher und Geräte, die Sie in den Ferien brauchen, tragen Sie bitte bis ${day(2)} in die Ausleihliste ein.`,
      ],
    }),
  },
  {
    word: ({ chance, day }) => {
      const topic = chance.pick([
        'Unterrichten mit digitalen Werkzeugen',
        'Gesprächsführung mit Eltern',
        'Sprachsensibler Fachunterricht',
        'Erste Hilfe, Auffrischung',
        'Umgang mit Konflikten in der Klasse',
      ]);
      return {
        title: `Fortbildung: ${topic}`,
        lines: [
          `Am ${day(chance.whole(9, 16))} bieten wir im Haus eine Fortbildung an: „${topic}“. Beginn 14:00 Uhr, Ende gegen 17:00 Uhr, Raum ${chance.whole(105, 124)}.`,
          'Die Zahl der Plätze ist begrenzt; vergeben wird nach Eingang. Für alle, die teilnehmen, entfällt der Nachmittagsunterricht.',
        ],
        form: {
          type: 'sign-up',
          question: 'Nehmen Sie teil?',
          options: [{ label: 'Ich nehme teil', places: chance.whole(16, 24) }, { label: 'Warteliste' }],
          closesIn: 7,
        },
      };
    },
  },
  {
    months: [10, 11, 12, 1, 2],
    word: ({ chance, day }) => ({
      title: chance.pick(['Glätte auf dem Schulhof', 'Winterdienst und Schulhof', 'Heizung im Altbau']),
      lines: [
        chance.pick([
          'Der Weg zwischen Neubau und Sporthalle ist morgens glatt. Bitte lassen Sie Ihre Klassen über das Foyer gehen, bis der Hausmeister gestreut hat.',
          'Die Heizung im Altbau läuft seit heute nur eingeschränkt. Der Fachbetrieb ist bestellt; bis dahin bitte Türen geschlossen halten.',
        ]),
        `Voraussichtlich ab ${day(2)} ist wieder alles wie gewohnt.`,
      ],
      expiresIn: 3,
    }),
  },
  {
    word: ({ chance, day, colleague }) => ({
      title: chance.pick(['Besuch des Schulamts', 'Hospitationen in dieser Woche', 'Gäste im Haus']),
      lines: [
        `Am ${day(chance.whole(2, 6))} sind Gäste im Haus. Sie besuchen zwischen der ${chance.whole(1, 3)}. und ${chance.whole(4, 6)}. Stunde einzelne Klassen; betroffene Kolleginnen und Kollegen sind angesprochen.`,
        `Ansprechpartner im Haus ist ${colleague()}. Bitte grüßen Sie freundlich und lassen Sie den Parkplatz vor dem Eingang frei.`,
      ],
    }),
  },
  {
    months: [9, 10, 11, 1, 2, 3, 5, 6],
    word: ({ day, chance }) => ({
      title: `Klassenfahrten und Lerngänge: Anträge bis ${day(6)}`,
      lines: [
        `Anträge für außerunterrichtliche Veranstaltungen der nächsten ${chance.pick(['acht', 'zehn', 'zwölf'])} Wochen bitte vollständig bis ${day(6)} in mein Fach: Ziel, Begleitung, Kosten, Vertretungsvorschlag.`,
        'Anträge ohne zweite Begleitperson kann ich nicht genehmigen. Das Einverständnis der Eltern bleibt bei Ihnen.',
      ],
    }),
  },
];
