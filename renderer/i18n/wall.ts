import { messages, plural } from './catalogue.ts';

/** The view on the wall: few words, large. */
export const wallTexts = messages({
  waiting: { de: 'Es geht gleich weiter.', en: 'It goes on in a moment.' },
  closed: { de: 'Die Konferenz ist beendet.', en: 'The conference has ended.' },
  shown: { de: 'Gleich wird abgestimmt', en: 'Vote in a moment' },
  running: { de: 'Abstimmung läuft', en: 'Vote is open' },
  result: { de: 'Ergebnis', en: 'Result' },
  annulled: { de: 'Ergebnis aufgehoben', en: 'Result annulled' },
  of: { de: (count: number) => `von ${count}`, en: (count: number) => `of ${count}` },
  noDevice: {
    de: 'Wer kein Gerät hat, wendet sich an den Vorsitz.',
    en: 'Without a device, turn to the chair.',
  },
  raiseArm: { de: 'Bitte heben Sie den Arm.', en: 'Please raise your arm.' },
  onPaper: { de: 'Bitte füllen Sie Ihren Stimmzettel aus.', en: 'Please fill in your slip.' },
  speaking: { de: 'Am Wort', en: 'Speaking' },
  next: { de: 'Danach', en: 'Next' },
  present: {
    de: (present: number, entitled: number) => `Anwesend: ${present} von ${entitled}`,
    en: (present: number, entitled: number) => `Present: ${present} of ${entitled}`,
  },
  minutesLeft: {
    de: (count: number) => plural(count, { one: 'Minute', other: 'Minuten' }),
    en: (count: number) => plural(count, { one: 'minute', other: 'minutes' }),
  },
  left: { de: 'noch', en: 'left' },
  connecting: { de: 'Keine Verbindung', en: 'No connection' },
  notShown: {
    de: 'Hier ist keine Konferenz zu sehen. Öffnen Sie dieses Fenster aus der Leitung.',
    en: 'No conference to be seen here. Open this window from the chair’s screen.',
  },
});
