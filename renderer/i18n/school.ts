import { messages, plural } from './catalogue.ts';

/** The page with the settings for the whole school, and its free days. */
export const schoolTexts = messages({
  intro: {
    de: 'Diese Einstellungen gelten für alle und sofort. Gesetzliche Feiertage kennt Umlauf nach dem Land; Ferien und freie Tage stehen unten.',
    en: 'These settings are for everybody and take effect at once. Umlauf knows public holidays by the Land; school holidays stand below.',
  },
  name: { de: 'Name der Schule', en: 'Name of the school' },
  nameSays: {
    de: 'Steht an der Anmeldung, in jedem Fenster und auf Ausdrucken.',
    en: 'Shown at the sign-in, in every window and on prints.',
  },
  nameFault: { de: 'Bitte 1 bis 120 Zeichen.', en: 'Between 1 and 120 characters, please.' },
  land: { de: 'Land', en: 'Land' },
  landSays: {
    de: 'Bestimmt die gesetzlichen Feiertage. Sie zählen nicht als Unterrichtstage.',
    en: 'Decides the public holidays. They do not count as teaching days.',
  },
  choose: { de: 'Bitte wählen', en: 'Please choose' },
  quiet: { de: 'Ruhezeiten', en: 'Quiet hours' },
  quietSays: {
    de: 'In dieser Zeit meldet sich nichts und niemand wird erinnert, außer bei dringenden Mitteilungen der Schulleitung.',
    en: 'During this time nothing notifies and nobody is reminded, except by urgent announcements of the leadership.',
  },
  quietFrom: { de: 'Ruhe von', en: 'Quiet from' },
  quietTo: { de: 'bis', en: 'until' },
  quietFault: { de: 'Bitte beide Uhrzeiten angeben.', en: 'Please give both times.' },
  weekend: { de: 'auch am Wochenende', en: 'at weekends too' },
  holidaysQuiet: { de: 'auch an Feiertagen und in den Ferien', en: 'on holidays too' },
  writing: { de: 'Schreiben', en: 'Writing' },
  allStaff: { de: 'Lehrkräfte schreiben an das ganze Kollegium', en: 'Teachers write to all staff' },
  allStaffSays: {
    de: 'Sonst schreiben an das ganze Kollegium nur Schulleitung, Sekretariat und der Vorsitz.',
    en: 'Otherwise only leadership, office and the chair write to all staff.',
  },
  access: { de: 'Zugang', en: 'Access' },
  slipDays: { de: 'Zugangszettel gilt', en: 'Access slip works for' },
  slipDaysSays: {
    de: 'Gezählt ab dem Aushändigen. Danach braucht die Person einen neuen Zettel.',
    en: 'Counted from handing it over. After that the person needs a new one.',
  },
  teachingDays: {
    de: (count: number) => plural(count, { one: '1 Unterrichtstag', other: `${count} Unterrichtstage` }),
    en: (count: number) => plural(count, { one: '1 teaching day', other: `${count} teaching days` }),
  },
  privateDevices: { de: 'Private Geräte', en: 'Private devices' },
  privateDevicesApproval: {
    de: 'Nur mit Genehmigung der Schulleitung',
    en: 'Only with the approval of the leadership',
  },
  privateDevicesAllowed: { de: 'Ohne Genehmigung', en: 'Without approval' },
  privateDevicesNo: { de: 'Nicht erlaubt', en: 'Not allowed' },
  addresses: { de: 'Adressen der Schule', en: 'Addresses of the school' },
  addressesSays: {
    de: 'Unter diesen Adressen erreichen Geräte Umlauf, eine je Zeile. Die erste steht auf den Zugangszetteln.',
    en: 'Devices reach Umlauf at these addresses, one per line. The first one stands on the access slips.',
  },
  addressFault: {
    de: (line: string) =>
      `„${line}“ ist keine Adresse für andere Geräte. Richtig ist zum Beispiel https://umlauf.meine-schule.de`,
    en: (line: string) =>
      `“${line}” is no address for other devices. Right is for example https://umlauf.my-school.example`,
  },
  addressesTooMany: {
    de: (most: number) => `Bitte höchstens ${most} Adressen.`,
    en: (most: number) => `At most ${most} addresses, please.`,
  },
  noAddresses: { de: 'keine', en: 'none' },
  save: { de: 'Speichern', en: 'Save' },
  saved: { de: 'Die Einstellungen sind gespeichert.', en: 'The settings were saved.' },
  clashTitle: {
    de: 'Jemand anderes hat inzwischen dasselbe geändert.',
    en: 'Somebody else has changed the same thing meanwhile.',
  },
  clashLine: {
    de: (setting: string, stored: string, mine: string) =>
      `${setting}: Es gilt „${stored}“, Sie wollten „${mine}“.`,
    en: (setting: string, stored: string, mine: string) =>
      `${setting}: it is “${stored}” now, you wanted “${mine}”.`,
  },
  saveMine: { de: 'Meine Angaben speichern', en: 'Save mine' },
  keepStored: { de: 'Behalten, was gilt', en: 'Keep what is stored' },
  yes: { de: 'ja', en: 'yes' },
  no: { de: 'nein', en: 'no' },
  never: { de: 'nie', en: 'never' },
  hours: {
    de: (from: string, to: string) => `${from} bis ${to} Uhr`,
    en: (from: string, to: string) => `${from} to ${to}`,
  },
  free: { de: 'Ferien und freie Tage', en: 'School holidays and free days' },
  freeSays: {
    de: 'Laden Sie die Ferien Ihres Landes als Datei aus dem Kalender oder vom Ministerium (ICS oder CSV), und tragen Sie bewegliche Ferientage einzeln ein.',
    en: 'Load the holidays of your Land as a file from a calendar or the ministry (ICS or CSV), and enter movable days one by one.',
  },
  upload: { de: 'Datei wählen …', en: 'Choose a file …' },
  enter: { de: 'Freie Tage eintragen …', en: 'Enter free days …' },
  noneYet: {
    de: 'Noch stehen keine Ferien hier. Fristen und Ruhezeiten rechnen so, als wäre immer Unterricht.',
    en: 'No holidays yet. Deadlines and quiet hours are reckoned as if there were always lessons.',
  },
  past: {
    de: (count: number) =>
      plural(count, { one: '1 vergangener Eintrag', other: `${count} vergangene Einträge` }),
    en: (count: number) => plural(count, { one: '1 past entry', other: `${count} past entries` }),
  },
  span: {
    de: (from: string, to: string) => `${from} bis ${to}`,
    en: (from: string, to: string) => `${from} to ${to}`,
  },
  remove: { de: (name: string) => `${name} entfernen`, en: (name: string) => `Remove ${name}` },
  removed: { de: (name: string) => `${name} ist entfernt.`, en: (name: string) => `${name} was removed.` },
  undo: { de: 'Rückgängig', en: 'Undo' },
  previewTitle: { de: 'Das würde übernommen', en: 'This would be taken over' },
  previewSays: {
    de: (added: number, changed: number, known: number, refused: number) =>
      [
        `${added} neu`,
        `${changed} geändert`,
        `${known} schon da`,
        ...(refused > 0 ? [plural(refused, { one: '1 abgelehnt', other: `${refused} abgelehnt` })] : []),
      ].join(' · '),
    en: (added: number, changed: number, known: number, refused: number) =>
      [
        `${added} new`,
        `${changed} changed`,
        `${known} known`,
        ...(refused > 0 ? [`${refused} refused`] : []),
      ].join(' · '),
  },
  nothingNew: {
    de: 'In dieser Datei steht nichts, was hier noch fehlt.',
    en: 'This file holds nothing that is missing here.',
  },
  instead: { de: (span: string) => `statt ${span}`, en: (span: string) => `instead of ${span}` },
  refusedTitle: { de: 'Nicht übernommen', en: 'Not taken over' },
  refusedLine: {
    de: (line: number, name: string | undefined, why: string) =>
      `Zeile ${line}${name === undefined ? '' : `, „${name}“`}: ${why}`,
    en: (line: number, name: string | undefined, why: string) =>
      `Line ${line}${name === undefined ? '' : `, “${name}”`}: ${why}`,
  },
  takeOver: { de: 'Übernehmen', en: 'Take over' },
  discard: { de: 'Verwerfen', en: 'Discard' },
  taken: { de: 'Die freien Tage sind gespeichert.', en: 'The free days were saved.' },
  tooManyAtAll: {
    de: 'Das wären mehr als 200 Einträge. Entfernen Sie zuerst vergangene.',
    en: 'That would be more than 200 entries. Remove past ones first.',
  },
  called: { de: 'Name', en: 'Name' },
  calledExample: { de: 'zum Beispiel Beweglicher Ferientag', en: 'for example movable holiday' },
  firstDay: { de: 'Erster freier Tag', en: 'First free day' },
  lastDay: { de: 'Letzter freier Tag', en: 'Last free day' },
  lastDaySays: { de: 'Leer lassen für einen einzelnen Tag', en: 'Leave empty for a single day' },
  spanFault: {
    de: 'Bitte einen Namen und Tage angeben, die es gibt: der letzte nicht vor dem ersten, höchstens 120 am Stück.',
    en: 'Please give a name and days that exist: the last not before the first, 120 in a row at most.',
  },
});

/** Why an entry of a calendar was refused, by the kinds of `core/admin/holidays/holiday-list.ts`. */
export const holidayRefusals = messages({
  'no-name': { de: 'Der Eintrag hat keinen Namen.', en: 'The entry has no name.' },
  'no-date': { de: 'Ein Tag fehlt oder es gibt ihn nicht.', en: 'A day is missing or does not exist.' },
  reversed: { de: 'Er endet, bevor er beginnt.', en: 'It ends before it begins.' },
  'too-long': {
    de: 'Er dauert länger als 120 Tage. Vielleicht stimmt das Jahr nicht.',
    en: 'It is longer than 120 days. Perhaps the year is wrong.',
  },
  repeats: {
    de: 'Er wiederholt sich. Tragen Sie die Tage einzeln ein.',
    en: 'It repeats. Enter its days one by one.',
  },
  cancelled: { de: 'Er ist im Kalender abgesagt.', en: 'It was cancelled in the calendar.' },
  'open-quote': { de: 'Ein Anführungszeichen ist nicht geschlossen.', en: 'A quote is not closed.' },
});

/** Why a whole file cannot be read. */
export const calendarFaults = messages({
  'too-large': {
    de: 'Die Datei ist größer als 1 MB. Ein Ferienkalender ist viel kleiner; prüfen Sie, ob es die richtige ist.',
    en: 'The file is larger than 1 MB. A calendar of holidays is much smaller; check whether it is the right one.',
  },
  'not-a-calendar': {
    de: 'Das ist weder ein Kalender (ICS) noch eine Tabelle mit den Spalten Name, von und bis.',
    en: 'This is neither a calendar (ICS) nor a table with the columns name, from and to.',
  },
  'too-many': {
    de: 'In der Datei stehen mehr als 1000 Einträge. Wählen Sie einen Kalender nur mit den Ferien.',
    en: 'The file has more than 1000 entries. Choose a calendar with holidays alone.',
  },
});
