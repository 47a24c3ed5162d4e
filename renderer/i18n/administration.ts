import { messages, plural } from './catalogue.ts';

/** The area "Verwaltung": its start page, and title and sentence of every page. */
export const administrationTexts = messages({
  title: { de: 'Verwaltung', en: 'Administration' },
  intro: {
    de: 'Hier wird für die ganze Schule entschieden. Was jemand ändert, wird festgehalten.',
    en: 'Decisions for the whole school are made here. Every change is recorded.',
  },
  back: { de: 'Verwaltung', en: 'Administration' },
  notAllowed: {
    de: 'Diese Seite ist für die Administration und die Schulleitung. Fragen Sie dort, wenn Sie etwas ändern möchten.',
    en: 'This page is for administrators and the leadership. Ask them if you want something changed.',
  },
  unknownPage: {
    de: 'Diese Seite gibt es nicht.',
    en: 'There is no such page.',
  },
  toOverview: { de: 'Zur Übersicht', en: 'To the overview' },
  unreachable: {
    de: 'Dazu braucht es die Verbindung zur Schule, und die gibt es gerade nicht. Nichts wurde geändert.',
    en: 'This needs the connection to the school, and there is none just now. Nothing was changed.',
  },
  unanswered: {
    de: 'Die Schule hat nicht geantwortet. Ob es gespeichert ist, zeigt diese Seite, sobald die Verbindung wieder da ist.',
    en: 'The school has not answered. This page will show whether it was saved once the connection is back.',
  },
  conflict: {
    de: 'Jemand anderes hat inzwischen dasselbe geändert.',
    en: 'Somebody else has changed the same thing meanwhile.',
  },
  gone: {
    de: 'Das gibt es nicht mehr. Jemand anderes hat es inzwischen entfernt.',
    en: 'It no longer exists. Somebody else has removed it meanwhile.',
  },
  later: { de: 'Versuchen Sie es in einigen Minuten noch einmal.', en: 'Try again in a few minutes.' },
  schoolTitle: { de: 'Schule', en: 'School' },
  schoolSentence: {
    de: 'Name, Land, Ferien, Ruhezeiten und was sonst für alle gilt.',
    en: 'Name, Land, holidays, quiet hours and whatever else is for everybody.',
  },
  peopleTitle: { de: 'Personen', en: 'People' },
  peopleSentence: {
    de: 'Eine Person hinzufügen oder ihren Namen, ihr Kürzel oder ihre Rolle ändern.',
    en: 'Add a person, or change their name, short code or role.',
  },
  importTitle: { de: 'Personen einlesen', en: 'Import people' },
  importSentence: {
    de: 'Die Kollegiumsliste aus Excel, Untis, WinLD oder SchILD übernehmen, mit Vorschau.',
    en: 'Take over the staff list from Excel, Untis, WinLD or SchILD, with a preview.',
  },
  slipsTitle: { de: 'Zugänge', en: 'Access' },
  slipsSentence: {
    de: 'Zugangszettel drucken und aushändigen, Kennwörter zurücksetzen.',
    en: 'Print and hand over access slips, reset passwords.',
  },
  rolesTitle: { de: 'Rollen', en: 'Roles' },
  rolesSentence: {
    de: 'Wer Lehrkraft, Schulleitung oder Sekretariat ist, wer verwaltet und wer der Personalvertretung angehört.',
    en: 'Who is teacher, leadership or office, who administers, and who belongs to the staff council.',
  },
  rightsTitle: { de: 'Rechte', en: 'Rights' },
  rightsSentence: {
    de: 'Nachlesen, wer was darf: eine Tabelle für alle Rollen.',
    en: 'Read who may do what: one table for all roles.',
  },
  reachTitle: { de: 'Erreichbarkeit', en: 'Reach' },
  reachSentence: {
    de: 'Adressen, Zertifikat und Reverse Proxy: wie Geräte den Server finden.',
    en: 'Addresses, certificate and reverse proxy: how devices find the server.',
  },
  backupTitle: { de: 'Sicherung', en: 'Backup' },
  backupSentence: {
    de: 'Sehen, ob die Schule etwas verlieren könnte, und sofort sichern.',
    en: 'See whether the school could lose anything, and back up at once.',
  },
  healthTitle: { de: 'Zustand', en: 'Health' },
  healthSentence: {
    de: 'Ob der Server erreichbar ist, die Uhr stimmt, Platz da ist und gesichert wird.',
    en: 'Whether the server can be reached, its clock is right, there is room, and backups are made.',
  },
  chairsMissing: {
    de: (count: number) =>
      plural(count, {
        one: 'Ein Gremium hat noch keinen Vorsitz.',
        other: `${count} Gremien haben noch keinen Vorsitz.`,
      }),
    en: (count: number) =>
      plural(count, { one: 'One body has no chair yet.', other: `${count} bodies have no chair yet.` }),
  },
  chairsMissingSays: {
    de: 'Ohne Vorsitz lädt niemand dazu ein.',
    en: 'Without a chair nobody invites to them.',
  },
  toStart: { de: 'Zur Verwaltung', en: 'To the administration' },
});
