import type { Template } from './template.ts';

/** What colleagues write to their subject group. */
export const subjectTemplates: readonly Template[] = [
  {
    word: ({ subject, day, chance }) => ({
      title: `Fachkonferenz ${subject} am ${day(6)}`,
      lines: [
        `Unsere Fachkonferenz ist am ${day(6)} um ${chance.pick(['13:30', '14:00', '15:00'])} Uhr in Raum ${chance.whole(101, 220)}.`,
        '- Stand der Materialien und Bestellungen',
        `- ${chance.pick(['Absprachen zu Klassenarbeiten in Stufe 8', 'Bewertung mündlicher Leistungen', 'Anschaffung eines neuen Lehrwerks'])}`,
        `- ${chance.pick(['Projekttage', 'Förderkurse im zweiten Halbjahr', 'Vergleichsarbeiten: Auswertung'])}`,
        'Weitere Punkte gern vorher an mich.',
      ],
      confirmWithin: 4,
    }),
  },
  {
    word: ({ subject, chance }) => ({
      title: `${subject}: Material zu ${chance.pick(['Wiederholung vor der Klassenarbeit', 'Lernen an Stationen', 'Differenzierung in Stufe 7', 'Projektarbeit', 'Prüfungsvorbereitung'])}`,
      lines: [
        `Ich habe für Stufe ${chance.whole(5, 10)} ein Paket mit ${chance.whole(4, 12)} Arbeitsblättern zusammengestellt; ein Ordner liegt im Fachraum, zweites Regal.`,
        chance.pick([
          'Rückmeldungen sehr gern, am liebsten mit dem, was nicht funktioniert hat.',
          'Lösungen liegen bei. Wer ergänzt, legt bitte ein Exemplar dazu.',
          'Die leichteren Blätter sind grün markiert, die Zusatzaufgaben gelb.',
        ]),
      ],
    }),
  },
  {
    months: [2, 3, 4],
    word: ({ subject, day }) => ({
      title: `Vergleichsarbeiten ${subject}: Ablauf`,
      lines: [
        `Die Vergleichsarbeiten in ${subject} schreiben wir am ${day(9)} in der 2. und 3. Stunde. Die Hefte kommen am Vortag aus dem Sekretariat.`,
        'Bitte die Zeit genau einhalten und keine Hilfen geben. Die Auswertung machen wir zu zweit, damit sie vergleichbar bleibt.',
      ],
      confirmWithin: 5,
    }),
  },
  {
    word: ({ subject, chance, day }) => ({
      title: `Terminfindung Fachschaft ${subject}`,
      lines: [
        `Wir brauchen einen Nachmittag für ${chance.pick(['die Durchsicht der neuen Lehrwerke', 'gemeinsame Prüfungsaufgaben', 'die Planung der Projekttage'])}, etwa 90 Minuten. Bitte alle Termine ankreuzen, die gehen.`,
      ],
      form: {
        type: 'dates',
        question: 'An welchen Terminen können Sie?',
        options: [
          { label: `${day(5)}, 14:00` },
          { label: `${day(6)}, 14:00` },
          { label: `${day(8)}, 15:00` },
          { label: `${day(9)}, 13:30` },
        ],
        closesIn: 4,
      },
    }),
  },
  {
    months: [9, 10, 11, 1, 2, 3, 4, 5],
    word: ({ subject, chance, day }) => ({
      title: `Exkursion ${subject}: Begleitung gesucht`,
      lines: [
        `Am ${day(chance.whole(8, 14))} fahre ich mit zwei Klassen ${chance.pick(['ins Museum', 'an die Universität', 'ins Theater', 'ins Naturschutzzentrum', 'auf die Messe'])}. Abfahrt 8:10 Uhr, zurück gegen 15:30 Uhr.`,
        'Ich suche noch Begleitung; Vertretung wird geregelt, die Fahrtkosten übernimmt die Schule.',
      ],
      form: {
        type: 'sign-up',
        question: 'Wer fährt mit?',
        options: [
          { label: 'Ganzer Tag', places: 2 },
          { label: 'Nur Hinfahrt', places: 1 },
        ],
        closesIn: 6,
      },
    }),
  },
  {
    word: ({ subject, chance }) => ({
      title: chance.pick([`Lehrwerk ${subject}: Prüfexemplare`, `${subject}: neue Bücher im Regal`]),
      lines: [
        `Im Fachraum stehen ${chance.whole(3, 6)} Prüfexemplare. Bitte schauen Sie hinein und legen Sie einen Zettel mit Ihrer Meinung ein.`,
        'Entschieden wird in der nächsten Fachkonferenz. Wer nicht kommen kann, gibt mir sein Votum vorher.',
      ],
    }),
  },
  {
    months: [5, 6, 7, 11, 12],
    word: ({ subject, chance, colleague }) => ({
      title: `Wettbewerb ${subject}: Ergebnisse`,
      lines: [
        `${chance.whole(12, 48)} Schülerinnen und Schüler haben teilgenommen, ${chance.whole(2, 6)} sind in der nächsten Runde. Herzlichen Dank an ${colleague()} für die Betreuung.`,
        'Die Urkunden geben bitte die Klassenleitungen aus; sie liegen im Sekretariat.',
      ],
    }),
  },
  {
    word: ({ subject, chance, day }) => ({
      title: `Fachraum ${subject}: ${chance.pick(['Belegung', 'Ordnung', 'Reparatur'])}`,
      lines: [
        chance.pick([
          `Der Fachraum ist am ${day(chance.whole(1, 5))} wegen Arbeiten an der Decke nicht nutzbar. Ausweichraum bitte im Sekretariat erfragen.`,
          'Bitte nach der letzten Stunde Fenster schließen, Tafel wischen, Geräte ausschalten. Zweimal lief am Wochenende der Beamer.',
          'Für die Belegung liegt jetzt eine Liste an der Tür. Wer zuerst schreibt, hat den Raum; Klassenarbeiten gehen vor.',
        ]),
      ],
    }),
  },
];
