import { messages } from './catalogue.ts';

/** The settings page and the sheet of shortcuts. */
export const settingsTexts = messages({
  title: { de: 'Einstellungen', en: 'Settings' },
  appearance: { de: 'Aussehen', en: 'Appearance' },
  themeSystem: { de: 'Wie das Gerät', en: 'As the device' },
  themeLight: { de: 'Hell', en: 'Light' },
  themeDark: { de: 'Dunkel', en: 'Dark' },
  language: { de: 'Sprache', en: 'Language' },
  device: { de: 'Dieses Gerät', en: 'This device' },
  deviceOfficial: {
    de: 'Ihr Bestand bleibt verschlüsselt hier, auch wenn Sie sperren.',
    en: 'Your documents stay here encrypted, even when you lock.',
  },
  devicePrivate: {
    de: 'Ihr Bestand bleibt verschlüsselt hier. Private Geräte genehmigt die Schulleitung.',
    en: 'Your documents stay here encrypted. Private devices are approved by the school’s head.',
  },
  deviceShared: {
    de: 'Ein Gerät, das viele benutzen. Melden Sie sich hier immer ab und lassen Sie nichts hier.',
    en: 'A device that many people use. Always sign out here and leave nothing.',
  },
  deviceFromNext: { de: 'Gilt ab dem nächsten Anmelden.', en: 'Takes effect when you next sign in.' },
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
    de: 'Alles, was auf diesem Gerät von Ihnen liegt, wird gelöscht. Auf dem Server der Schule bleibt es.',
    en: 'Everything of yours on this device will be deleted. On the school’s server it stays.',
  },
  leaveLoses: {
    de: (waiting: string) =>
      `Noch nicht gesendet: ${waiting}. Das ginge verloren. Warten Sie besser auf eine Verbindung.`,
    en: (waiting: string) => `Not sent yet: ${waiting}. It would be lost. Better wait for a connection.`,
  },
  leaveAct: { de: 'Abmelden und löschen', en: 'Sign out and delete' },
  leaveFailed: {
    de: 'Es ließ sich nicht alles löschen. Schließen Sie andere Fenster von Umlauf und versuchen Sie es noch einmal.',
    en: 'Not everything could be deleted. Close other windows of Umlauf and try again.',
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
  control: { de: 'Strg', en: 'Ctrl' },
  enter: { de: 'Eingabe', en: 'Enter' },
  escape: { de: 'Esc', en: 'Esc' },
  home: { de: 'Pos1', en: 'Home' },
  end: { de: 'Ende', en: 'End' },
});
