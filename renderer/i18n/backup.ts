import { messages, plural } from './catalogue.ts';

/** Backups as administrators see them, and what everybody reads after a restore. */
export const backupTexts = messages({
  restoredTitle: {
    de: (when: string) => `Der Server wurde aus einer Sicherung vom ${when} wiederhergestellt.`,
    en: (when: string) => `The server was restored from a backup of ${when}.`,
  },
  missing: {
    de: (count: number) =>
      plural(count, {
        one: 'Eine Ihrer Änderungen fehlte dort und wurde erneut gesendet.',
        other: `${count} Ihrer Änderungen fehlten dort und wurden erneut gesendet.`,
      }),
    en: (count: number) =>
      plural(count, {
        one: 'One of your changes was missing there and has been sent again.',
        other: `${count} of your changes were missing there and have been sent again.`,
      }),
  },
  nothingMissing: {
    de: 'Von dem, was Sie auf diesem Gerät geschrieben haben, fehlte dort nichts.',
    en: 'Nothing you wrote on this device was missing there.',
  },
  toNotSaved: { de: 'Nicht gespeichert ansehen', en: 'Look at Not saved' },
  understood: { de: 'Verstanden', en: 'Understood' },

  lead: {
    de: 'Umlauf sichert jede Nacht von selbst alles, verschlüsselt. Lesen lässt sich eine Sicherung nur mit dem Blatt aus dem Notfallumschlag.',
    en: 'Umlauf backs everything up every night, encrypted. A backup can be read only with the sheet from the emergency envelope.',
  },
  loading: { de: 'Der Stand der Sicherungen wird geladen', en: 'Loading how backups stand' },
  unreachable: {
    de: 'Wie die Sicherungen stehen, weiß nur der Server. Er ist gerade nicht erreichbar.',
    en: 'Only the server knows how backups stand. It cannot be reached just now.',
  },
  again: { de: 'Erneut versuchen', en: 'Try again' },
  now: { de: 'Jetzt sichern', en: 'Back up now' },
  running: { de: 'Es wird gesichert …', en: 'Backing up …' },
  runningSays: {
    de: 'Alle können weiterarbeiten. Sie dürfen diese Seite verlassen.',
    en: 'Everybody can go on working. You may leave this page.',
  },
  goodTitle: { de: 'Die letzte Sicherung ist gut.', en: 'The last backup is good.' },
  good: {
    de: (when: string) => `Gesichert und zurückgelesen: ${when}.`,
    en: (when: string) => `Backed up and read back: ${when}.`,
  },
  oldTitle: {
    de: (days: number) => `Seit ${days} Tagen wurde nicht gesichert.`,
    en: (days: number) => `No backup for ${days} days.`,
  },
  oldSays: {
    de: 'Läuft der Server nachts? Sichern Sie jetzt; wer den Server betreut, soll nachsehen.',
    en: 'Does the server run at night? Back up now; whoever looks after the server should check.',
  },
  noneTitle: { de: 'Es gibt noch keine Sicherung.', en: 'There is no backup yet.' },
  noneSays: {
    de: 'Sichern Sie jetzt; es dauert meist unter einer Minute.',
    en: 'Back up now; it rarely takes a minute.',
  },
  noKeyTitle: { de: 'Es gibt keinen Wiederherstellungsschlüssel.', en: 'There is no recovery key.' },
  noKeySays: {
    de: 'Ohne ihn kann nicht gesichert werden. Wer den Server betreut, legt ihn dort an und druckt das Blatt für den Notfallumschlag:',
    en: 'Without it nothing can be backed up. Whoever looks after the server makes it there and prints the sheet for the envelope:',
  },
  failedTitle: { de: 'Die letzte Sicherung ist fehlgeschlagen.', en: 'The last backup has failed.' },
  failedAt: {
    de: (when: string) => `Versucht: ${when}. Ältere Sicherungen sind unverändert.`,
    en: (when: string) => `Tried: ${when}. Older backups are unchanged.`,
  },
  diskFull: {
    de: 'Auf dem Datenträger ist zu wenig Platz. Schaffen Sie Platz und sichern Sie dann erneut.',
    en: 'There is too little space on the disk. Make room, then back up again.',
  },
  folderGone: {
    de: 'Der Ordner ist nicht erreichbar. Prüfen Sie, ob das Laufwerk angeschlossen ist.',
    en: 'The folder cannot be reached. Check whether the drive is connected.',
  },
  databaseDamaged: {
    de: 'Die Datenbank ist beschädigt. Stellen Sie die letzte gute Sicherung wieder her.',
    en: 'The database is damaged. Restore the last good backup.',
  },
  notVerified: {
    de: 'Was geschrieben wurde, ließ sich nicht zurücklesen. Der Datenträger ist wahrscheinlich defekt.',
    en: 'What was written could not be read back. The disk is probably failing.',
  },
  otherFault: {
    de: 'Der Grund steht in der Ausgabe des Servers.',
    en: 'The reason stands in the output of the server.',
  },
  factWhen: { de: 'Letzte gute Sicherung', en: 'Last good backup' },
  factSize: { de: 'Größe', en: 'Size' },
  factWhere: { de: 'Ordner auf dem Server', en: 'Folder on the server' },
  factKept: { de: 'Aufgehoben', en: 'Kept' },
  factNext: { de: 'Nächste Sicherung', en: 'Next backup' },
  factKey: { de: 'Kennung des Schlüssels', en: 'Mark of the key' },
  factDrill: { de: 'Letzte Probe', en: 'Last drill' },
  contents: {
    de: (size: string, documents: string, files: number) =>
      `${size}, ${documents} Dokumente, ${plural(files, { one: '1 Datei', other: `${files} Dateien` })}`,
    en: (size: string, documents: string, files: number) =>
      `${size}, ${documents} documents, ${plural(files, { one: '1 file', other: `${files} files` })}`,
  },
  kept: {
    de: (count: number) => plural(count, { one: '1 Sicherung', other: `${count} Sicherungen` }),
    en: (count: number) => plural(count, { one: '1 backup', other: `${count} backups` }),
  },
  noNext: { de: 'keine; sie ist ausgeschaltet', en: 'none; it is switched off' },
  noDrill: { de: 'noch keine', en: 'none yet' },
  drillGood: {
    de: (when: string) => `${when}: ließ sich wiederherstellen`,
    en: (when: string) => `${when}: could be restored`,
  },
  drillBad: {
    de: (when: string) => `${when}: ließ sich nicht wiederherstellen`,
    en: (when: string) => `${when}: could not be restored`,
  },
  sameDisk: {
    de: 'Liegt dieser Ordner auf derselben Platte wie der Server, hilft er bei einem Plattenschaden nicht. Legen Sie die Sicherungen auf ein anderes Gerät; wie, steht im Handbuch.',
    en: 'If this folder is on the same disk as the server, it does not help when that disk fails. Put backups on another device; the handbook says how.',
  },
  drillSays: {
    de: 'Machen Sie zweimal im Jahr eine Probe mit dem Blatt aus dem Umschlag; wie, steht im Handbuch.',
    en: 'Twice a year try a backup out with the sheet from the envelope; the handbook says how.',
  },
});
