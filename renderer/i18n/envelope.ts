import { messages } from './catalogue.ts';

/** The emergency envelope: the sheet with the recovery key, and the screen that hands it out. */
export const envelopeTexts = messages({
  title: { de: 'Der Notfallumschlag', en: 'The emergency envelope' },
  says: {
    de: 'Umlauf sichert sich jede Nacht verschlüsselt. Diesen Schlüssel gibt es nur auf Papier: Ohne ihn ist keine Sicherung lesbar, und niemand kann ihn wiederbeschaffen. Drucken Sie das Blatt zweimal, legen Sie eines verschlossen in den Tresor und geben Sie das andere der Schulleitung.',
    en: 'Umlauf backs itself up every night, encrypted. This key exists on paper only: without it no backup can be read, and nobody can get it back. Print the sheet twice, put one sealed into the safe and give the other to the leadership.',
  },
  fingerprint: {
    de: (text: string) =>
      `Kennung ${text}. Nur das Blatt mit dieser Kennung gilt; ein früher gedrucktes vernichten Sie.`,
    en: (text: string) =>
      `Mark ${text}. Only the sheet with this mark counts; destroy one that was printed earlier.`,
  },
  blocks: { de: 'Wiederherstellungsschlüssel', en: 'Recovery key' },
  print: { de: 'Blatt öffnen und drucken', en: 'Open the sheet and print' },
  preparing: { de: 'Bereitet das Blatt vor …', en: 'Prepares the sheet …' },
  printFailed: {
    de: 'Das Blatt konnte nicht vorbereitet werden. Schreiben Sie die elf Blöcke und die Kennung mit der Hand ab.',
    en: 'The sheet could not be prepared. Copy the eleven blocks and the mark by hand.',
  },
  printSaved: {
    de: 'Der Browser öffnet kein neues Fenster; das Blatt wurde als Datei gespeichert. Löschen Sie die Datei nach dem Drucken.',
    en: 'The browser opens no new window; the sheet was saved as a file. Delete the file after printing.',
  },
  confirm: {
    de: (number: number) => `Zur Probe: Block ${number} vom gedruckten Blatt`,
    en: (number: number) => `To make sure: block ${number} of the printed sheet`,
  },
  confirmHint: { de: 'Sechs Zeichen, groß oder klein.', en: 'Six characters, upper or lower case.' },
  confirmWrong: {
    de: (number: number) => `Das ist nicht Block ${number}. Lesen Sie auf dem Blatt nach.`,
    en: (number: number) => `This is not block ${number}. Look at the sheet.`,
  },
  missing: { de: 'Der Schlüssel konnte nicht erzeugt werden.', en: 'The key could not be made.' },
  sheetTitle: { de: 'Notfallumschlag', en: 'Emergency envelope' },
  sheetMade: {
    de: (fingerprint: string, date: string) => `Kennung ${fingerprint} · erzeugt am ${date}`,
    en: (fingerprint: string, date: string) => `Mark ${fingerprint} · made on ${date}`,
  },
  sheetWhat: { de: 'Was das ist', en: 'What this is' },
  sheetWhatText: {
    de: 'Mit diesem Schlüssel lassen sich die Sicherungen von Umlauf lesen und der Server auf einem neuen Rechner wiederherstellen. Er ist nirgends gespeichert. Wer ihn und eine Sicherung hat, kann alles lesen, was der Server lesen kann.',
    en: 'With this key the backups of Umlauf can be read and the server restored on a new machine. It is stored nowhere. Who has it and a backup can read everything the server can read.',
  },
  sheetKeep: { de: 'Aufbewahren', en: 'Keeping it' },
  sheetKeepText: {
    de: 'Zwei Blätter, jedes in einem verschlossenen Umschlag: eines im Tresor der Schule, eines bei der Schulleitung. Nicht fotografieren, nicht einscannen, nicht abspeichern.',
    en: 'Two sheets, each in a sealed envelope: one in the school’s safe, one with the leadership. Do not photograph, scan or save it.',
  },
  sheetUse: { de: 'Im Ernstfall', en: 'In an emergency' },
  sheetUse1: {
    de: 'Umlauf auf dem neuen Rechner entpacken und die jüngste Datei „.sicherung“ daneben legen.',
    en: 'Unpack Umlauf on the new machine and put the newest file “.sicherung” beside it.',
  },
  sheetUse2: {
    de: '„npm run --silent restore -- DATEI --data NEUER-ORDNER“ eingeben, dann den Schlüssel Block für Block. Ein falsch getippter Block wird sofort genannt.',
    en: 'Type “npm run --silent restore -- FILE --data NEW-FOLDER”, then the key block by block. A mistyped block is named at once.',
  },
  sheetUse3: {
    de: '„npm run server -- --data NEUER-ORDNER“ starten, unter derselben Adresse wie vorher.',
    en: 'Start “npm run server -- --data NEW-FOLDER” under the same address as before.',
  },
  sheetSealed: { de: 'Verschlossen am / durch', en: 'Sealed on / by' },
  sheetOpened: { de: 'Geöffnet am / durch / Anlass', en: 'Opened on / by / reason' },
});
