import { messages, plural } from './catalogue.ts';

const people = (count: number): string => plural(count, { one: '1 Person', other: `${count} Personen` });
const persons = (count: number): string => plural(count, { one: '1 person', other: `${count} persons` });

/** Administration, Access: who comes in, and the slips by which they do. */
export const slipsTexts = messages({
  intro: {
    de: (days: number) =>
      `Mit einem Zugangszettel wählt eine Person ihr Kennwort. Drucken Sie ihn, geben Sie ihn ihr selbst in die Hand, und vermerken Sie das hier: Erst dann gilt er, ${plural(days, { one: 'einen Unterrichtstag', other: `${days} Unterrichtstage` })} lang.`,
    en: (days: number) =>
      `With an access slip a person chooses a password. Print it, hand it over yourself, and note that here: only then it works, for ${plural(days, { one: 'one teaching day', other: `${days} teaching days` })}.`,
  },
  introOffice: {
    de: 'Geben Sie jeden Zettel der Person selbst in die Hand, und vermerken Sie das hier: Erst dann gilt er.',
    en: 'Put each slip into the hands of its person, and note that here: only then it works.',
  },
  views: { de: 'Stand der Zugänge', en: 'State of access' },
  none: { de: 'Ohne Zugang', en: 'No access' },
  printed: { de: 'Auszuhändigen', en: 'To hand over' },
  out: { de: 'Ausgehändigt', en: 'Handed over' },
  access: { de: 'Mit Zugang', en: 'With access' },
  emptyNone: {
    de: 'Alle haben einen Zugang oder einen Zettel.',
    en: 'Everybody has access or a slip.',
  },
  emptyPrinted: {
    de: 'Kein gedruckter Zettel wartet auf die Aushändigung. Gedruckt wird unter „Ohne Zugang“.',
    en: 'No printed slip waits to be handed over. Slips are printed under “No access”.',
  },
  emptyOut: {
    de: 'Kein ausgehändigter Zettel ist noch offen.',
    en: 'No slip that was handed over is still open.',
  },
  emptyAccess: { de: 'Noch niemand hat ein Kennwort gewählt.', en: 'Nobody has chosen a password yet.' },
  selectAll: {
    de: (count: number) => `Alle auswählen (${count})`,
    en: (count: number) => `Select all (${count})`,
  },
  selected: {
    de: (count: number) => `${people(count)} ausgewählt`,
    en: (count: number) => `${persons(count)} selected`,
  },
  find: { de: 'Person finden', en: 'Find a person' },
  print: { de: 'Zugangszettel drucken …', en: 'Print access slips …' },
  reset: { de: 'Kennwort zurücksetzen …', en: 'Reset password …' },
  handOver: { de: 'Als ausgehändigt vermerken', en: 'Note as handed over' },
  reprint: { de: 'Neuen Zettel drucken …', en: 'Print a new slip …' },
  takeBack: { de: 'Zettel zurückziehen', en: 'Take the slip back' },
  takenBack: { de: 'Der Zettel gilt nicht mehr.', en: 'The slip no longer works.' },
  handedOver: {
    de: (count: number) =>
      plural(count, { one: '1 Zettel ist jetzt gültig.', other: `${count} Zettel sind jetzt gültig.` }),
    en: (count: number) => plural(count, { one: '1 slip works now.', other: `${count} slips work now.` }),
  },
  never: { de: 'noch kein Zettel', en: 'no slip yet' },
  wasIssued: {
    de: (number: number, when: string, by: string) => `Zettel ${number}, gedruckt ${when} von ${by}`,
    en: (number: number, when: string, by: string) => `slip ${number}, printed ${when} by ${by}`,
  },
  wasHandedOver: {
    de: (when: string, by: string, until: string) => `ausgehändigt ${when} durch ${by}, gilt bis ${until}`,
    en: (when: string, by: string, until: string) => `handed over ${when} by ${by}, works until ${until}`,
  },
  wasUsed: {
    de: (when: string) => `Kennwort gewählt ${when}`,
    en: (when: string) => `password chosen ${when}`,
  },
  wasExpired: {
    de: (when: string) => `Zettel abgelaufen ${when}`,
    en: (when: string) => `slip expired ${when}`,
  },
  wasVoid: {
    de: (when: string) => `Zettel zurückgezogen ${when}`,
    en: (when: string) => `slip taken back ${when}`,
  },
  forReset: { de: 'setzt das Kennwort zurück', en: 'resets the password' },
  otherHands: {
    de: 'Aushändigen muss eine zweite Person aus Administration oder Schulleitung.',
    en: 'A second person of administration or leadership has to hand it over.',
  },
  yourself: {
    de: 'Das eigene Kennwort setzt jemand anderes zurück.',
    en: 'Somebody else resets your own password.',
  },
  dialogTitle: {
    de: (count: number) =>
      plural(count, { one: 'Zugangszettel drucken', other: `${count} Zugangszettel drucken` }),
    en: (count: number) =>
      plural(count, { one: 'Print an access slip', other: `Print ${count} access slips` }),
  },
  dialogFirst: {
    de: 'Jeder Zettel trägt einen Code, der nur auf dem Papier steht. Ältere Zettel dieser Personen gelten danach nicht mehr.',
    en: 'Each slip bears a code that stands on the paper alone. Earlier slips of these persons no longer work afterwards.',
  },
  dialogReset: {
    de: (count: number) =>
      `${plural(count, { one: '1 Person hat', other: `${count} Personen haben` })} schon ein Kennwort. Es gilt weiter, bis der Zettel benutzt wird. Die Person sieht, dass Sie den Zettel ausgestellt haben.`,
    en: (count: number) =>
      `${plural(count, { one: '1 person has', other: `${count} persons have` })} a password already. It works until the slip is used. The person sees that you issued the slip.`,
  },
  address: { de: 'Adresse auf den Zetteln', en: 'Address on the slips' },
  addressHint: {
    de: 'Unter dieser Adresse öffnen die Personen Umlauf im Browser.',
    en: 'At this address people open Umlauf in a browser.',
  },
  addressFault: {
    de: 'Eine Adresse beginnt mit https:// oder http://.',
    en: 'An address begins with https:// or http://.',
  },
  addressLocal: {
    de: 'Diese Adresse gilt nur an diesem Rechner. Tragen Sie die Adresse ein, unter der die anderen Geräte Umlauf öffnen.',
    en: 'This address works on this computer only. Enter the one at which other devices open Umlauf.',
  },
  issue: { de: 'Zettel ausstellen', en: 'Issue the slips' },
  progress: {
    de: (done: number, of: number) => `Codes werden gezogen: ${done} von ${of}`,
    en: (done: number, of: number) => `Drawing codes: ${done} of ${of}`,
  },
  setting: { de: 'Die Seiten werden gesetzt …', en: 'Setting the pages …' },
  doneTitle: {
    de: (count: number) =>
      plural(count, { one: '1 Zettel ist ausgestellt.', other: `${count} Zettel sind ausgestellt.` }),
    en: (count: number) => plural(count, { one: '1 slip is issued.', other: `${count} slips are issued.` }),
  },
  done: {
    de: 'Drucken Sie jetzt: Die Codes stehen nur in dieser Datei und sind weg, wenn Sie das Fenster schließen. Eine gespeicherte Datei löschen Sie bitte nach dem Drucken.',
    en: 'Print now: the codes stand in this file alone and are gone when you close this window. Please delete a saved file after printing.',
  },
  openPdf: { de: 'PDF öffnen und drucken', en: 'Open and print the PDF' },
  savePdf: { de: 'PDF speichern', en: 'Save the PDF' },
  close: { de: 'Schließen', en: 'Close' },
  cancel: { de: 'Abbrechen', en: 'Cancel' },
  printFailed: {
    de: 'Das Druckprogramm ließ sich nicht laden. Die Zettel sind ausgestellt, aber nicht gedruckt: Laden Sie die Seite neu und drucken Sie neue Zettel.',
    en: 'The printing part could not be loaded. The slips are issued but not printed: reload the page and print new ones.',
  },
  office: { de: 'Sekretariat', en: 'school office' },
  moreThere: {
    de: (shown: number) =>
      `Die ersten ${shown} sind zu sehen. Suchen Sie, um weitere zu finden; „Alle auswählen“ nimmt alle.`,
    en: (shown: number) => `The first ${shown} are shown. Search to find more; “Select all” takes all.`,
  },
});
