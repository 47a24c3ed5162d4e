import { messages, plural } from './catalogue.ts';

/** What an earlier password keeps shut on this device: opened once more, or given up. */
export const rescueTexts = messages({
  title: {
    de: 'Hier liegt noch etwas, das nicht gesendet ist.',
    en: 'Something that was not sent still lies here.',
  },
  says: {
    de: (what: string) =>
      `Bevor Sie das neue Kennwort bekamen, haben Sie an diesem Gerät geschrieben: ${what}. Das alte Kennwort verschließt es; niemand sonst kann es öffnen, auch die Schule nicht.`,
    en: (what: string) =>
      `Before you got the new password you wrote on this device: ${what}. The old password keeps it shut; nobody else can open it, nor can the school.`,
  },
  commands: {
    de: (count: number) =>
      plural(count, { one: '1 Eintrag im Postausgang', other: `${count} Einträge im Postausgang` }),
    en: (count: number) =>
      plural(count, { one: '1 entry in the outbox', other: `${count} entries in the outbox` }),
  },
  drafts: {
    de: (count: number) => plural(count, { one: '1 Entwurf', other: `${count} Entwürfe` }),
    en: (count: number) => plural(count, { one: '1 draft', other: `${count} drafts` }),
  },
  password: { de: 'Ihr altes Kennwort', en: 'Your old password' },
  hint: {
    de: 'Nur dieses eine Mal. Danach gilt allein das neue.',
    en: 'Only this once. After that the new one alone holds.',
  },
  fillIn: { de: 'Bitte ausfüllen.', en: 'Please fill in.' },
  act: { de: 'Herüberholen und senden', en: 'Fetch and send' },
  busy: { de: 'Wird geöffnet …', en: 'Opening …' },
  later: { de: 'Später', en: 'Later' },
  giveUp: { de: 'Altes Kennwort weiß ich nicht mehr …', en: 'I no longer know the old password …' },
  wrong: {
    de: 'Dieses Kennwort öffnet es nicht. Es ist nichts verloren; versuchen Sie es noch einmal.',
    en: 'This password does not open it. Nothing is lost; try again.',
  },
  full: {
    de: 'Der Speicher dieses Geräts ist voll. Es ist nichts verloren; machen Sie Platz, und versuchen Sie es noch einmal.',
    en: 'This device has no space left. Nothing is lost; make room and try again.',
  },
  failed: {
    de: 'Das hat nicht geklappt. Es ist nichts verloren; laden Sie die Seite neu, und versuchen Sie es noch einmal.',
    en: 'This did not work. Nothing is lost; reload the page and try again.',
  },
  done: {
    de: (what: string) => `Herübergeholt: ${what}.`,
    en: (what: string) => `Fetched: ${what}.`,
  },
  giveUpTitle: { de: 'Nicht Gesendetes aufgeben?', en: 'Give up what was not sent?' },
  giveUpSays: {
    de: (what: string) =>
      `Von diesem Gerät wird für immer gelöscht: ${what}. Fällt Ihnen das Kennwort vielleicht noch ein, brechen Sie ab und wählen „Später“.`,
    en: (what: string) =>
      `Deleted from this device for good: ${what}. If the password may still come back to you, cancel and choose “Later”.`,
  },
  giveUpAct: { de: 'Endgültig löschen', en: 'Delete for good' },
  goneTitle: { de: 'Das nicht Gesendete ist weg.', en: 'What was not sent is gone.' },
  gone: {
    de: (what: string) =>
      `Gelöscht: ${what}. Niemand hat es gelesen, und niemand kann es wiederherstellen. Was davon noch nötig ist, schreiben Sie bitte neu.`,
    en: (what: string) =>
      `Deleted: ${what}. Nobody has read it, and nobody can restore it. Please write anew what is still needed of it.`,
  },
  goOn: { de: 'Weiter', en: 'Go on' },
});
