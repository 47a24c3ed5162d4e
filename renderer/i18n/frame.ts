import { messages, plural } from './catalogue.ts';

/** Rail, tabs and foot line. */
export const frameTexts = messages({
  brand: { de: 'Umlauf', en: 'Umlauf' },
  areas: { de: 'Bereiche', en: 'Areas' },
  toContent: { de: 'Zum Inhalt springen', en: 'Skip to content' },
  overview: { de: 'Übersicht', en: 'Overview' },
  announcements: { de: 'Mitteilungen', en: 'Announcements' },
  conferences: { de: 'Konferenzen', en: 'Conferences' },
  groupsAndPersons: { de: 'Gruppen & Personen', en: 'Groups & people' },
  resolutions: { de: 'Beschlüsse', en: 'Resolutions' },
  administration: { de: 'Verwaltung', en: 'Administration' },
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
  sitting: { de: 'Konferenz', en: 'Conference' },
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
  deviceOfficial: { de: 'Gerät der Schule', en: 'Device of the school' },
  devicePrivate: { de: 'Privates Gerät', en: 'Private device' },
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
  diskFullTitle: { de: 'Auf diesem Gerät ist kein Platz mehr.', en: 'This device has no space left.' },
  diskFull: {
    de: 'Neues kommt nicht mehr ganz an. Geben Sie Speicherplatz frei; dann geht es von selbst weiter.',
    en: 'What is new no longer arrives in full. Free some space; then it goes on by itself.',
  },
  passwordChangedTitle: {
    de: 'Die Schule nimmt dieses Kennwort nicht mehr an.',
    en: 'The school no longer accepts this password.',
  },
  passwordChanged: {
    de: 'Was im Postausgang wartet, ist sicher: Sperren Sie Umlauf, melden Sie sich mit dem neuen Kennwort an, und holen Sie es dann mit diesem herüber.',
    en: 'What waits in the outbox is safe: lock Umlauf, sign in with the new password, then fetch it with this one.',
  },
  notTakingTitle: { de: 'Die Schule nimmt gerade nichts an.', en: 'The school accepts nothing just now.' },
  notTaking: {
    de: 'Ihre Texte liegen im Postausgang und gehen von selbst hinaus.',
    en: 'Your texts are in the outbox and go out by themselves.',
  },
  leaving: {
    de: 'Ihr Bestand wird von diesem Gerät gelöscht',
    en: 'Deleting your documents from this device',
  },
  leaveFailed: {
    de: 'Es ließ sich nicht alles löschen. Schließen Sie andere Fenster von Umlauf und versuchen Sie es noch einmal.',
    en: 'Not everything could be deleted. Close other windows of Umlauf and try again.',
  },
  leaveAgain: { de: 'Noch einmal löschen', en: 'Delete again' },
  opening: { de: 'Ihr Bestand wird geöffnet', en: 'Opening your documents' },
  control: { de: 'Strg', en: 'Ctrl' },
});
