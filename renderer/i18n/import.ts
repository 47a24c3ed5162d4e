import { messages, plural } from './catalogue.ts';

const people = {
  de: (count: number) => plural(count, { one: '1 Person', other: `${count} Personen` }),
  en: (count: number) => plural(count, { one: '1 person', other: `${count} people` }),
};

/** Personen einlesen: choosing a list, seeing what it would do, taking it over. */
export const importTexts = messages({
  lead: {
    de: 'Legen Sie die Kollegiumsliste hier ab. Sie sehen zuerst, was sich ändern würde. Gespeichert wird erst, wenn Sie es übernehmen, und bis dahin verlässt nichts diesen Computer.',
    en: 'Drop the staff list here. You first see what would change. Nothing is saved before you take it over, and until then nothing leaves this computer.',
  },
  mayNot: {
    de: 'Personen einlesen kann nur die Administration.',
    en: 'Only administrators can import people.',
  },

  dropHere: { de: 'Datei hierher ziehen', en: 'Drop a file here' },
  chooseFile: { de: 'Datei wählen …', en: 'Choose a file …' },
  forms: {
    de: 'CSV aus Excel oder LibreOffice, Untis (GPU004.TXT), WinLD (STDLEHR.TXT), SchILD-NRW. Höchstens 5 MB.',
    en: 'CSV from Excel or LibreOffice, Untis (GPU004.TXT), WinLD (STDLEHR.TXT), SchILD-NRW. At most 5 MB.',
  },
  paste: { de: 'Oder Liste einfügen', en: 'Or paste a list' },
  pasteHint: {
    de: 'In Excel markieren, kopieren, hier einfügen. Oder eine Zeile je Person: Nachname, Vorname, Tabulator, Kürzel.',
    en: 'Select in Excel, copy, paste here. Or one line per person: last name, first name, tab, short code.',
  },
  readPasted: { de: 'Liste lesen', en: 'Read the list' },
  kept: {
    de: 'Gespeichert werden nur Name, Kürzel, Rolle und Gruppen. Adressen, Telefonnummern, Geburtsdaten und alles Übrige werden nicht übernommen.',
    en: 'Only name, short code, role and groups are saved. Addresses, telephone numbers, birth dates and everything else are left out.',
  },
  reading: { de: 'Die Liste wird gelesen …', en: 'Reading the list …' },
  pastedName: { de: 'Eingefügte Liste', en: 'Pasted list' },

  unreadable: { de: 'Diese Liste lässt sich nicht einlesen', en: 'This list cannot be imported' },
  empty: {
    de: 'Sie ist leer. Wählen Sie eine andere Datei.',
    en: 'It is empty. Choose another file.',
  },
  'too-large': {
    de: 'Sie ist größer als 5 MB und damit keine Kollegiumsliste. Sie wurde nicht gelesen. Wählen Sie die Datei, in der nur das Kollegium steht.',
    en: 'It is larger than 5 MB and so no staff list. It was not read. Choose the file that holds the staff only.',
  },
  'too-many-records': {
    de: 'Sie hat mehr als 10.000 Zeilen und ist damit keine Kollegiumsliste. Wählen Sie die Datei, in der nur das Kollegium steht.',
    en: 'It has more than 10,000 lines and so is no staff list. Choose the file that holds the staff only.',
  },
  workbook: {
    de: 'Das ist eine Excel-, LibreOffice- oder PDF-Datei. Öffnen Sie die Tabelle, wählen Sie „Datei“, „Speichern unter“ und den Dateityp „CSV UTF-8“, und legen Sie die neue Datei hier ab. Oder markieren Sie die Tabelle, kopieren Sie sie und fügen Sie sie unten ein.',
    en: 'This is an Excel, LibreOffice or PDF file. Open the table, choose “File”, “Save as” and the type “CSV UTF-8”, and drop the new file here. Or select the table, copy it and paste it below.',
  },
  binary: {
    de: 'Das ist keine Textdatei. Speichern Sie die Liste als CSV und legen Sie die neue Datei hier ab.',
    en: 'This is no text file. Save the list as CSV and drop the new file here.',
  },
  'not-there': {
    de: 'Die Datei ließ sich nicht öffnen. Vielleicht ist sie noch in einem anderen Programm offen, oder es ist ein Ordner. Schließen Sie sie dort und versuchen Sie es noch einmal.',
    en: 'The file could not be opened. Perhaps another program still has it open, or it is a folder. Close it there and try again.',
  },
  several: {
    de: 'Das sind mehrere Dateien. Legen Sie bitte eine nach der anderen ab.',
    en: 'These are several files. Please drop one after the other.',
  },
  broken: {
    de: 'Beim Lesen ist etwas schiefgegangen. Gespeichert wurde nichts. Versuchen Sie es noch einmal.',
    en: 'Something went wrong while reading. Nothing was saved. Try again.',
  },

  recognised: { de: 'Erkannt', en: 'Recognised' },
  formSchild: { de: 'SchILD-NRW', en: 'SchILD-NRW' },
  formWinld: { de: 'WinLD (STDLEHR.TXT)', en: 'WinLD (STDLEHR.TXT)' },
  formUntis: { de: 'Untis (GPU004.TXT)', en: 'Untis (GPU004.TXT)' },
  formSpreadsheet: { de: 'Tabelle mit Überschrift', en: 'Table with a header' },
  formPasted: { de: 'Liste „Nachname, Vorname“', en: 'List “last name, first name”' },
  formUnknown: { de: 'Unbekannte Form', en: 'Unknown form' },
  lines: {
    de: (count: number) => plural(count, { one: '1 Zeile', other: `${count} Zeilen` }),
    en: (count: number) => plural(count, { one: '1 line', other: `${count} lines` }),
  },
  letters: { de: (name: string) => `Zeichensatz ${name}`, en: (name: string) => `characters ${name}` },
  separatedBy: {
    de: (name: string) => `getrennt durch ${name}`,
    en: (name: string) => `separated by ${name}`,
  },
  semicolon: { de: 'Semikolon', en: 'semicolons' },
  comma: { de: 'Komma', en: 'commas' },
  tab: { de: 'Tabulator', en: 'tabs' },
  bar: { de: 'senkrechten Strich', en: 'vertical bars' },
  otherList: { de: 'Andere Liste', en: 'Another list' },
  lost: {
    de: 'In einigen Namen fehlt ein Buchstabe, er steht als „?“ in der Datei. Ein Buchstabe, der im Verzeichnis stimmt, wird davon nicht überschrieben.',
    en: 'Some names lack a letter; it stands as “?” in the file. A letter that is right in the directory is not overwritten by it.',
  },
  neverKept: {
    de: (columns: string) => `Wird nie gespeichert: ${columns}.`,
    en: (columns: string) => `Never saved: ${columns}.`,
  },

  columns: { de: 'Spalten zuordnen', en: 'Assign columns' },
  columnsSay: {
    de: 'Sagen Sie bei jeder Spalte, was darin steht. Darunter sehen Sie ihre ersten Einträge.',
    en: 'Say for each column what it holds. Below it you see its first entries.',
  },
  hasHeader: { de: 'Die erste Zeile ist eine Überschrift', en: 'The first line is a header' },
  column: { de: (number: number) => `Spalte ${number}`, en: (number: number) => `Column ${number}` },
  columnNamed: {
    de: (number: number, heading: string) => `Spalte ${number}: ${heading}`,
    en: (number: number, heading: string) => `Column ${number}: ${heading}`,
  },
  noValues: { de: 'leer', en: 'empty' },
  shortCode: { de: 'Kürzel', en: 'Short code' },
  lastName: { de: 'Nachname', en: 'Last name' },
  firstName: { de: 'Vorname', en: 'First name' },
  fullName: { de: 'Nachname, Vorname', en: 'Last name, first name' },
  role: { de: 'Rolle', en: 'Role' },
  leadership: { de: 'Schulleitung (angekreuzt)', en: 'Leadership (ticked)' },
  groups: { de: 'Gruppen', en: 'Groups' },
  leftOut: { de: 'Nicht übernehmen', en: 'Leave out' },
  needsShortCode: {
    de: 'Sagen Sie, in welcher Spalte das Kürzel steht. Daran erkennt Umlauf jede Person wieder.',
    en: 'Say which column holds the short code. By it Umlauf recognises each person.',
  },

  preview: { de: 'Was sich ändern würde', en: 'What would change' },
  line: { de: 'Zeile', en: 'Line' },
  tabNew: { de: 'Neu', en: 'New' },
  tabUpdated: { de: 'Geändert', en: 'Changed' },
  tabUnchanged: { de: 'Unverändert', en: 'Unchanged' },
  tabRefused: { de: 'Abgelehnt', en: 'Refused' },
  tabGone: { de: 'Nicht auf der Liste', en: 'Not on the list' },
  noneNew: { de: 'Niemand auf der Liste ist neu.', en: 'Nobody on the list is new.' },
  noneUpdated: { de: 'Bei niemandem ändert sich etwas.', en: 'Nothing changes for anybody.' },
  noneUnchanged: {
    de: 'Bei niemandem bleibt alles, wie es ist.',
    en: 'For nobody everything stays as it is.',
  },
  noneRefused: { de: 'Keine Zeile wurde abgelehnt.', en: 'No line was refused.' },
  noneGone: {
    de: 'Alle Personen des Verzeichnisses stehen auf der Liste.',
    en: 'Everybody in the directory is on the list.',
  },
  was: { de: 'vorher', en: 'before' },
  refusedCell: { de: 'hier stimmt etwas nicht', en: 'something is wrong here' },
  doubtfulCell: { de: 'hier fehlt vielleicht ein Buchstabe', en: 'a letter may be missing here' },
  newGroup: { de: 'neu dazu', en: 'added' },
  differs: { de: 'anders als eben', en: 'other than before' },
  createsGroups: {
    de: (count: number, names: string) =>
      plural(count, {
        one: `Eine Gruppe wird angelegt: ${names}.`,
        other: `${count} Gruppen werden angelegt: ${names}.`,
      }),
    en: (count: number, names: string) =>
      plural(count, {
        one: `One group is created: ${names}.`,
        other: `${count} groups are created: ${names}.`,
      }),
  },
  downloadRefused: { de: 'Abgelehnte Zeilen herunterladen', en: 'Download refused lines' },
  downloadSays: {
    de: 'Als Tabelle mit dem Grund in der letzten Spalte. Verbessern Sie sie dort und lesen Sie nur diese Datei noch einmal ein.',
    en: 'As a table with the reason in the last column. Correct it there and import only that file again.',
  },
  refusedFileName: { de: 'abgelehnte-zeilen.csv', en: 'refused-lines.csv' },
  goneSays: {
    de: 'Diese Personen stehen im Verzeichnis, aber nicht auf der Liste. Einlesen entfernt niemanden. Wer die Schule verlassen hat, den nehmen Sie auf seiner Seite aus den Gruppen.',
    en: 'These people are in the directory but not on the list. An import removes nobody. Take those who have left the school out of their groups on their page.',
  },
  proposedSays: {
    de: 'Diese Plätze in Gruppen nennt die Liste nicht. Einlesen nimmt niemanden aus einer Gruppe; wenn es stimmt, entfernen Sie die Person bei der Gruppe.',
    en: 'The list does not name these places in groups. An import takes nobody out of a group; if it is right, remove the person at the group.',
  },
  proposed: {
    de: 'Plätze in Gruppen, die die Liste nicht nennt',
    en: 'Places in groups the list does not name',
  },

  takeOver: {
    de: (count: number) => `${people.de(count)} übernehmen`,
    en: (count: number) => `Take over ${people.en(count)}`,
  },
  nothingToDo: {
    de: 'Es gibt nichts zu übernehmen: Alles steht schon so im Verzeichnis.',
    en: 'There is nothing to take over: the directory has all of it already.',
  },
  onlyRefused: {
    de: 'Es gibt nichts zu übernehmen. Sehen Sie unter „Abgelehnt“, warum.',
    en: 'There is nothing to take over. See under “Refused” why.',
  },
  tooMany: {
    de: 'Mehr als 5.000 Personen auf einmal werden nicht übernommen. Teilen Sie die Liste.',
    en: 'More than 5,000 people at once are not taken over. Divide the list.',
  },
  needsConnection: {
    de: 'Übernehmen können Sie, sobald die Schule erreichbar ist. Die Vorschau bleibt so lange stehen.',
    en: 'You can take it over once the school can be reached. The preview stays until then.',
  },
  summary: {
    de: (fresh: number, updated: number, refused: number) =>
      `${fresh} neu, ${updated} geändert, ${refused} abgelehnt`,
    en: (fresh: number, updated: number, refused: number) =>
      `${fresh} new, ${updated} changed, ${refused} refused`,
  },
  running: {
    de: (done: number, of: number) => `${done} von ${people.de(of)} übernommen`,
    en: (done: number, of: number) => `${done} of ${people.en(of)} taken over`,
  },
  runningSays: {
    de: 'Sie können diese Seite verlassen. Was noch aussteht, geht von selbst weiter, auch nach einem Neustart dieses Geräts, sobald Sie angemeldet sind.',
    en: 'You may leave this page. What is still to come goes on by itself, also after this device was restarted, once you are signed in.',
  },
  stop: { de: 'Rest nicht übernehmen', en: 'Leave the rest' },
  changedTitle: { de: 'Das Verzeichnis hat sich geändert', en: 'The directory has changed' },
  changedSays: {
    de: (count: number) =>
      `${people.de(count)} wurden nicht übernommen, weil inzwischen jemand anderes das Verzeichnis geändert hat. Unten steht, was jetzt geschehen würde; was anders ist als eben, ist gekennzeichnet.`,
    en: (count: number) =>
      `${people.en(count)} were not taken over, because somebody else has changed the directory meanwhile. Below stands what would happen now; what is other than before is marked.`,
  },
  refusedTitle: { de: 'Nicht übernommen', en: 'Not taken over' },
  done: { de: 'Die Liste ist übernommen.', en: 'The list is taken over.' },
  doneAgain: { de: 'Das Einlesen ist abgeschlossen', en: 'The import is finished' },
  stopped: {
    de: (count: number) =>
      `${people.de(count)} wurden nicht mehr übernommen. Lesen Sie die Liste noch einmal ein, wenn Sie sie doch brauchen: Niemand wird doppelt angelegt.`,
    en: (count: number) =>
      `${people.en(count)} were not taken over any more. Import the list again if you need them after all: nobody is entered twice.`,
  },
  next: { de: 'Was jetzt kommt', en: 'What comes next' },
  nextSlips: {
    de: 'Drucken Sie für die neuen Personen Zugangszettel und händigen Sie sie aus. Erst damit kann sich jemand anmelden.',
    en: 'Print invitation slips for the new people and hand them out. Only with them can anybody sign in.',
  },
  slips: { de: 'Zugänge ausgeben', en: 'Hand out slips' },
  nextChairs: {
    de: 'Eingelesene Gruppen haben noch keinen Vorsitz. Bestimmen Sie ihn bei der Gruppe.',
    en: 'Imported groups have no chair yet. Appoint one at the group.',
  },
  directory: { de: 'Zum Verzeichnis', en: 'To the directory' },
});

/** Why a line, or a group in it, is not taken over, and what to do; the line stands beside it. */
export const importReasons = messages({
  'open-quote': {
    de: 'Ein Anführungszeichen wird geöffnet, aber nicht geschlossen.',
    en: 'A quotation mark is opened but not closed.',
  },
  'too-many-cells': { de: 'Die Zeile hat zu viele Spalten.', en: 'The line has too many columns.' },
  'shifted-cells': {
    de: 'Die Zahl der Spalten stimmt nicht, die Angaben sind vielleicht verrutscht.',
    en: 'The number of columns is wrong; the entries may have shifted.',
  },
  'cell-too-long': { de: 'Eine Angabe ist zu lang.', en: 'An entry is too long.' },
  'last-name-missing': { de: 'Der Nachname fehlt.', en: 'The last name is missing.' },
  'first-name-missing': { de: 'Der Vorname fehlt.', en: 'The first name is missing.' },
  'short-code-missing': { de: 'Das Kürzel fehlt.', en: 'The short code is missing.' },
  'name-not-divided': {
    de: 'Vor- und Nachname lassen sich nicht trennen. Schreiben Sie „Nachname, Vorname“.',
    en: 'First and last name cannot be told apart. Write “last name, first name”.',
  },
  'not-a-last-name': { de: 'Der Nachname ist kein Name.', en: 'The last name is no name.' },
  'not-a-first-name': { de: 'Der Vorname ist kein Name.', en: 'The first name is no name.' },
  'not-a-short-code': {
    de: 'Das Kürzel ist keines: höchstens 12 Zeichen, darunter ein Buchstabe.',
    en: 'The short code is none: at most 12 characters, one of them a letter.',
  },
  'unknown-role': {
    de: 'Die Rolle ist unbekannt. Möglich sind Lehrkraft, Schulleitung, Sekretariat, Elternvertretung und Gast.',
    en: 'The role is unknown. Possible are Lehrkraft, Schulleitung, Sekretariat, Elternvertretung and Gast.',
  },
  'role-kept': {
    de: 'Die Rolle bleibt, wie sie ist: Die eigene und die von Administration und Personalvertretung wird unter „Rollen“ geändert. Alles andere wird übernommen.',
    en: 'The role stays as it is: one’s own and those of administrators and staff council are changed under “Roles”. All else is taken over.',
  },
  'doubtful-name': {
    de: 'Im Namen fehlen Buchstaben, und er passt nicht zum Namen im Verzeichnis.',
    en: 'The name lacks letters and does not fit the name in the directory.',
  },
  'not-a-group-name': {
    de: 'Ein Gruppenname enthält unzulässige Zeichen oder ist länger als 80 Zeichen. Die Person wird ohne diese Gruppe übernommen.',
    en: 'A group name has forbidden characters or is longer than 80 characters. The person is taken over without this group.',
  },
  'too-many-groups': {
    de: 'Die Zeile nennt mehr als 50 Gruppen. Die Person wird ohne Gruppen übernommen.',
    en: 'The line names more than 50 groups. The person is taken over without groups.',
  },
  'duplicate-line': {
    de: (line: number) => `Dieses Kürzel steht schon in Zeile ${line}.`,
    en: (line: number) => `This short code already stands in line ${line}.`,
  },
  'ambiguous-name': {
    de: (code: string) =>
      `Derselbe Name steht schon unter dem Kürzel „${code}“. Ist es dieselbe Person, dann ändern Sie dort ihr Kürzel; ist es jemand anderes, dann fügen Sie die Person einzeln hinzu.`,
    en: (code: string) =>
      `The same name already stands under the short code “${code}”. If it is the same person, change the short code there; if it is somebody else, add the person singly.`,
  },
  'protected-group': {
    de: (group: string) =>
      `Die Gruppe „${group}“ wird nicht angelegt: Für Personalvertretungen gibt es noch keine geschützten Gruppen. Die Person wird ohne sie übernommen.`,
    en: (group: string) =>
      `The group “${group}” is not created: there are no protected groups for staff councils yet. The person is taken over without it.`,
  },
  'group-full': {
    de: (group: string) =>
      `In der Gruppe „${group}“ ist kein Platz mehr: höchstens 2.000 Mitglieder. Die Person wird ohne sie übernommen.`,
    en: (group: string) =>
      `The group “${group}” has no place left: at most 2,000 members. The person is taken over without it.`,
  },
});

/** What lists often hold and Umlauf never keeps. */
export const neverKeptWords = messages({
  mail: { de: 'E-Mail-Adressen', en: 'mail addresses' },
  telephone: { de: 'Telefonnummern', en: 'telephone numbers' },
  date: { de: 'Geburts- und andere Daten', en: 'birth and other dates' },
  address: { de: 'Anschriften', en: 'addresses' },
  number: { de: 'Personalnummern', en: 'personnel numbers' },
});
