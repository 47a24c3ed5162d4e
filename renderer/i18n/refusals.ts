import { messages } from './catalogue.ts';

/**
 * Why something was refused, by the kinds of `core/access/refusal.ts`: what happened. A kind without a sentence does not
 * compile where `refusalReasons[kind]` is read.
 */
export const refusalReasons = messages({
  invalid: {
    de: 'Eine Angabe darin ist ungültig.',
    en: 'Something in it is not valid.',
  },
  forbidden: {
    de: 'Dazu haben Sie kein Recht, oder nicht mehr.',
    en: 'You do not have the right to do this, or no longer have it.',
  },
  'not-found': {
    de: 'Die Mitteilung oder Gruppe gibt es nicht mehr, oder Sie gehören nicht mehr dazu.',
    en: 'The announcement or group no longer exists, or you no longer belong to it.',
  },
  conflict: {
    de: 'Jemand anderes hat inzwischen dasselbe geändert.',
    en: 'Somebody else has changed the same thing meanwhile.',
  },
  withdrawn: {
    de: 'Die Mitteilung wurde inzwischen zurückgezogen.',
    en: 'The announcement was withdrawn meanwhile.',
  },
  'too-late': { de: 'Die Frist ist vorbei.', en: 'The deadline has passed.' },
  full: { de: 'Der Platz ist inzwischen vergeben.', en: 'The place has been taken meanwhile.' },
  'file-missing': {
    de: 'Ein Anhang ist nicht beim Server angekommen, oder er gehört Ihnen nicht.',
    en: 'An attachment has not reached the server, or is not yours.',
  },
  'file-damaged': {
    de: 'Ein Anhang kam beschädigt an.',
    en: 'An attachment arrived damaged.',
  },
  'protected-group': {
    de: 'Der Name klingt nach einer Personalvertretung. Geschützte Gruppen gibt es noch nicht.',
    en: 'The name sounds like a staff council. Protected groups do not exist yet.',
  },
  'name-taken': { de: 'Eine andere Gruppe heißt schon so.', en: 'Another group already has this name.' },
  'code-taken': { de: 'Das Kürzel hat schon jemand anderes.', en: 'Somebody else has this short code.' },
  'last-chair': {
    de: 'Eine Gruppe mit Mitgliedern braucht mindestens einen Vorsitz.',
    en: 'A group with members needs at least one chair.',
  },
  'own-rights': {
    de: 'Eigene Rechte gibt sich niemand selbst, und die eigene Rolle ändert jemand anderes.',
    en: 'Nobody gives rights to themselves, and somebody else changes one’s own role.',
  },
  'not-quorate': {
    de: 'Es sind zu wenige Stimmberechtigte anwesend. Prüfen Sie die Anwesenheit.',
    en: 'Too few of those entitled to vote are present. Check the attendance.',
  },
  'quorum-rule-open': {
    de: 'Für dieses Gremium ist nicht festgelegt, wann es beschlussfähig ist.',
    en: 'For this body it is not settled when it is quorate.',
  },
  'majority-rule-open': {
    de: 'Für dieses Gremium ist nicht festgelegt, mit welcher Mehrheit es beschließt.',
    en: 'For this body it is not settled by which majority it decides.',
  },
  'count-impossible': {
    de: 'Die Zahlen passen nicht zu den Personen, die abgestimmt haben.',
    en: 'The numbers do not fit the people who voted.',
  },
  'already-voted': {
    de: 'Ihre Stimme ist schon abgegeben. Sie lässt sich nicht ändern.',
    en: 'Your vote has been cast already. It cannot be changed.',
  },
  'last-administrator': {
    de: 'Das ist die letzte Person, die die Schule verwaltet.',
    en: 'This is the last person who administers the school.',
  },
  'staff-only': {
    de: 'Administration und Personalvertretung gehören zum Kollegium.',
    en: 'Administrators and the staff council belong to the staff.',
  },
  'conference-passed': {
    de: 'Die Konferenz hat inzwischen begonnen, ist beendet oder abgesagt.',
    en: 'The conference has begun, ended or been cancelled meanwhile.',
  },
  'already-invited': {
    de: 'Die Einladung ist schon hinausgegangen.',
    en: 'The invitation has already gone out.',
  },
  'motion-settled': {
    de: 'Über den Antrag ist inzwischen verfügt: Er steht auf der Tagesordnung, wurde zusammengeführt, zurückgegeben oder zurückgezogen.',
    en: 'The motion has been dealt with meanwhile: it is on the agenda, was merged, returned or taken back.',
  },
  'not-on-private': {
    de: 'Dieses Gremium gibt es nur auf Geräten der Schule, und dies ist ein privates.',
    en: 'This body lies on the school’s devices only, and this is a private one.',
  },
  'resolution-changed': {
    de: 'Der Stand dieses Beschlusses hat sich inzwischen geändert.',
    en: 'This resolution has changed its state meanwhile.',
  },
  'too-early': {
    de: 'Das Gremium kann frühestens am Tag nach der Beanstandung neu entscheiden.',
    en: 'The body can decide anew on the day after the objection at the earliest.',
  },
  'device-waiting': {
    de: 'Dieses Gerät wartet auf die Genehmigung der Schulleitung.',
    en: 'This device waits for the approval of the school’s head.',
  },
  'device-revoked': { de: 'Dieses Gerät wurde abgemeldet.', en: 'This device was revoked.' },
  'private-not-allowed': {
    de: 'Private Geräte sind an Ihrer Schule nicht zugelassen.',
    en: 'Your school allows no private devices.',
  },
  'not-open': {
    de: 'Die Konferenz oder die Abstimmung ist nicht eröffnet.',
    en: 'The conference or the vote is not open.',
  },
  'phase-passed': {
    de: 'Die Konferenz ist inzwischen weiter.',
    en: 'The conference has moved on meanwhile.',
  },
  'vote-running': {
    de: 'Es wird gerade abgestimmt.',
    en: 'A vote is running.',
  },
  'not-present': {
    de: 'Diese Person ist nicht als anwesend eingetragen.',
    en: 'This person is not marked as present.',
  },
  'list-closed': {
    de: 'Die Redeliste ist geschlossen.',
    en: 'The list of speakers is closed.',
  },
  locked: {
    de: 'Die Konferenz ist geschlossen: Die Leitung lässt niemanden mehr herein.',
    en: 'The conference is locked: the chair lets nobody in any more.',
  },
  'mid-reused': {
    de: 'Unter derselben Nummer ist schon etwas anderes angekommen.',
    en: 'Something else has already arrived under the same number.',
  },
  'protocol-version': {
    de: 'Dieses Programm ist älter als der Server der Schule.',
    en: 'This program is older than the school’s server.',
  },
  unauthenticated: { de: 'Ihre Anmeldung gilt nicht mehr.', en: 'You are no longer signed in.' },
  'wrong-credentials': {
    de: 'Kürzel und Kennwort passen nicht zusammen.',
    en: 'Short code and password do not match.',
  },
  'code-void': { de: 'Der Code ist abgelaufen oder schon benutzt.', en: 'The code has expired or was used.' },
  'slip-waits': {
    de: 'Der Zettel ist noch nicht als ausgehändigt vermerkt.',
    en: 'The slip has not been noted as handed over yet.',
  },
  'slip-used': { de: 'Der Zettel wurde schon benutzt.', en: 'The slip has been used already.' },
  'slip-expired': { de: 'Der Zettel ist abgelaufen.', en: 'The slip has expired.' },
  'slip-void': { de: 'Der Zettel gilt nicht mehr.', en: 'The slip no longer works.' },
  'rate-limited': {
    de: 'Das waren zu viele Versuche in kurzer Zeit.',
    en: 'These were too many attempts in a short time.',
  },
  'too-large': { de: 'Der Text ist zu groß.', en: 'The text is too large.' },
  'bad-frame': { de: 'Die Sendung war beschädigt.', en: 'What was sent was damaged.' },
  'storage-full': { de: 'Der Speicher des Servers ist voll.', en: 'The server has no space left.' },
  unavailable: {
    de: 'Der Server konnte es gerade nicht ausführen.',
    en: 'The server could not do it just now.',
  },
});

/** What is safe and what to do about it. */
export const refusalAdvice = messages({
  invalid: {
    de: 'Sehen Sie den Text durch und senden Sie ihn noch einmal.',
    en: 'Look through the text and send it again.',
  },
  forbidden: {
    de: 'Wenn das nicht stimmt, fragen Sie Ihre Administration.',
    en: 'If this is wrong, ask your administrators.',
  },
  'not-found': {
    de: 'Was Sie geschrieben haben, bleibt hier, bis Sie es verwerfen.',
    en: 'What you wrote stays here until you discard it.',
  },
  conflict: {
    de: 'Öffnen Sie den heutigen Stand und entscheiden Sie, was gelten soll.',
    en: 'Open the present state and decide what should count.',
  },
  withdrawn: {
    de: 'Was Sie geschrieben haben, bleibt hier, bis Sie es verwerfen.',
    en: 'What you wrote stays here until you discard it.',
  },
  'too-late': {
    de: 'Ihre Antwort ist aufbewahrt. Sprechen Sie mit der Person, die gefragt hat.',
    en: 'Your answer is kept. Talk to the person who asked.',
  },
  full: {
    de: 'Wählen Sie etwas anderes.',
    en: 'Choose something else.',
  },
  'file-missing': {
    de: 'Fügen Sie den Anhang noch einmal hinzu und senden Sie neu.',
    en: 'Add the attachment again and send anew.',
  },
  'file-damaged': {
    de: 'Fügen Sie den Anhang noch einmal hinzu und senden Sie neu.',
    en: 'Add the attachment again and send anew.',
  },
  'protected-group': {
    de: 'Personalvertretungen legen hier bitte keine Gruppe an, bis es geschützte Gruppen gibt.',
    en: 'Staff councils should not create a group here until protected groups exist.',
  },
  'name-taken': { de: 'Wählen Sie einen anderen Namen.', en: 'Choose another name.' },
  'code-taken': { de: 'Wählen Sie ein anderes Kürzel.', en: 'Choose another short code.' },
  'last-chair': {
    de: 'Bestimmen Sie zuerst einen anderen Vorsitz.',
    en: 'Appoint another chair first.',
  },
  'conference-passed': {
    de: 'Öffnen Sie die Konferenz und sehen Sie den heutigen Stand an.',
    en: 'Open the conference and look at its present state.',
  },
  'already-invited': {
    de: 'Es ist nichts mehr zu tun.',
    en: 'Nothing is left to do.',
  },
  'motion-settled': {
    de: 'Öffnen Sie die Konferenz und sehen Sie nach dem Antrag.',
    en: 'Open the conference and look at the motion.',
  },
  'own-rights': {
    de: 'Bitten Sie eine andere Person der Administration oder die Schulleitung darum.',
    en: 'Ask another administrator or the leadership to do it.',
  },
  'not-quorate': {
    de: 'Haken Sie ab, wer da ist, und öffnen Sie die Abstimmung dann noch einmal.',
    en: 'Tick who is there, then open the vote again.',
  },
  'quorum-rule-open': {
    de: 'Lassen Sie die Regel in den Einstellungen des Gremiums eintragen.',
    en: 'Have the rule entered in the settings of the body.',
  },
  'majority-rule-open': {
    de: 'Lassen Sie die Regel in den Einstellungen des Gremiums eintragen.',
    en: 'Have the rule entered in the settings of the body.',
  },
  'count-impossible': {
    de: 'Zählen Sie nach, und prüfen Sie, wer abgehakt ist.',
    en: 'Count again, and check who is ticked.',
  },
  'already-voted': {
    de: 'Sie brauchen nichts zu tun.',
    en: 'There is nothing for you to do.',
  },
  'last-administrator': {
    de: 'Geben Sie zuerst jemand anderem die Administration.',
    en: 'Make somebody else an administrator first.',
  },
  'staff-only': {
    de: 'Nehmen Sie der Person zuerst Administration und Personalvertretung, oder geben Sie ihr eine Rolle im Kollegium.',
    en: 'Take administration and staff council from the person first, or give them a role among the staff.',
  },
  'not-on-private': {
    de: 'Kopieren Sie Ihren Text und schreiben Sie ihn an einem Gerät der Schule.',
    en: 'Copy your text and write it on a device of the school.',
  },
  'resolution-changed': {
    de: 'Öffnen Sie den Beschluss und sehen Sie nach, was heute gilt.',
    en: 'Open the resolution and see what counts today.',
  },
  'too-early': {
    de: 'Tragen Sie die Entscheidung ein, wenn das Gremium getagt hat.',
    en: 'Enter the decision once the body has met.',
  },
  'device-waiting': {
    de: 'Ihr Text geht von selbst hinaus, sobald das Gerät genehmigt ist.',
    en: 'Your text goes out by itself once the device is approved.',
  },
  'device-revoked': {
    de: 'Melden Sie sich neu an, wenn Sie es weiter benutzen wollen.',
    en: 'Sign in anew if you want to go on using it.',
  },
  'private-not-allowed': {
    de: 'Melden Sie sich an einem Gerät der Schule an.',
    en: 'Sign in on a device of the school.',
  },
  'not-open': {
    de: 'Warten Sie, bis die Leitung eröffnet.',
    en: 'Wait until the chair opens it.',
  },
  'phase-passed': {
    de: 'Sehen Sie nach, welcher Punkt aufgerufen ist.',
    en: 'Look which item has been called.',
  },
  'vote-running': {
    de: 'Beenden Sie zuerst die Abstimmung.',
    en: 'End the vote first.',
  },
  'not-present': {
    de: 'Melden Sie sich zuerst an, oder lassen Sie sich von der Leitung eintragen.',
    en: 'Check in first, or ask the chair to enter you.',
  },
  'list-closed': {
    de: 'Zur Geschäftsordnung können Sie sich trotzdem melden.',
    en: 'You can still raise a point of order.',
  },
  locked: {
    de: 'Wenden Sie sich an die Leitung.',
    en: 'Turn to the chair.',
  },
  'mid-reused': {
    de: 'Kopieren Sie Ihren Text und senden Sie ihn neu.',
    en: 'Copy your text and send it anew.',
  },
  'protocol-version': {
    de: 'Laden Sie Umlauf neu. Ihr Text bleibt erhalten.',
    en: 'Reload Umlauf. Your text is kept.',
  },
  unauthenticated: {
    de: 'Melden Sie sich an. Ihr Text geht dann von selbst hinaus.',
    en: 'Sign in. Your text then goes out by itself.',
  },
  'wrong-credentials': { de: 'Versuchen Sie es noch einmal.', en: 'Try again.' },
  'code-void': {
    de: 'Lassen Sie sich von der Administration einen neuen Code geben.',
    en: 'Ask the administrators for a new code.',
  },
  'slip-waits': {
    de: 'Vermerken Sie die Aushändigung unter Verwaltung → Zugänge.',
    en: 'Note the handing over under Administration → Access.',
  },
  'slip-used': {
    de: 'Soll die Person ein neues Kennwort wählen, drucken Sie einen neuen Zettel.',
    en: 'If the person is to choose a new password, print a new slip.',
  },
  'slip-expired': { de: 'Drucken Sie einen neuen Zettel.', en: 'Print a new slip.' },
  'slip-void': { de: 'Drucken Sie einen neuen Zettel.', en: 'Print a new slip.' },
  'rate-limited': {
    de: 'Ihr Text geht in einigen Minuten von selbst hinaus.',
    en: 'Your text goes out by itself in a few minutes.',
  },
  'too-large': {
    de: 'Kürzen Sie ihn oder teilen Sie ihn auf zwei Mitteilungen auf.',
    en: 'Shorten it or divide it between two announcements.',
  },
  'bad-frame': {
    de: 'Kopieren Sie Ihren Text, laden Sie Umlauf neu und senden Sie ihn noch einmal.',
    en: 'Copy your text, reload Umlauf and send it again.',
  },
  'storage-full': {
    de: 'Ihr Text geht von selbst hinaus, sobald Platz ist. Sagen Sie Ihrer Administration Bescheid.',
    en: 'Your text goes out by itself once there is space. Tell your administrators.',
  },
  unavailable: {
    de: 'Ihr Text geht bald von selbst hinaus.',
    en: 'Your text goes out by itself soon.',
  },
});

/** Why nothing could be put into the outbox, or changed in it, and what to do. */
export const submitFaults = messages({
  'outbox-full': {
    de: 'Der Postausgang ist voll. Er nimmt wieder etwas auf, sobald die Schule erreichbar war.',
    en: 'The outbox is full. It takes more once the school could be reached.',
  },
  'disk-full': {
    de: 'Der Speicher dieses Geräts ist voll. Schaffen Sie Platz und versuchen Sie es noch einmal.',
    en: 'This device has no space left. Make room and try again.',
  },
  sent: {
    de: 'Das ist inzwischen gesendet und lässt sich nicht mehr zurücknehmen.',
    en: 'This has been sent meanwhile and can no longer be taken back.',
  },
});
