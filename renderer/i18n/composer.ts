import { messages, plural } from './catalogue.ts';

/** Writing an announcement: the sheet, its editor, and what is wrong with what was written. */
export const composerTexts = messages({
  titleNew: { de: 'Neue Mitteilung', en: 'New announcement' },
  titleEdit: { de: 'Mitteilung ändern', en: 'Change the announcement' },
  titleMerge: { de: 'Zwei Fassungen zusammenführen', en: 'Merge two versions' },
  gone: {
    de: 'Diese Mitteilung gibt es nicht mehr, oder sie wurde zurückgezogen.',
    en: 'This announcement no longer exists, or it was withdrawn.',
  },
  notAllowed: {
    de: 'Diese Mitteilung können nur ihre Verfasserin oder ihr Verfasser und der Vorsitz der Gruppe ändern.',
    en: 'Only its author and the chair of the group can change this announcement.',
  },
  busy: {
    de: 'Eine Änderung von Ihnen ist gerade unterwegs. Sobald sie gespeichert ist, können Sie weiter ändern.',
    en: 'A change of yours is on its way. As soon as it is stored you can go on changing.',
  },

  to: { de: 'An', en: 'To' },
  addGroups: { de: 'Gruppen wählen …', en: 'Choose groups …' },
  groupsTitle: { de: 'An welche Gruppen?', en: 'To which groups?' },
  findGroup: { de: 'Gruppe suchen', en: 'Find a group' },
  noGroupFound: { de: 'Keine Gruppe heißt so.', en: 'No group has this name.' },
  groupsDone: { de: 'Übernehmen', en: 'Done' },
  removeGroup: { de: (name: string) => `${name} entfernen`, en: (name: string) => `Remove ${name}` },
  reaches: {
    de: (count: number) => plural(count, { one: 'Geht an 1 Person.', other: `Geht an ${count} Personen.` }),
    en: (count: number) => plural(count, { one: 'Goes to 1 person.', other: `Goes to ${count} people.` }),
  },
  members: {
    de: (count: number) => plural(count, { one: '1 Mitglied', other: `${count} Mitglieder` }),
    en: (count: number) => plural(count, { one: '1 member', other: `${count} members` }),
  },
  title: { de: 'Titel', en: 'Title' },
  titleLeft: {
    de: (left: number) => plural(left, { one: 'noch 1 Zeichen', other: `noch ${left} Zeichen` }),
    en: (left: number) => plural(left, { one: '1 character left', other: `${left} characters left` }),
  },
  titleOver: {
    de: (over: number) => plural(over, { one: '1 Zeichen zu viel', other: `${over} Zeichen zu viel` }),
    en: (over: number) => plural(over, { one: '1 character too many', other: `${over} characters too many` }),
  },
  text: { de: 'Text', en: 'Text' },

  tools: { de: 'Text gestalten', en: 'Format the text' },
  bold: { de: 'Fett', en: 'Bold' },
  italic: { de: 'Kursiv', en: 'Italic' },
  underline: { de: 'Unterstrichen', en: 'Underlined' },
  strike: { de: 'Durchgestrichen', en: 'Struck through' },
  heading: { de: 'Überschrift', en: 'Heading' },
  subheading: { de: 'Kleine Überschrift', en: 'Small heading' },
  bullets: { de: 'Liste', en: 'List' },
  numbers: { de: 'Nummerierte Liste', en: 'Numbered list' },
  quote: { de: 'Zitat', en: 'Quotation' },
  rule: { de: 'Trennlinie', en: 'Line' },
  link: { de: 'Link', en: 'Link' },
  undo: { de: 'Rückgängig', en: 'Undo' },
  redo: { de: 'Wiederholen', en: 'Redo' },
  ctrl: { de: 'Strg', en: 'Ctrl' },
  shift: { de: 'Umschalt', en: 'Shift' },
  linkTitle: { de: 'Link einfügen', en: 'Insert a link' },
  linkAddress: { de: 'Adresse', en: 'Address' },
  linkHint: { de: 'Zum Beispiel https://www.schule.de/plan', en: 'For example https://www.school.org/plan' },
  linkFault: {
    de: 'Das ist keine Adresse im Netz. Sie beginnt mit https:// oder http://.',
    en: 'This is not a web address. It begins with https:// or http://.',
  },
  linkSet: { de: 'Einfügen', en: 'Insert' },
  linkRemove: { de: 'Link entfernen', en: 'Remove the link' },
  editorFailed: {
    de: 'Der Editor ließ sich nicht laden. Ihr Entwurf ist gesichert. Laden Sie die Seite neu.',
    en: 'The editor could not be loaded. Your draft is safe. Reload the page.',
  },

  expects: { de: 'Was Sie erwarten', en: 'What you expect' },
  acknowledgement: { de: 'Um Kenntnisnahme bitten', en: 'Ask for acknowledgement' },
  acknowledgementHint: {
    de: 'Alle bestätigen mit einem Klick. Sie sehen, wer noch fehlt.',
    en: 'Everybody confirms with one click. You see who is missing.',
  },
  until: { de: 'Bis wann', en: 'By when' },
  untilHint: {
    de: 'Kann leer bleiben. Ohne Uhrzeit gilt der ganze Tag.',
    en: 'May stay empty. Without a time the whole day counts.',
  },
  response: { de: 'Um Rückmeldung bitten', en: 'Ask for an answer' },
  responseHint: {
    de: 'Eine Frage mit festen Antworten. Sie sehen, wer was gewählt hat.',
    en: 'One question with fixed answers. You see who chose what.',
  },
  question: { de: 'Frage', en: 'Question' },
  kind: { de: 'Art der Antwort', en: 'Kind of answer' },
  yesNo: { de: 'Ja oder Nein', en: 'Yes or no' },
  oneOf: { de: 'Auswahl', en: 'Choice' },
  oneOfHint: { de: 'eine von mehreren', en: 'one of several' },
  dates: { de: 'Termine', en: 'Dates' },
  datesHint: { de: 'mehrere möglich', en: 'several possible' },
  signUp: { de: 'Eintragen', en: 'Sign-up' },
  signUpHint: { de: 'mit Plätzen', en: 'with places' },
  options: { de: 'Antworten zur Wahl', en: 'Answers to choose from' },
  option: { de: (number: number) => `Antwort ${number}`, en: (number: number) => `Answer ${number}` },
  dateOptions: { de: 'Termine zur Wahl', en: 'Dates to choose from' },
  dateOption: { de: (number: number) => `Termin ${number}`, en: (number: number) => `Date ${number}` },
  addDate: { de: 'Weiterer Termin', en: 'Another date' },
  removeDate: {
    de: (number: number) => `Termin ${number} entfernen`,
    en: (number: number) => `Remove date ${number}`,
  },
  places: { de: 'Plätze', en: 'Places' },
  placesOf: {
    de: (number: number) => `Plätze für Antwort ${number}`,
    en: (number: number) => `Places for answer ${number}`,
  },
  addOption: { de: 'Weitere Antwort', en: 'Another answer' },
  removeOption: {
    de: (number: number) => `Antwort ${number} entfernen`,
    en: (number: number) => `Remove answer ${number}`,
  },

  timing: { de: 'Wann und wie', en: 'When and how' },
  later: { de: 'Später veröffentlichen', en: 'Publish later' },
  laterHint: {
    de: 'Bis dahin sehen nur Sie die Mitteilung.',
    en: 'Until then only you see the announcement.',
  },
  publishAt: { de: 'Veröffentlichen am', en: 'Publish on' },
  expires: { de: 'Läuft ab', en: 'Expires' },
  expiresHint: {
    de: 'Danach steht sie unter „Abgelaufen“ und erwartet nichts mehr.',
    en: 'After that it is among the expired ones and expects nothing.',
  },
  expiresAt: { de: 'Gilt bis', en: 'Valid until' },
  pin: { de: 'Anheften', en: 'Pin' },
  pinHint: {
    de: 'Steht in der Liste oben, bis Sie sie lösen.',
    en: 'Stands at the top of the list until you unpin it.',
  },
  urgent: { de: 'Dringend', en: 'Urgent' },
  urgentHint: {
    de: 'Meldet sich auch in den Ruhezeiten. Nur für die Schulleitung.',
    en: 'Notifies in quiet hours too. For the school leadership only.',
  },
  essential: { de: 'Wesentliche Änderung', en: 'Essential change' },
  essentialHint: {
    de: 'Alle werden noch einmal um Kenntnisnahme gebeten.',
    en: 'Everybody is asked to acknowledge once more.',
  },

  send: { de: 'Senden', en: 'Send' },
  schedule: { de: 'Planen', en: 'Schedule' },
  save: { de: 'Änderung speichern', en: 'Save the change' },
  saveMerged: { de: 'Diese Fassung speichern', en: 'Save this version' },
  discard: { de: 'Verwerfen', en: 'Discard' },
  discarded: { de: 'Entwurf verworfen.', en: 'Draft discarded.' },
  undoDiscard: { de: 'Rückgängig', en: 'Undo' },
  saved: { de: (at: string) => `Entwurf gesichert ${at}`, en: (at: string) => `Draft saved ${at}` },
  notYetSaved: { de: 'Entwurf wird gesichert …', en: 'Saving the draft …' },
  saveFailed: {
    de: 'Der Entwurf ließ sich nicht sichern. Schließen Sie diese Seite nicht, bevor Sie gesendet oder den Text kopiert haben.',
    en: 'The draft could not be saved. Do not close this page before you have sent or copied the text.',
  },
  offline: {
    de: 'Keine Verbindung: Ihre Mitteilung geht in den Postausgang und von selbst hinaus.',
    en: 'No connection: your announcement goes into the outbox and out by itself.',
  },
  someFaults: {
    de: (count: number) =>
      plural(count, {
        one: 'Eine Angabe fehlt noch oder stimmt nicht.',
        other: `${count} Angaben fehlen noch oder stimmen nicht.`,
      }),
    en: (count: number) =>
      plural(count, {
        one: 'One entry is missing or wrong.',
        other: `${count} entries are missing or wrong.`,
      }),
  },
  sentMeanwhile: {
    de: 'Ihre frühere Fassung wurde inzwischen gesendet. Ihr Text bleibt hier. Speichern Sie ihn in einem Augenblick noch einmal.',
    en: 'Your earlier version has been sent meanwhile. Your text stays here. Save it again in a moment.',
  },

  stored: { de: 'Gespeicherte Fassung', en: 'Stored version' },
  storedSays: {
    de: 'Unterstrichen ist, was in Ihrem Text fehlt. Übernehmen Sie, was gelten soll.',
    en: 'What your text lacks is underlined. Take over what should count.',
  },
  changedMeanwhile: {
    de: (name: string, moment: string) => `${name} hat diese Mitteilung inzwischen geändert (${moment}).`,
    en: (name: string, moment: string) => `${name} has changed this announcement meanwhile (${moment}).`,
  },
  changedByYouMeanwhile: {
    de: (moment: string) =>
      `Sie haben diese Mitteilung inzwischen auf einem anderen Gerät geändert (${moment}).`,
    en: (moment: string) => `You have changed this announcement on another device meanwhile (${moment}).`,
  },
  showStored: { de: 'Gespeicherte Fassung daneben zeigen', en: 'Show the stored version beside it' },

  faultNoGroup: { de: 'Wählen Sie mindestens eine Gruppe.', en: 'Choose at least one group.' },
  faultManyGroups: { de: 'Höchstens 50 Gruppen auf einmal.', en: 'At most 50 groups at once.' },
  faultGroup: {
    de: (names: string) => `An ${names} dürfen Sie nicht schreiben. Entfernen Sie diese Gruppe.`,
    en: (names: string) => `You may not write to ${names}. Remove this group.`,
  },
  faultNoTitle: { de: 'Geben Sie einen Titel ein.', en: 'Enter a title.' },
  faultLongTitle: {
    de: 'Höchstens 200 Zeichen. Kürzen Sie den Titel.',
    en: 'At most 200 characters. Shorten the title.',
  },
  faultBadSigns: {
    de: 'Hier stehen unsichtbare Steuerzeichen. Tippen Sie die Zeile neu.',
    en: 'There are invisible control characters. Type the line again.',
  },
  faultNoText: { de: 'Schreiben Sie einen Text.', en: 'Write a text.' },
  faultLongText: {
    de: (length: string) => `Der Text hat ${length} Zeichen, höchstens 50.000 sind möglich. Kürzen Sie ihn.`,
    en: (length: string) => `The text has ${length} characters, at most 50,000 are possible. Shorten it.`,
  },
  faultDeepText: {
    de: 'Eine Liste ist zu tief eingerückt. Höchstens drei Ebenen sind möglich.',
    en: 'A list is indented too deeply. At most three levels are possible.',
  },
  faultText: {
    de: 'Der Text enthält etwas, das sich nicht senden lässt. Entfernen Sie, was Sie zuletzt eingefügt haben.',
    en: 'The text contains something that cannot be sent. Remove what you pasted last.',
  },
  faultNoDate: { de: 'Wählen Sie einen Tag.', en: 'Choose a day.' },
  faultNoTime: { de: 'Geben Sie auch die Uhrzeit an.', en: 'Enter the time as well.' },
  faultPast: { de: 'Dieser Zeitpunkt ist vorbei.', en: 'This moment has passed.' },
  faultBeforePublish: {
    de: 'Das liegt vor der Veröffentlichung.',
    en: 'This is before the publication.',
  },
  faultNoQuestion: { de: 'Geben Sie die Frage ein.', en: 'Enter the question.' },
  faultLongLine: {
    de: (max: number) => `Höchstens ${max} Zeichen.`,
    en: (max: number) => `At most ${max} characters.`,
  },
  faultNoOption: {
    de: 'Füllen Sie diese Antwort aus oder entfernen Sie sie.',
    en: 'Fill in this answer or remove it.',
  },
  faultNoDateOption: {
    de: 'Füllen Sie diesen Termin aus oder entfernen Sie ihn.',
    en: 'Fill in this date or remove it.',
  },
  faultFewOptions: { de: 'Mindestens zwei Antworten.', en: 'At least two answers.' },
  faultFewDates: { de: 'Mindestens zwei Termine.', en: 'At least two dates.' },
  faultPlaces: { de: '1 bis 999, oder leer für beliebig viele.', en: '1 to 999, or empty for any number.' },
  faultUnknown: {
    de: 'So lässt sich das nicht senden. Ihr Entwurf bleibt erhalten.',
    en: 'This cannot be sent as it is. Your draft is kept.',
  },
});
