import { messages, plural } from './catalogue.ts';

/** Rail, tabs and foot line. */
export const frameTexts = messages({
  brand: { de: 'Umlauf', en: 'Umlauf' },
  areas: { de: 'Bereiche', en: 'Areas' },
  toContent: { de: 'Zum Inhalt springen', en: 'Skip to content' },
  overview: { de: 'Übersicht', en: 'Overview' },
  announcements: { de: 'Mitteilungen', en: 'Announcements' },
  groupsAndPersons: { de: 'Gruppen & Personen', en: 'Groups & people' },
  groupsShort: { de: 'Gruppen', en: 'Groups' },
  chooseGroup: {
    de: 'Wählen Sie links eine Gruppe oder Person.',
    en: 'Choose a group or person on the left.',
  },
  chooseAnnouncement: { de: 'Wählen Sie links eine Mitteilung.', en: 'Choose an announcement on the left.' },
  outbox: { de: 'Postausgang', en: 'Outbox' },
  notSaved: { de: 'Nicht gespeichert', en: 'Not saved' },
  settings: { de: 'Einstellungen', en: 'Settings' },
  more: { de: 'Mehr', en: 'More' },
  search: { de: 'Suchen', en: 'Search' },
  lock: { de: 'Sperren', en: 'Lock' },
  shortcuts: { de: 'Tastenkürzel', en: 'Shortcuts' },
  waitingForYou: {
    de: (count: number) => plural(count, { one: '1 wartet auf Sie', other: `${count} warten auf Sie` }),
    en: (count: number) =>
      plural(count, { one: '1 is waiting for you', other: `${count} are waiting for you` }),
  },
  notSavedCount: {
    de: (count: number) => plural(count, { one: '1 Text', other: `${count} Texte` }),
    en: (count: number) => plural(count, { one: '1 text', other: `${count} texts` }),
  },
  online: { de: 'Verbunden', en: 'Connected' },
  connecting: { de: 'Verbindet …', en: 'Connecting …' },
  offline: { de: 'Offline', en: 'Offline' },
  filling: {
    de: (documents: string) => `wird geladen, ${documents} sind da`,
    en: (documents: string) => `loading, ${documents} are here`,
  },
  asOf: {
    de: (moment: string) => `Stand ${moment}`,
    en: (moment: string) => `as of ${moment}`,
  },
  waiting: {
    de: (count: number) => plural(count, { one: '1 wartet', other: `${count} warten` }),
    en: (count: number) => plural(count, { one: '1 waiting', other: `${count} waiting` }),
  },
  offlineHint: {
    de: 'Lesen, suchen und schreiben geht weiter. Was Sie schreiben, geht von selbst hinaus.',
    en: 'Reading, searching and writing go on. What you write goes out by itself.',
  },
  schoolReachable: { de: 'Schule erreichbar', en: 'School within reach' },
  schoolUnreachable: { de: 'Schule nicht erreichbar', en: 'School out of reach' },
  deviceOfficial: { de: 'Dienstgerät', en: 'Official device' },
  devicePrivate: { de: 'Eigenes Gerät', en: 'Own device' },
  deviceStaffRoom: { de: 'Lehrerzimmer-PC', en: 'Staff-room PC' },
  signInAgainTitle: { de: 'Ihre Anmeldung ist abgelaufen.', en: 'Your sign-in has expired.' },
  signInAgain: {
    de: 'Lesen und schreiben geht weiter. Gesendet wird, sobald Sie sich neu anmelden.',
    en: 'Reading and writing go on. Sending resumes once you sign in again.',
  },
  signInAgainAct: { de: 'Neu anmelden', en: 'Sign in again' },
  oldProgramTitle: {
    de: 'Dieses Programm ist zu alt für den Server.',
    en: 'This program is too old for the server.',
  },
  oldProgram: {
    de: 'Was hier liegt und wartet, bleibt erhalten. Nach dem Neuladen geht es hinaus.',
    en: 'What lies here and waits is kept. It goes out after a reload.',
  },
  notTakingTitle: { de: 'Die Schule nimmt gerade nichts an.', en: 'The school accepts nothing just now.' },
  notTaking: {
    de: 'Ihre Texte liegen im Postausgang und gehen von selbst hinaus.',
    en: 'Your texts are in the outbox and go out by themselves.',
  },
  opening: { de: 'Ihr Bestand wird geöffnet', en: 'Opening your documents' },
});
