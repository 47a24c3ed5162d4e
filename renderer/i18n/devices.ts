import { messages, plural } from './catalogue.ts';

/** Devices: one's own, further ones, those that wait, and what the administration sees of them. */
export const deviceTexts = messages({
  mine: { de: 'Meine Geräte', en: 'My devices' },
  mineSays: {
    de: 'Auf diesen Geräten sind Sie angemeldet. Ein Gerät, das Sie nicht mehr haben, melden Sie hier ab.',
    en: 'You are signed in on these devices. Sign out a device here that you no longer have.',
  },
  thisDevice: { de: 'Dieses Gerät', en: 'This device' },
  official: { de: 'Gerät der Schule', en: 'Device of the school' },
  private: { de: 'Privates Gerät', en: 'Private device' },
  'staff-room': { de: 'Lehrerzimmer-PC', en: 'Staff-room PC' },
  seen: { de: (day: string) => `zuletzt benutzt ${day}`, en: (day: string) => `last used ${day}` },
  since: { de: (day: string) => `angemeldet ${day}`, en: (day: string) => `signed in ${day}` },
  waiting: { de: 'Wartet auf Genehmigung', en: 'Waits for approval' },
  revokedOn: {
    de: (when: string, who: string) => `Abgemeldet ${when} durch ${who}`,
    en: (when: string, who: string) => `Revoked ${when} by ${who}`,
  },
  revoke: { de: 'Abmelden', en: 'Revoke' },
  revokeOf: { de: (name: string) => `${name} abmelden`, en: (name: string) => `Revoke ${name}` },
  revokeTitle: {
    de: (name: string) => `„${name}“ abmelden?`,
    en: (name: string) => `Revoke “${name}”?`,
  },
  revokeSays: {
    de: 'Beim nächsten Kontakt mit der Schule löscht es alles, was von Umlauf darauf liegt, auch Texte, die dort noch nicht gesendet sind. Bis dahin liegt alles verschlüsselt unter dem Kennwort.',
    en: 'At its next contact with the school it deletes everything of Umlauf, texts that were not sent from there as well. Until then everything lies encrypted under the password.',
  },
  name: { de: 'Name des Geräts', en: 'Name of the device' },
  rename: { de: 'Umbenennen', en: 'Rename' },
  renameOf: { de: (name: string) => `${name} umbenennen`, en: (name: string) => `Rename ${name}` },
  save: { de: 'Speichern', en: 'Save' },
  failed: {
    de: 'Das hat nicht geklappt. Es braucht eine Verbindung zur Schule; es ist nichts geändert.',
    en: 'This did not work. It needs a connection to the school; nothing was changed.',
  },
  none: { de: 'Noch ist kein Gerät verzeichnet.', en: 'No device is listed yet.' },

  further: { de: 'Weiteres Gerät …', en: 'Further device …' },
  furtherTitle: { de: 'Auf einem weiteren Gerät anmelden', en: 'Sign in on a further device' },
  furtherSteps: {
    de: 'Öffnen Sie Umlauf auf dem anderen Gerät und wählen Sie „Mit Code eines anderen Geräts“. Geben Sie dort diesen Code und Ihr Kennwort ein.',
    en: 'Open Umlauf on the other device and choose “With a code from another device”. Enter this code and your password there.',
  },
  furtherUntil: {
    de: (time: string) => `Gilt bis ${time} und nur einmal. Ohne Ihr Kennwort öffnet er nichts.`,
    en: (time: string) => `Valid until ${time} and once only. Without your password it opens nothing.`,
  },
  furtherOver: { de: 'Der Code ist abgelaufen.', en: 'The code has expired.' },
  furtherAgain: { de: 'Neuen Code zeigen', en: 'Show a new code' },
  furtherLoading: { de: 'Der Code wird geholt …', en: 'Fetching the code …' },
  furtherOffline: {
    de: 'Für den Code braucht es eine Verbindung zur Schule.',
    en: 'The code needs a connection to the school.',
  },

  joinTitle: { de: 'Weiteres Gerät', en: 'Further device' },
  joinCode: { de: 'Code', en: 'Code' },
  joinHint: {
    de: 'Auf einem Gerät, das Sie schon benutzen: Einstellungen, Weiteres Gerät.',
    en: 'On a device you already use: Settings, Further device.',
  },
  joinWrong: {
    de: 'Code und Kennwort passen nicht zusammen, oder der Code ist abgelaufen. Lassen Sie sich einen neuen zeigen.',
    en: 'Code and password do not match, or the code has expired. Have a new one shown.',
  },
  what: { de: 'Was für ein Gerät ist das?', en: 'What kind of device is this?' },
  whatPrivate: { de: 'Mein eigenes', en: 'My own' },
  whatOfficial: { de: 'Eines der Schule', en: 'One of the school' },

  waitTitle: {
    de: 'Dieses Gerät wartet auf die Genehmigung der Schulleitung.',
    en: 'This device waits for the approval of the school’s head.',
  },
  waitSays: {
    de: 'Private Geräte genehmigt die Schulleitung. Ihre Anmeldung ist dort eingegangen, Sie müssen nichts weiter tun. Sobald das Gerät genehmigt ist, geht es hier von selbst weiter. Bis dahin liegt auf diesem Gerät nichts aus der Schule.',
    en: 'Private devices are approved by the school’s head. Your sign-in has arrived there, there is nothing more to do. Once it is approved, this goes on by itself. Until then nothing of the school lies on this device.',
  },
  waitElsewhere: {
    de: 'An einem Gerät der Schule können Sie sofort arbeiten.',
    en: 'On a device of the school you can work at once.',
  },
  notAllowedTitle: {
    de: 'Private Geräte sind an Ihrer Schule nicht zugelassen.',
    en: 'Your school allows no private devices.',
  },
  notAllowedSays: {
    de: 'Was auf diesem Gerät liegt, bleibt verschlossen. Melden Sie sich hier ab; dann ist es gelöscht. Weiter arbeiten Sie an einem Gerät der Schule.',
    en: 'What lies on this device stays locked. Sign out here; then it is deleted. Go on working on a device of the school.',
  },
  leave: { de: 'Abmelden und nichts hier lassen', en: 'Sign out and leave nothing here' },

  revokedTitle: { de: 'Dieses Gerät wurde abgemeldet.', en: 'This device was revoked.' },
  revokedSays: {
    de: 'Alles, was hier von Ihnen lag, ist gelöscht. Wenn Sie das Gerät weiter benutzen wollen, melden Sie sich neu an.',
    en: 'Everything of yours that lay here has been deleted. If you want to go on using this device, sign in anew.',
  },
  revokedLost: {
    de: (count: number) =>
      plural(count, {
        one: 'Ein nicht gesendeter Text lag nur hier und ist mit gelöscht.',
        other: `${count} nicht gesendete Texte lagen nur hier und sind mit gelöscht.`,
      }),
    en: (count: number) =>
      plural(count, {
        one: 'One text that was not sent lay here alone and is deleted as well.',
        other: `${count} texts that were not sent lay here alone and are deleted as well.`,
      }),
  },

  pageTitle: { de: 'Geräte', en: 'Devices' },
  pageSentence: {
    de: 'Private Geräte genehmigen und sperren.',
    en: 'Approve private devices and revoke them.',
  },
  requests: { de: 'Warten auf Genehmigung', en: 'Waiting for approval' },
  noRequests: {
    de: 'Kein privates Gerät wartet auf Genehmigung.',
    en: 'No private device waits for approval.',
  },
  onlyHead: {
    de: 'Private Geräte genehmigt die Schulleitung.',
    en: 'Private devices are approved by the school’s head.',
  },
  joinedByCode: {
    de: 'mit dem Code eines Geräts, das schon in Gebrauch ist',
    en: 'with a code from a device already in use',
  },
  joinedByPassword: { de: 'mit Kürzel und Kennwort', en: 'with short code and password' },
  approve: { de: 'Genehmigen', en: 'Approve' },
  approveOf: {
    de: (name: string) => `Gerät von ${name} genehmigen`,
    en: (name: string) => `Approve ${name}’s device`,
  },
  decline: { de: 'Ablehnen', en: 'Decline' },
  declineOf: {
    de: (name: string) => `Gerät von ${name} ablehnen`,
    en: (name: string) => `Decline ${name}’s device`,
  },
  approved: { de: 'Genehmigte private Geräte', en: 'Approved private devices' },
  approvedBy: {
    de: (when: string, who: string) => `Genehmigt ${when} durch ${who}`,
    en: (when: string, who: string) => `Approved ${when} by ${who}`,
  },
  approvedUnasked: { de: 'Ohne Genehmigung zugelassen', en: 'Allowed without approval' },
  ended: { de: 'Abgelehnt oder abgemeldet', en: 'Declined or revoked' },
  leadApproval: {
    de: 'Ein privates Gerät zeigt erst etwas, wenn die Schulleitung es genehmigt hat.',
    en: 'A private device shows nothing before the head has approved it.',
  },
  leadAllowed: {
    de: 'Private Geräte brauchen an Ihrer Schule keine Genehmigung. Ändern lässt sich das unter „Schule“.',
    en: 'Private devices need no approval at your school. This can be changed under “School”.',
  },
  leadNo: {
    de: 'Private Geräte sind an Ihrer Schule nicht erlaubt. Ändern lässt sich das unter „Schule“.',
    en: 'Private devices are not allowed at your school. This can be changed under “School”.',
  },
  noneKnown: {
    de: 'Auf keinem privaten Gerät ist jemand angemeldet.',
    en: 'Nobody is signed in on a private device.',
  },
  privacy: {
    de: 'Wann ein Gerät benutzt wird, sieht nur, wem es gehört.',
    en: 'When a device is used is seen by its owner alone.',
  },
});
