import type { Template } from './template.ts';

/** What working groups and bodies write to their members. */
export const workingTemplates: readonly Template[] = [
  {
    word: ({ group, day, chance }) => ({
      title: `${group}: Treffen am ${day(5)}`,
      lines: [
        `Unser nächstes Treffen ist am ${day(5)} um ${chance.pick(['13:15', '14:15', '15:30'])} Uhr im Besprechungsraum.`,
        `- ${chance.pick(['Stand der Umfrage im Kollegium', 'Ziele bis zum Sommer', 'Auswertung der Probewoche'])}`,
        `- ${chance.pick(['Aufgabenverteilung', 'Bericht an die Gesamtlehrerkonferenz', 'Termine'])}`,
      ],
    }),
  },
  {
    word: ({ group, chance, day }) => ({
      title: `${group}: ${chance.pick(['Ergebnisse des letzten Treffens', 'Kurzbericht', 'Was wir vereinbart haben'])}`,
      lines: [
        'Danke für die konzentrierte Sitzung. Festgehalten haben wir:',
        `- ${chance.pick(['Der Entwurf geht in die nächste Konferenz', 'Wir holen zwei weitere Angebote ein', 'Die Pausenordnung wird auf eine Seite gekürzt'])}`,
        `- ${chance.pick(['Rückmeldungen aus den Fachschaften bis', 'Der Zeitplan steht bis', 'Wir treffen uns wieder am'])} ${day(chance.whole(8, 15))}`,
        `- ${chance.pick(['Die Eltern werden über die Schulkonferenz beteiligt', 'Kosten klärt die Schulleitung', 'Für die Umsetzung suchen wir noch zwei Helfer'])}`,
      ],
    }),
  },
  {
    word: ({ group, day, chance }) => ({
      title: `${group}: bitte Entwurf lesen`,
      lines: [
        `Der Entwurf zu „${chance.pick(['Medienkonzept', 'Leitbild', 'Pausenordnung', 'Konzept für den Ganztag', 'Regeln für Endgeräte'])}“ liegt im Ordner im Lehrerzimmer. Bitte lesen und Anmerkungen bis ${day(6)} an den Rand schreiben.`,
        'Uns ist wichtig, dass alle ihn gesehen haben, bevor wir abstimmen.',
      ],
      confirmWithin: 6,
    }),
  },
  {
    word: ({ group, chance, day }) => ({
      title: `${group}: Wer übernimmt was?`,
      lines: [`Für die Vorbereitung fehlen noch Zusagen. Bitte tragen Sie sich bis ${day(5)} ein.`],
      form: {
        type: 'sign-up',
        question: 'Welche Aufgabe übernehmen Sie?',
        options: [
          { label: chance.pick(['Aufbau', 'Einladung schreiben', 'Moderation']), places: 2 },
          { label: chance.pick(['Technik', 'Protokoll', 'Verpflegung']), places: 2 },
          { label: chance.pick(['Abbau', 'Auswertung', 'Plakate']), places: 3 },
        ],
        closesIn: 5,
      },
    }),
  },
];
