import { messages, plural } from './catalogue.ts';
import { list } from './format.ts';

const counted = (
  count: number,
  forms: { readonly one: string; readonly other: string },
): readonly string[] => (count === 0 ? [] : [plural(count, forms)]);

/** The settings page and the sheet of shortcuts. */
export const settingsTexts = messages({
  title: { de: 'Einstellungen', en: 'Settings' },
  appearance: { de: 'Aussehen', en: 'Appearance' },
  themeSystem: { de: 'Wie das Gerät', en: 'As the device' },
  themeLight: { de: 'Hell', en: 'Light' },
  themeDark: { de: 'Dunkel', en: 'Dark' },
  language: { de: 'Sprache', en: 'Language' },
  device: { de: 'Dieses Gerät', en: 'This device' },
  connection: {
    de: (address: string) => `Diese Verbindung: ${address}`,
    en: (address: string) => `This connection: ${address}`,
  },
  otherAddresses: {
    de: (others: readonly string[]) => `Weitere Adressen der Schule: ${others.join(', ')}`,
    en: (others: readonly string[]) => `Other addresses of the school: ${others.join(', ')}`,
  },
  lockSays: {
    de: 'Schließt Ihren Bestand auf diesem Gerät ab. Mit Ihrem Kennwort geht es weiter, auch ohne Verbindung.',
    en: 'Closes your documents on this device. Your password opens them again, even without a connection.',
  },
  leave: { de: 'Abmelden und nichts hier lassen …', en: 'Sign out and leave nothing here …' },
  leaveSays: {
    de: 'Löscht Ihren Bestand von diesem Gerät. Beim nächsten Anmelden wird er neu geladen.',
    en: 'Deletes your documents from this device. They are loaded again when you next sign in.',
  },
  leaveTitle: { de: 'Abmelden und nichts hier lassen?', en: 'Sign out and leave nothing here?' },
  leaveAsk: {
    de: 'Alles, was auf diesem Gerät von Ihnen liegt, wird gelöscht. Was Sie gesendet haben, bleibt bei der Schule.',
    en: 'Everything of yours on this device will be deleted. What you have sent stays with the school.',
  },
  leaveLoses: {
    de: (drafts: number, unsent: number) =>
      [
        list([
          ...counted(drafts, { one: '1 Entwurf', other: `${drafts} Entwürfe` }),
          ...counted(unsent, { one: '1 nicht gesendeter Text', other: `${unsent} nicht gesendete Texte` }),
        ]),
        plural(drafts + unsent, {
          one: 'geht dabei verloren. Senden Sie ihn vorher oder kopieren Sie den Text.',
          other: 'gehen dabei verloren. Senden Sie sie vorher oder kopieren Sie den Text.',
        }),
      ].join(' '),
    en: (drafts: number, unsent: number) =>
      [
        list([
          ...counted(drafts, { one: '1 draft', other: `${drafts} drafts` }),
          ...counted(unsent, { one: '1 unsent text', other: `${unsent} unsent texts` }),
        ]),
        plural(drafts + unsent, {
          one: 'will be lost. Send it first or copy the text.',
          other: 'will be lost. Send them first or copy the text.',
        }),
      ].join(' '),
  },
  leaveAnyway: { de: 'Trotzdem löschen', en: 'Delete anyway' },
  leaveAct: { de: 'Abmelden und löschen', en: 'Sign out and delete' },
  rightsSetBy: {
    de: (when: string, who: string, rights: string) =>
      `${when}: ${who} hat Ihre Rechte geändert. Seitdem: ${rights}.`,
    en: (when: string, who: string, rights: string) =>
      `${when}: ${who} changed your rights. Since then: ${rights}.`,
  },
  rightsSetByServer: {
    de: (when: string, rights: string) =>
      `${when}: Am Server wurden Ihre Rechte geändert. Seitdem: ${rights}.`,
    en: (when: string, rights: string) =>
      `${when}: your rights were changed at the server. Since then: ${rights}.`,
  },
  signedInAs: { de: 'Angemeldet als', en: 'Signed in as' },
  shortcuts: { de: 'Tastenkürzel', en: 'Shortcuts' },
  shortcutsShow: { de: 'Tastenkürzel zeigen', en: 'Show shortcuts' },
  keySearch: { de: 'Suchen', en: 'Search' },
  keyLock: { de: 'Sperren', en: 'Lock' },
  keyMove: { de: 'In Listen auf und ab', en: 'Up and down in lists' },
  keyEnds: { de: 'Erster und letzter Eintrag', en: 'First and last entry' },
  keyOpen: { de: 'Öffnen', en: 'Open' },
  keyBack: { de: 'Zurück', en: 'Back' },
  keyHelp: { de: 'Diese Übersicht', en: 'This sheet' },
  enter: { de: 'Eingabe', en: 'Enter' },
  escape: { de: 'Esc', en: 'Esc' },
  home: { de: 'Pos1', en: 'Home' },
  end: { de: 'Ende', en: 'End' },
});
