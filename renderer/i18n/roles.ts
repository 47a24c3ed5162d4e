import { messages, plural } from './catalogue.ts';

/** Roles and flags, and the page on which they are given. */
export const rolesTexts = messages({
  teacher: { de: 'Lehrkraft', en: 'Teacher' },
  leadership: { de: 'Schulleitung', en: 'School leadership' },
  office: { de: 'Sekretariat', en: 'Office' },
  parents: { de: 'Elternvertretung', en: 'Parent representative' },
  guest: { de: 'Gast', en: 'Guest' },
  administrator: { de: 'Administration', en: 'Administrator' },
  staffCouncil: { de: 'Personalvertretung', en: 'Staff council' },
  teacherSays: {
    de: 'Liest und schreibt in den eigenen Gruppen und findet das ganze Kollegium.',
    en: 'Reads and writes in their own groups and finds all staff.',
  },
  leadershipSays: {
    de: 'Schreibt an alle Gruppen, auch dringend, verwaltet Gruppen und sieht die Verwaltung.',
    en: 'Writes to all groups, urgently too, manages groups and sees the administration.',
  },
  officeSays: {
    de: 'Schreibt an alle Gruppen und verwaltet Gruppen.',
    en: 'Writes to all groups and manages groups.',
  },
  parentsSays: {
    de: 'Liest nur in den Gruppen, zu denen sie gehört. Sieht kein Verzeichnis.',
    en: 'Reads only in the groups they belong to. Sees no directory.',
  },
  guestSays: {
    de: 'Liest nur in den Gruppen, zu denen er gehört, und schreibt keine Mitteilungen.',
    en: 'Reads only in the groups they belong to and writes no announcements.',
  },
  administratorSays: {
    de: 'Verwaltet Personen, Zugänge und Einstellungen. Liest dadurch nichts, was andere schreiben.',
    en: 'Manages people, access and settings. Does not thereby read what others write.',
  },
  staffCouncilSays: {
    de: 'Gewähltes Mitglied der Personalvertretung. Das trägt die Administration ein.',
    en: 'Elected member of the staff council. Entered by the administrators.',
  },
  onlyAdministrators: {
    de: 'Das trägt nur die Administration ein, nicht die Schulleitung.',
    en: 'Only administrators enter this, not the leadership.',
  },
  onlyStaff: {
    de: 'Nur für Lehrkräfte, Schulleitung und Sekretariat.',
    en: 'Only for teachers, leadership and office.',
  },
  notOneself: {
    de: 'Sich selbst gibt das niemand. Bitten Sie eine andere Person der Administration oder die Schulleitung.',
    en: 'Nobody gives this to themselves. Ask another administrator or the leadership.',
  },
  lastOne: {
    de: 'Die letzte Person, die verwaltet. Geben Sie die Administration zuerst jemand anderem.',
    en: 'The last administrator. Make somebody else one first.',
  },
  ownRole: {
    de: 'Ihre eigene Rolle ändert jemand anderes aus der Administration oder die Schulleitung.',
    en: 'Your own role is changed by another administrator or the leadership.',
  },
  intro: {
    de: 'Wählen Sie eine Person. Eine Änderung gilt sofort auf allen ihren Geräten; die Person sieht in ihren Einstellungen, wer sie geändert hat.',
    en: 'Choose a person. A change takes effect at once on all their devices; in their settings they see who made it.',
  },
  oneAdministrator: {
    de: 'Nur eine Person verwaltet die Schule.',
    en: 'Only one person administers the school.',
  },
  noAdministrator: { de: 'Niemand verwaltet die Schule.', en: 'Nobody administers the school.' },
  secondWanted: {
    de: 'Geben Sie einer zweiten die Administration, damit es weitergeht, wenn eine ausfällt.',
    en: 'Make a second person an administrator, so that things go on when one is away.',
  },
  find: { de: 'Person finden', en: 'Find a person' },
  findHint: {
    de: 'Name, Kürzel, Rolle oder Gruppe',
    en: 'Name, short code, role or group',
  },
  responsible: { de: 'Wer die Schule verwaltet', en: 'Who administers the school' },
  everybody: { de: 'Alle Personen', en: 'Everybody' },
  found: {
    de: (count: number) => plural(count, { one: '1 Person', other: `${count} Personen` }),
    en: (count: number) => plural(count, { one: '1 person', other: `${count} people` }),
  },
  nobodyFound: {
    de: 'Niemand passt dazu. Prüfen Sie die Schreibweise oder versuchen Sie das Kürzel.',
    en: 'Nobody matches. Check the spelling or try the short code.',
  },
  moreThere: {
    de: (shown: number) =>
      `Hier stehen die ersten ${shown}. Suchen Sie nach Name oder Kürzel, um alle anderen zu sehen.`,
    en: (shown: number) => `These are the first ${shown}. Search by name or short code to see all others.`,
  },
  role: { de: 'Rolle', en: 'Role' },
  beside: { de: 'Außerdem', en: 'In addition' },
  save: { de: 'Speichern', en: 'Save' },
  saved: {
    de: (name: string) => `Die Rechte von ${name} sind geändert.`,
    en: (name: string) => `The rights of ${name} were changed.`,
  },
  changedMeanwhile: {
    de: (line: string) =>
      `Jemand anderes hat diese Person inzwischen geändert. Jetzt gilt: ${line}. Prüfen Sie Ihre Auswahl und speichern Sie noch einmal.`,
    en: (line: string) =>
      `Somebody else has changed this person meanwhile. Now they are: ${line}. Check your choice and save again.`,
  },
  halfSaved: {
    de: (line: string) => `Gespeichert ist bisher: ${line}.`,
    en: (line: string) => `Saved so far: ${line}.`,
  },
});
