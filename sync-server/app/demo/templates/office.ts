import type { Template } from './template.ts';

/** What the office writes to all staff. */
export const officeTemplates: readonly Template[] = [
  {
    word: ({ day, chance }) => ({
      title: chance.pick(['Sekretariat geschlossen', 'Geänderte Öffnungszeiten im Sekretariat']),
      lines: [
        `Am ${day(chance.whole(1, 4))} ist das Sekretariat nur von ${chance.pick(['7:15 bis 10:30', '9:00 bis 12:00', '7:15 bis 9:00'])} Uhr besetzt. Krankmeldungen nehmen wir bis 7:30 Uhr telefonisch entgegen, danach übernimmt die Schulleitung.`,
      ],
      expiresIn: 6,
    }),
  },
  {
    months: [9, 10, 2],
    word: ({ day }) => ({
      title: 'Klassenlisten bitte prüfen',
      lines: [
        'Die Klassenlisten liegen in den Fächern der Klassenleitungen. Bitte prüfen Sie Namen, Schreibweise und Notfallnummern.',
        `Korrekturen geben Sie bitte handschriftlich auf der Liste bis ${day(5)} zurück. Nur geprüfte Listen gehen an die Stadt.`,
      ],
      confirmWithin: 5,
    }),
  },
  {
    word: ({ chance, day }) => ({
      title: chance.pick(['Kopierer im ersten Stock', 'Kopierkontingent', 'Papier für den Kopierraum']),
      lines: [
        chance.pick([
          `Der große Kopierer ist bis ${day(2)} außer Betrieb. Bitte weichen Sie auf das Gerät im Neubau aus und kopieren Sie beidseitig.`,
          'Das Kontingent für dieses Halbjahr ist zu drei Vierteln verbraucht. Den Stand erfahren Sie bei uns; Klassensätze bestellen Sie bitte zwei Tage vorher.',
          `Die nächste Lieferung Papier kommt am ${day(3)}. Bis dahin bitte sparsam, ein Karton steht noch im Kopierraum.`,
        ]),
      ],
    }),
  },
  {
    months: [10, 11, 3, 4],
    word: ({ day, chance }) => ({
      title: 'Elternsprechtag: Räume und Zeiten',
      lines: [
        `Der Elternsprechtag ist am ${day(chance.whole(8, 12))} von 16:00 bis 19:30 Uhr. Ihr Raum steht auf dem Plan am Brett.`,
        'Bitte hängen Sie Ihre Terminliste gut lesbar an die Tür und planen Sie zehn Minuten je Gespräch.',
        'Getränke stehen im Lehrerzimmer. Wer einen Dolmetscher braucht, meldet sich bis drei Tage vorher bei uns.',
      ],
      confirmWithin: 5,
    }),
  },
  {
    word: ({ chance, colleague }) => ({
      title: chance.pick(['Fundsachen', 'Schlüssel gefunden', 'Vergessene Gegenstände']),
      lines: [
        `Im Sekretariat liegen ${chance.pick(['zwei Schlüsselbunde, eine Brille und mehrere Jacken', 'ein Autoschlüssel und ein Taschenrechner', 'drei Trinkflaschen und ein Regenschirm'])}. Abholung bis Freitag, danach geht alles in die Kiste beim Hausmeister.`,
        ...(chance.happens(0.3)
          ? [`Der Beamer aus dem Materialraum wird gesucht; zuletzt hatte ihn ${colleague()}.`]
          : []),
      ],
      expiresIn: 8,
    }),
  },
  {
    months: [5, 6, 7],
    word: ({ day }) => ({
      title: 'Rückgabe der Lernmittel',
      lines: [
        `Die Schulbücher werden in der Woche ab ${day(5)} eingesammelt. Den Plan mit Uhrzeiten finden Sie in Ihrem Fach.`,
        '- Bücher mit Namen und Klasse versehen zurückgeben',
        '- Beschädigte Bücher getrennt legen, Formular liegt bei',
        '- Fehlende Bücher melden Sie bitte noch am selben Tag',
      ],
      confirmWithin: 4,
    }),
  },
  {
    word: ({ day, chance }) => ({
      title: `Schulfotograf am ${day(chance.whole(5, 9))}`,
      lines: [
        'Der Fotograf baut in der Aula auf. Der Zeitplan hängt am Brett; bitte kommen Sie pünktlich, jede Klasse hat zwölf Minuten.',
        'Bilder vom Kollegium entstehen in der zweiten großen Pause vor dem Haupteingang. Wer nicht auf das Bild möchte, bleibt einfach fern.',
      ],
    }),
  },
  {
    word: ({ day, chance }) => ({
      title: chance.pick([
        'Inventur in den Fachräumen',
        'Bestellungen für das nächste Quartal',
        'Haushaltsmittel',
      ]),
      lines: [
        `Bestellungen für Fachräume und Sammlungen nehmen wir bis ${day(7)} entgegen. Bitte mit Artikelnummer und Preis, je Fachschaft eine Liste.`,
        'Was später kommt, wird erst im nächsten Quartal bestellt.',
      ],
    }),
  },
];
