import { messages, plural } from './catalogue.ts';

/** Signing in, redeeming an access code, unlocking. */
export const signInTexts = messages({
  signIn: { de: 'Anmelden', en: 'Sign in' },
  signingIn: { de: 'Meldet an …', en: 'Signing in …' },
  shortCode: { de: 'Kürzel', en: 'Short code' },
  password: { de: 'Kennwort', en: 'Password' },
  redeem: { de: 'Zugangscode einlösen', en: 'Redeem an access code' },
  join: { de: 'Mit Code eines anderen Geräts', en: 'With a code from another device' },
  redeemAct: { de: 'Kennwort setzen und anmelden', en: 'Set password and sign in' },
  backToSignIn: { de: 'Zurück zum Anmelden', en: 'Back to sign in' },
  forgotten: {
    de: 'Kennwort vergessen: Bitten Sie Schulleitung oder Administration um einen neuen Zugangszettel.',
    en: 'Forgotten your password: ask the school’s head or the administrators for a new access slip.',
  },
  accessCode: { de: 'Zugangscode', en: 'Access code' },
  accessCodeHint: {
    de: 'Steht auf Ihrem Zugangszettel. Groß oder klein, mit oder ohne Striche.',
    en: 'It is on your slip. Upper or lower case, with or without dashes.',
  },
  newPassword: { de: 'Neues Kennwort', en: 'New password' },
  fillIn: { de: 'Bitte ausfüllen.', en: 'Please fill in.' },
  wrongCredentials: {
    de: 'Kürzel und Kennwort passen nicht zusammen.',
    en: 'Short code and password do not match.',
  },
  wrongCode: {
    de: 'Kürzel und Zugangscode passen nicht zusammen, oder der Code ist verbraucht.',
    en: 'Short code and access code do not match, or the code has been used.',
  },
  remaining: {
    de: (count: number) =>
      plural(count, { one: 'Noch 1\u00a0Versuch.', other: `Noch ${count}\u00a0Versuche.` }),
    en: (count: number) =>
      plural(count, { one: '1\u00a0attempt left.', other: `${count}\u00a0attempts left.` }),
  },
  rateLimited: {
    de: (until: string) => `Zu viele Versuche. Ab ${until} geht es wieder. Ihr Zugang ist nicht verloren.`,
    en: (until: string) => `Too many attempts. You can try again from ${until}. Your access is not lost.`,
  },
  unreachableTitle: { de: 'Die Schule ist nicht erreichbar.', en: 'The school is out of reach.' },
  unreachable: {
    de: 'Auf diesem Gerät liegt noch nichts von Ihnen, darum braucht das erste Anmelden eine Verbindung. Versuchen Sie es im Schulnetz noch einmal.',
    en: 'Nothing of yours lies on this device yet, so signing in for the first time needs a connection. Try again in the school’s network.',
  },
  unknownHere: {
    de: 'Damit lässt sich hier nichts öffnen. Kürzel oder Kennwort stimmen nicht, oder Sie waren auf diesem Gerät noch nicht angemeldet. Dann braucht das erste Anmelden eine Verbindung.',
    en: 'This opens nothing here. Short code or password are wrong, or you have not signed in on this device before. Then the first sign-in needs a connection.',
  },
  redeemUnreachable: {
    de: 'Der Zugangscode ist nicht verbraucht. Versuchen Sie es im Schulnetz noch einmal.',
    en: 'The access code has not been used. Try again in the school’s network.',
  },
  insecureTitle: { de: 'Diese Adresse ist nicht gesichert.', en: 'This address is not secured.' },
  insecure: {
    de: 'Umlauf verschlüsselt alles auf Ihrem Gerät, und der Browser erlaubt das nur über https. Fragen Sie die Administration nach der gesicherten Adresse.',
    en: 'Umlauf encrypts everything on your device, and the browser allows that over https only. Ask your administrators for the secured address.',
  },
  proofFailedTitle: {
    de: 'Dieser Server kennt Ihren Zettel nicht.',
    en: 'This server does not know your slip.',
  },
  proofFailed: {
    de: 'Deshalb wurde von Ihrem Code nur der erste Block gesendet, der nichts verrät. Vergleichen Sie die Adresse im Browser mit der auf dem Zettel, und nehmen Sie den neuesten Zettel. Stimmt beides, sagen Sie es der Administration.',
    en: 'Therefore only the first block of your code was sent, which gives nothing away. Compare the address in the browser with the one on the slip, and take the newest slip. If both are right, tell the administrators.',
  },
  lockedOfflineTitle: {
    de: 'Dieses Gerät war zu lange ohne Verbindung zur Schule.',
    en: 'This device has been without the school for too long.',
  },
  lockedOffline: {
    de: 'Nach 20 Unterrichtstagen hat es gelöscht, was es von der Schule hatte; was Sie noch nicht gesendet haben, liegt sicher verschlossen und geht hinaus, sobald Sie sich hier mit Verbindung zur Schule anmelden.',
    en: 'After 20 teaching days it has deleted what it had of the school; what you have not sent yet lies safely locked and goes out once you sign in here with a connection to the school.',
  },
  clockBehindTitle: { de: 'Die Uhr dieses Geräts geht nach.', en: 'The clock of this device is slow.' },
  clockBehind: {
    de: 'Sie zeigt eine frühere Zeit als beim letzten Mal. Stellen Sie sie richtig, oder melden Sie sich mit Verbindung zur Schule an. Es ist nichts gelöscht.',
    en: 'It shows an earlier time than last time. Set it right, or sign in with a connection to the school. Nothing was deleted.',
  },
  diskFullTitle: { de: 'Auf diesem Gerät ist kein Platz mehr.', en: 'This device has no space left.' },
  diskFull: {
    de: 'Ihr Zugang ist in Ordnung. Geben Sie Speicherplatz frei oder nehmen Sie ein anderes Gerät.',
    en: 'Your access is fine. Free some space or use another device.',
  },
  busyTitle: {
    de: 'Die Schule nimmt gerade keine Anmeldung an.',
    en: 'The school accepts no sign-in just now.',
  },
  busy: {
    de: 'Ihr Zugang ist in Ordnung. Versuchen Sie es in einer Minute noch einmal.',
    en: 'Your access is fine. Try again in a minute.',
  },
  oldProgramTitle: {
    de: 'Dieses Programm ist zu alt für den Server.',
    en: 'This program is too old for the server.',
  },
  oldProgram: {
    de: 'Was hier liegt, bleibt erhalten. Laden Sie die Seite neu, um die neue Fassung zu bekommen.',
    en: 'What lies here stays. Reload the page to get the new version.',
  },
  revokedTitle: { de: 'Dieses Gerät wurde abgemeldet.', en: 'This device was revoked.' },
  revoked: {
    de: 'Alles, was hier von Ihnen lag, ist gelöscht. Melden Sie sich neu an, wenn Sie das Gerät weiter benutzen wollen.',
    en: 'Everything of yours that lay here has been deleted. Sign in anew if you want to go on using this device.',
  },
  notAllowedTitle: {
    de: 'Private Geräte sind an Ihrer Schule nicht zugelassen.',
    en: 'Your school allows no private devices.',
  },
  notAllowed: {
    de: 'Ihr Zugang ist in Ordnung. Melden Sie sich an einem Gerät der Schule an.',
    en: 'Your access is fine. Sign in on a device of the school.',
  },
  failedTitle: { de: 'Das Anmelden ist nicht gelungen.', en: 'Signing in did not work.' },
  failed: {
    de: 'Es ist nichts verloren. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
    en: 'Nothing is lost. Reload the page and try once more.',
  },
  offlineHere: {
    de: 'Wer auf diesem Gerät schon angemeldet war, kommt trotzdem hinein.',
    en: 'Whoever has signed in on this device before gets in all the same.',
  },
  promise: {
    de: 'Alles liegt auf dem Server Ihrer Schule und verschlüsselt auf diesem Gerät. Sperren schließt es ab; auf einem fremden Gerät melden Sie sich ab und lassen nichts hier.',
    en: 'Everything lies on your school’s server and, encrypted, on this device. Locking closes it; on a device that is not yours, sign out and leave nothing here.',
  },
});
