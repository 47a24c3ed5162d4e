import { messages } from './catalogue.ts';

/** The way into a conference that sits, from its page and from the overview. */
export const entranceTexts = messages({
  sits: {
    de: (title: string) => `${title}: Die Konferenz tagt`,
    en: (title: string) => `${title}: the conference is sitting`,
  },
  sitsBriefing: {
    de: (title: string) => `${title}: Die Dienstbesprechung läuft`,
    en: (title: string) => `${title}: the briefing is on`,
  },
  voteOpen: {
    de: 'Eine Abstimmung läuft, Ihre Stimme fehlt noch:',
    en: 'A vote is open, and yours is missing:',
  },
  atPlace: { de: (place: string) => `Ort: ${place}`, en: (place: string) => `Place: ${place}` },
  takePart: { de: 'Teilnehmen', en: 'Take part' },
  vote: { de: 'Abstimmen', en: 'Vote' },
  lead: { de: 'Leiten', en: 'Lead' },
  open: { de: 'Konferenz eröffnen …', en: 'Open the conference …' },
  openTitle: { de: 'Konferenz eröffnen', en: 'Open the conference' },
  openSays: {
    de: 'Die Anwesenheitsliste entsteht aus den Mitgliedern und Gästen, die Regeln werden festgehalten. Alle sehen, dass die Konferenz tagt.',
    en: 'The roll is made from members and guests, the rules are frozen. Everybody sees that the conference is sitting.',
  },
  openTakes: {
    de: 'Sie übernehmen damit den Vorsitz.',
    en: 'You take the chair by that.',
  },
  notOpenYet: { de: 'Die Konferenz ist noch nicht eröffnet.', en: 'The conference has not been opened yet.' },
  offline: {
    de: 'Zum Eröffnen ist eine Verbindung zum Server nötig.',
    en: 'Opening needs a connection to the server.',
  },
});
