import { messages, plural } from './catalogue.ts';

/** What waits to go out, and what could not be saved. */
export const outboxTexts = messages({
  title: { de: 'Postausgang', en: 'Outbox' },
  lead: {
    de: (count: number) =>
      plural(count, {
        one: 'Das geht von selbst hinaus. Bis dahin können Sie es ändern oder zurücknehmen.',
        other: `${count} Eingaben gehen von selbst hinaus. Bis dahin können Sie sie ändern oder zurücknehmen.`,
      }),
    en: (count: number) =>
      plural(count, {
        one: 'This goes out by itself. Until then you can change it or take it back.',
        other: `${count} entries go out by themselves. Until then you can change them or take them back.`,
      }),
  },
  empty: {
    de: 'Nichts wartet. Alles, was Sie geschrieben haben, ist bei der Schule.',
    en: 'Nothing is waiting. All that you wrote is with the school.',
  },
  writtenAt: { de: (moment: string) => `geschrieben ${moment}`, en: (moment: string) => `written ${moment}` },
  waits: { de: 'Wartet auf Verbindung', en: 'Waiting for a connection' },
  waitsOnline: { de: 'Wartet', en: 'Waiting' },
  isSent: { de: 'Wird gesendet', en: 'Being sent' },
  change: { de: 'Ändern', en: 'Change' },
  open: { de: 'Öffnen', en: 'Open' },
  takeBack: { de: 'Zurücknehmen', en: 'Take back' },
  tookBack: { de: 'Zurückgenommen.', en: 'Taken back.' },
  tookBackAsDraft: {
    de: 'Zurückgenommen. Ihr Text liegt unter „Entwürfe“.',
    en: 'Taken back. Your text is in “Drafts”.',
  },

  announce: {
    de: (title: string) => `Mitteilung „${title}“`,
    en: (title: string) => `Announcement “${title}”`,
  },
  edit: { de: (title: string) => `Änderung an „${title}“`, en: (title: string) => `Change of “${title}”` },
  withdraw: {
    de: (title: string) => `Zurückziehen von „${title}“`,
    en: (title: string) => `Withdrawal of “${title}”`,
  },
  acknowledge: {
    de: (title: string) => `Kenntnisnahme zu „${title}“`,
    en: (title: string) => `Acknowledgement of “${title}”`,
  },
  respond: {
    de: (title: string, answer: string) => `Rückmeldung zu „${title}“: ${answer}`,
    en: (title: string, answer: string) => `Answer to “${title}”: ${answer}`,
  },
  ask: {
    de: (title: string) => `Rückfrage zu „${title}“`,
    en: (title: string) => `Question about “${title}”`,
  },
  reply: {
    de: (title: string) => `Antwort auf eine Rückfrage zu „${title}“`,
    en: (title: string) => `Answer to a question about “${title}”`,
  },
  setResolution: { de: 'Angaben zu einem Beschluss', en: 'Details of a resolution' },
  remind: {
    de: (title: string) => `Erinnerung zu „${title}“`,
    en: (title: string) => `Reminder of “${title}”`,
  },
  createGroup: { de: (name: string) => `Neue Gruppe „${name}“`, en: (name: string) => `New group “${name}”` },
  renameGroup: {
    de: (name: string) => `Neuer Gruppenname „${name}“`,
    en: (name: string) => `New group name “${name}”`,
  },
  setMember: {
    de: (person: string, group: string) => `${person} in der Gruppe „${group}“`,
    en: (person: string, group: string) => `${person} in the group “${group}”`,
  },
  setGroupDevices: {
    de: (group: string) => `Geräte für „${group}“`,
    en: (group: string) => `Devices for “${group}”`,
  },
  removeMember: {
    de: (person: string, group: string) => `${person} aus der Gruppe „${group}“ entfernen`,
    en: (person: string, group: string) => `Remove ${person} from the group “${group}”`,
  },
  importStaff: {
    de: (count: number) =>
      plural(count, { one: 'Einlesen von 1 Person', other: `Einlesen von ${count} Personen` }),
    en: (count: number) => plural(count, { one: 'Import of 1 person', other: `Import of ${count} people` }),
  },
  somebody: { de: 'Eine Person', en: 'A person' },
  unknownTitle: { de: 'ohne Titel', en: 'untitled' },

  notSavedTitle: { de: 'Nicht gespeichert', en: 'Not saved' },
  notSavedLead: {
    de: (count: number) =>
      plural(count, {
        one: 'Etwas von Ihnen ist nicht angekommen. Es liegt hier sicher, bis Sie entscheiden.',
        other: `${count} Eingaben von Ihnen sind nicht angekommen. Alle liegen hier sicher, bis Sie entscheiden.`,
      }),
    en: (count: number) =>
      plural(count, {
        one: 'Something of yours has not arrived. It is safe here until you decide.',
        other: `${count} entries of yours have not arrived. All are safe here until you decide.`,
      }),
  },
  notSavedEmpty: {
    de: 'Alles, was Sie geschrieben haben, ist gespeichert.',
    en: 'All that you wrote is saved.',
  },
  twoVersions: { de: 'Zwei Fassungen', en: 'Two versions' },
  notAccepted: { de: 'Nicht angenommen', en: 'Not accepted' },
  conflictSays: {
    de: (name: string) =>
      `${name} hat diese Mitteilung geändert, bevor Ihre Fassung ankam. Wählen Sie, welche Fassung gilt. Die Unterschiede sind unterstrichen.`,
    en: (name: string) =>
      `${name} changed this announcement before your version arrived. Choose which version counts. The differences are underlined.`,
  },
  conflictWithSelf: {
    de: 'Sie haben diese Mitteilung auf einem anderen Gerät geändert, bevor diese Fassung ankam. Wählen Sie, welche Fassung gilt. Die Unterschiede sind unterstrichen.',
    en: 'You changed this announcement on another device before this version arrived. Choose which version counts. The differences are underlined.',
  },
  sameFromSelf: {
    de: 'Sie haben auf einem anderen Gerät dieselbe Änderung gespeichert. Es ist nichts mehr zu tun.',
    en: 'You have saved the same change on another device. Nothing is left to do.',
  },
  conflictSame: {
    de: (name: string) => `${name} hat inzwischen dieselbe Änderung gespeichert. Es ist nichts mehr zu tun.`,
    en: (name: string) => `${name} has saved the same change meanwhile. Nothing is left to do.`,
  },
  mine: { de: 'Ihre Fassung', en: 'Your version' },
  mineAt: { de: (moment: string) => `${moment} geschrieben`, en: (moment: string) => `written ${moment}` },
  stored: { de: 'Gespeicherte Fassung', en: 'Stored version' },
  storedBy: {
    de: (name: string, moment: string) => `${name}, ${moment}`,
    en: (name: string, moment: string) => `${name}, ${moment}`,
  },
  saveMine: { de: 'Meine Fassung speichern', en: 'Save my version' },
  saveMineSays: {
    de: (moment: string) => `Ersetzt die Fassung von ${moment}. Diese bleibt unter „Frühere Fassungen“.`,
    en: (moment: string) => `Replaces the version of ${moment}. That one stays in “Earlier versions”.`,
  },
  keepStored: { de: 'Diese Fassung behalten', en: 'Keep this version' },
  keepStoredSays: {
    de: 'An der Mitteilung ändert sich nichts. Ihr Text wird ein Entwurf.',
    en: 'The announcement does not change. Your text becomes a draft.',
  },
  merge: { de: 'Beide zusammenführen …', en: 'Merge both …' },
  copyMine: { de: 'Meinen Text kopieren', en: 'Copy my text' },
  copied: { de: 'Ihr Text ist in der Zwischenablage.', en: 'Your text is on the clipboard.' },
  copyFailed: {
    de: 'Kopieren ging nicht. Markieren Sie den Text und drücken Sie Strg C.',
    en: 'Copying did not work. Select the text and press Ctrl C.',
  },
  becameDraft: { de: 'Ihr Text liegt unter „Entwürfe“.', en: 'Your text is in “Drafts”.' },
  savedMine: { de: 'Ihre Fassung geht hinaus.', en: 'Your version goes out.' },
  keepAsDraft: { de: 'Als Entwurf behalten', en: 'Keep as a draft' },
  openAnnouncement: { de: 'Mitteilung öffnen', en: 'Open the announcement' },
  openGroup: { de: 'Gruppe öffnen', en: 'Open the group' },
  understood: { de: 'Verstanden', en: 'Understood' },
  discard: { de: 'Verwerfen …', en: 'Discard …' },
  discardTitle: { de: 'Text verwerfen?', en: 'Discard the text?' },
  discardSays: {
    de: 'Ihr Text wird von diesem Gerät gelöscht. Das lässt sich nicht rückgängig machen.',
    en: 'Your text is deleted from this device. This cannot be undone.',
  },
  discardAct: { de: 'Verwerfen', en: 'Discard' },
  threadFull: {
    de: 'Zu dieser Rückfrage gibt es schon 200 Nachrichten. Was Sie geschrieben haben, bleibt hier, bis Sie es verwerfen.',
    en: 'This question already has 200 messages. What you wrote stays here until you discard it.',
  },
  placeTaken: {
    de: (answer: string) => `„${answer}“ ist inzwischen vergeben.`,
    en: (answer: string) => `“${answer}” has been taken meanwhile.`,
  },
  nothingToDo: { de: 'Es ist nichts mehr zu tun.', en: 'Nothing is left to do.' },
});
