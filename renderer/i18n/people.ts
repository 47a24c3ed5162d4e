import { messages } from './catalogue.ts';

/** Personen: adding and editing one person. */
export const peopleTexts = messages({
  intro: {
    de: 'Für einzelne Personen, die dazukommen oder ihren Namen ändern. Ein ganzes Kollegium kommt schneller über „Personen einlesen“.',
    en: 'For single people who join or change their name. A whole staff comes faster by “Import people”.',
  },
  add: { de: 'Person hinzufügen', en: 'Add a person' },
  find: { de: 'Person finden', en: 'Find a person' },
  findHint: { de: 'Name, Kürzel, Rolle oder Gruppe', en: 'Name, short code, role or group' },
  nobodyFound: { de: 'Niemand passt dazu.', en: 'Nobody fits.' },
  moreThere: {
    de: (count: number) => `Hier stehen die ersten ${count}. Suchen Sie nach den anderen.`,
    en: (count: number) => `These are the first ${count}. Search for the others.`,
  },
  everybody: { de: 'Alle Personen', en: 'Everybody' },
  edit: { de: 'Person bearbeiten', en: 'Edit a person' },
  editSays: {
    de: 'Die Person bleibt dieselbe, auch mit neuem Namen oder Kürzel. Was schon geschrieben ist, behält den alten Namen. Gruppen ändern Sie bei der Gruppe.',
    en: 'The person stays the same, also with a new name or short code. What is written already keeps the old name. Groups are changed at the group.',
  },
  firstName: { de: 'Vorname', en: 'First name' },
  lastName: { de: 'Nachname', en: 'Last name' },
  shortCode: { de: 'Kürzel', en: 'Short code' },
  shortCodeHint: {
    de: 'Damit meldet sich die Person an. Höchstens 12 Zeichen.',
    en: 'The person signs in with it. At most 12 characters.',
  },
  role: { de: 'Rolle', en: 'Role' },
  groups: { de: 'Gruppen', en: 'Groups' },
  noName: {
    de: 'Das ist kein Name: nur Buchstaben und Zeichen wie - und ’.',
    en: 'This is no name: only letters and signs such as - and ’.',
  },
  noCode: {
    de: 'Das ist kein Kürzel: höchstens 12 Zeichen, darunter ein Buchstabe.',
    en: 'This is no short code: at most 12 characters, one of them a letter.',
  },
  codeTaken: {
    de: (name: string) => `Dieses Kürzel hat schon ${name}.`,
    en: (name: string) => `${name} has this short code already.`,
  },
  namesake: {
    de: (code: string) =>
      `Denselben Namen gibt es schon unter dem Kürzel „${code}“. Speichern Sie nur, wenn es wirklich zwei Personen sind.`,
    en: (code: string) =>
      `The same name already exists under the short code “${code}”. Save only if these really are two people.`,
  },
  save: { de: 'Speichern', en: 'Save' },
  added: {
    de: (name: string) => `${name} steht im Verzeichnis. Geben Sie jetzt einen Zugangszettel aus.`,
    en: (name: string) => `${name} is in the directory. Hand out an invitation slip now.`,
  },
  saved: { de: (name: string) => `${name} gespeichert.`, en: (name: string) => `${name} saved.` },
});
