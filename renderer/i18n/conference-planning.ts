import { messages, plural } from './catalogue.ts';

/** The forms by which a conference is planned. */
export const planningTexts = messages({
  newTitle: { de: 'Konferenz planen', en: 'Plan a conference' },
  editTitle: { de: 'Konferenz ändern', en: 'Change the conference' },
  lead: {
    de: 'Der Tag steht danach bei allen Mitgliedern. Die Tagesordnung sehen sie erst, wenn Sie einladen.',
    en: 'All members see the day afterwards. They see the agenda when you invite.',
  },
  body: { de: 'Gremium oder Gruppe', en: 'Body or group' },
  lost: {
    de: 'Das konnte auf diesem Gerät nicht aufbewahrt werden. Ihre Angaben stehen noch da; versuchen Sie es noch einmal.',
    en: 'This could not be kept on this device. What you entered is still there; try again.',
  },
  bodyHint: { de: 'Alle Mitglieder gehören dazu.', en: 'All its members take part.' },
  noBody: {
    de: 'Sie leiten kein Gremium. Konferenzen planen Vorsitz, Stellvertretung und Schulleitung.',
    en: 'You chair no body. Conferences are planned by chairs, deputies and the leadership.',
  },
  name: { de: 'Bezeichnung', en: 'Name' },
  kind: { de: 'Art', en: 'Kind' },
  conference: { de: 'Konferenz', en: 'Conference' },
  conferenceSays: { de: 'Kann beschließen und wählen.', en: 'Can resolve and elect.' },
  briefing: { de: 'Dienstbesprechung', en: 'Briefing' },
  briefingSays: { de: 'Informiert und berät, stimmt nicht ab.', en: 'Informs and discusses, does not vote.' },
  begin: { de: 'Tag und Beginn', en: 'Day and beginning' },
  end: { de: 'Ende (geplant)', en: 'End (planned)' },
  endHint: { de: 'zum Beispiel 16:00; darf leer bleiben', en: 'for example 16:00; may be left empty' },
  place: { de: 'Ort', en: 'Place' },
  placeHint: { de: 'zum Beispiel Aula', en: 'for example assembly hall' },
  chair: { de: 'Leitung', en: 'Chair' },
  further: { de: 'Weitere Angaben', en: 'Further details' },
  minuteTaker: { de: 'Schriftführung', en: 'Minute-taker' },
  nobody: { de: 'Wird in der Konferenz bestimmt', en: 'Is chosen in the conference' },
  motionsUntil: { de: 'Anträge bis', en: 'Motions until' },
  motionsHint: {
    de: 'Letzter Tag, an dem Mitglieder Anträge einreichen. Leer: bis zum Tag der Konferenz.',
    en: 'Last day on which members hand in motions. Empty: until the day of the conference.',
  },
  sitting: { de: 'Form der Sitzung', en: 'Form of the sitting' },
  checks: { de: 'Vor der Sitzung zu klären', en: 'To settle before the sitting' },
  checkReached: { de: 'Alle erreichen die Sitzung mit Ton', en: 'Everybody reaches the sitting with sound' },
  checkAlone: { de: 'Niemand Unbefugtes hört mit', en: 'Nobody else listens' },
  checkRecording: { de: 'Es wird nichts aufgezeichnet', en: 'Nothing is recorded' },
  checkVotes: { de: 'Alle können abstimmen', en: 'Everybody can vote' },
  checkSecret: { de: 'Geheime Abstimmungen sind geregelt', en: 'Secret votes are settled' },
  guests: { de: 'Gäste', en: 'Guests' },
  addGuest: { de: 'Gast hinzufügen', en: 'Add a guest' },
  addGuestHint: {
    de: 'Gäste lesen die Konferenz und nur die Punkte, bei denen sie genannt sind.',
    en: 'Guests read the conference and only the items that name them.',
  },
  choose: { de: 'Bitte wählen', en: 'Please choose' },
  removeGuest: {
    de: (name: string) => `${name} nicht einladen`,
    en: (name: string) => `Do not invite ${name}`,
  },
  secondCall: { de: 'Zweite Einberufung zu denselben Punkten', en: 'Second call for the same items' },
  save: { de: 'Konferenz anlegen', en: 'Create the conference' },
  saveChange: { de: 'Änderung speichern', en: 'Save the change' },
  back: { de: 'Abbrechen', en: 'Cancel' },
  nameMissing: { de: 'Geben Sie der Konferenz eine Bezeichnung.', en: 'Give the conference a name.' },
  dayMissing: { de: 'Wählen Sie Tag und Uhrzeit.', en: 'Choose a day and a time.' },
  dayPassed: { de: 'Dieser Tag ist vorbei.', en: 'This day has passed.' },
  endWrong: {
    de: 'Das Ende liegt nach dem Beginn, zum Beispiel 16:00.',
    en: 'The end is after the beginning, for example 16:00.',
  },
  motionsWrong: {
    de: 'Die Frist liegt nicht nach dem Tag der Konferenz.',
    en: 'The deadline is not after the day of the conference.',
  },
  holiday: {
    de: (name: string) => `An diesem Tag ist kein Unterricht: ${name}.`,
    en: (name: string) => `No lessons on this day: ${name}.`,
  },
  weekend: { de: 'Dieser Tag liegt am Wochenende.', en: 'This day is at the weekend.' },
  chairMissing: { de: 'Wählen Sie, wer leitet.', en: 'Choose who chairs.' },
  invitedAlready: {
    de: 'Eingeladen ist schon. Eine Änderung von Tag oder Ort steht sofort in der Konferenz; schreiben Sie den Eingeladenen dazu eine Mitteilung.',
    en: 'People are invited already. A change of day or place shows in the conference at once; write the invited an announcement about it.',
  },

  itemTitle: { de: 'Worum geht es?', en: 'What is it about?' },
  itemTitleMissing: { de: 'Der Punkt braucht eine Überschrift.', en: 'The item needs a heading.' },
  itemKind: { de: 'Art des Punktes', en: 'Kind of item' },
  presenter: { de: 'Wer trägt vor?', en: 'Who presents?' },
  noPresenter: { de: 'Niemand Bestimmtes', en: 'Nobody in particular' },
  minutes: { de: 'Minuten (geplant)', en: 'Minutes (planned)' },
  minutesWrong: { de: 'Eine Zahl von 1 bis 600, oder leer.', en: 'A number from 1 to 600, or empty.' },
  text: { de: 'Erläuterung', en: 'Explanation' },
  itemGuests: { de: 'Gäste zu diesem Punkt', en: 'Guests for this item' },
  restrict: {
    de: 'Nur für einen Kreis von Personen (vertraulich)',
    en: 'For a circle of people only (restricted)',
  },
  restrictHint: {
    de: 'Alle anderen sehen diesen Punkt nicht, auch nicht an der Nummerierung.',
    en: 'Nobody else sees this item, not even by its number.',
  },
  circle: { de: 'Wer gehört dazu?', en: 'Who belongs to it?' },
  circleMissing: { de: 'Wählen Sie mindestens eine Person.', en: 'Choose at least one person.' },
  limitVote: { de: 'Nicht alle Stimmberechtigten stimmen ab', en: 'Not everybody entitled votes' },
  limitVoteHint: { de: 'zum Beispiel bei Noten und Versetzung', en: 'for example on grades and transfers' },
  entitled: { de: 'Wer stimmt ab?', en: 'Who votes?' },
  saveItem: { de: 'Speichern', en: 'Save' },

  invite: { de: 'Einladen …', en: 'Invite …' },
  inviteTitle: { de: 'Jetzt einladen?', en: 'Invite now?' },
  inviteSays: {
    de: (body: string, items: number) =>
      plural(items, {
        one: `„${body}“ bekommt eine Mitteilung mit der Tagesordnung (1 Punkt). Alle bestätigen sie.`,
        other: `„${body}“ bekommt eine Mitteilung mit der Tagesordnung (${items} Punkte). Alle bestätigen sie.`,
      }),
    en: (body: string, items: number) =>
      plural(items, {
        one: `“${body}” gets an announcement with the agenda (1 item). Everybody confirms it.`,
        other: `“${body}” gets an announcement with the agenda (${items} items). Everybody confirms it.`,
      }),
  },
  inviteNote: { de: 'Einleitender Satz', en: 'Opening sentence' },
  inviteNoteHint: { de: 'Darf leer bleiben.', en: 'May be left empty.' },
  inviteAct: { de: 'Einladung senden', en: 'Send the invitation' },
  inviteLateAct: { de: 'Trotzdem einladen', en: 'Invite all the same' },
  inviteNeedsItem: {
    de: 'Einladen können Sie, sobald ein Punkt auf der Tagesordnung steht.',
    en: 'You can invite as soon as there is an item on the agenda.',
  },
  unset: {
    de: 'Für dieses Gremium ist keine Einladungsfrist hinterlegt. Prüfen Sie selbst, ob die Zeit reicht.',
    en: 'No period of invitation is set for this body. Check for yourself whether there is enough time.',
  },
  inTime: {
    de: (day: string) => `Rechtzeitig: Die Frist läuft bis ${day}.`,
    en: (day: string) => `In time: the period runs until ${day}.`,
  },
  tooLateDays: {
    de: (days: number, latest: string) =>
      plural(days, {
        one: `Die Frist ist um 1 Tag überschritten: Spätester Tag war ${latest}.`,
        other: `Die Frist ist um ${days} Tage überschritten: Spätester Tag war ${latest}.`,
      }),
    en: (days: number, latest: string) =>
      plural(days, {
        one: `1 day too late: the latest day was ${latest}.`,
        other: `${days} days too late: the latest day was ${latest}.`,
      }),
  },
  tooLateTeaching: {
    de: (days: number, latest: string) =>
      plural(days, {
        one: `Die Frist ist um 1 Unterrichtstag überschritten: Spätester Tag war ${latest}.`,
        other: `Die Frist ist um ${days} Unterrichtstage überschritten: Spätester Tag war ${latest}.`,
      }),
    en: (days: number, latest: string) =>
      plural(days, {
        one: `1 teaching day too late: the latest day was ${latest}.`,
        other: `${days} teaching days too late: the latest day was ${latest}.`,
      }),
  },
  unverified: {
    de: 'Diese Frist hat die Schule festgelegt; eine Fundstelle ist nicht geprüft.',
    en: 'The school has set this period; no source has been checked.',
  },
  askLate: {
    de: 'Ich lade trotz der überschrittenen Frist ein',
    en: 'I invite although the period has passed',
  },

  receipt: { de: 'Nachweis der Einladung', en: 'Proof of receipt' },
  confirmed: {
    de: (count: number, of: number) => `${count} von ${of} haben die Einladung bestätigt.`,
    en: (count: number, of: number) => `${count} of ${of} have confirmed the invitation.`,
  },
  missing: { de: (names: string) => `Es fehlen: ${names}.`, en: (names: string) => `Missing: ${names}.` },
  allConfirmed: { de: 'Alle haben bestätigt.', en: 'Everybody has confirmed.' },
  receiptWith: {
    de: (name: string) => `Wer bestätigt hat, sieht ${name}: Von dort kam die Einladung.`,
    en: (name: string) => `${name} sees who has confirmed: the invitation came from there.`,
  },
  openInvitation: { de: 'Einladung lesen', en: 'Read the invitation' },
  wasLate: { de: 'Die Einladungsfrist war nicht eingehalten.', en: 'The period of invitation was not kept.' },

  motions: { de: 'Anträge', en: 'Motions' },
  motionsOpen: {
    de: (day: string) => `Anträge können bis ${day} eingereicht werden.`,
    en: (day: string) => `Motions can be handed in until ${day}.`,
  },
  submit: { de: 'Antrag einreichen', en: 'Hand in a motion' },
  submitSays: {
    de: 'Die Leitung entscheidet, wie der Antrag auf die Tagesordnung kommt. Sie sehen hier, was daraus wird.',
    en: 'The chair decides how the motion gets on the agenda. You see here what becomes of it.',
  },
  motionTitle: { de: 'Überschrift', en: 'Heading' },
  wording: { de: 'Was soll beschlossen werden?', en: 'What is to be resolved?' },
  wordingHint: {
    de: 'Im Wortlaut, so wie darüber abgestimmt wird.',
    en: 'Word by word, as it will be voted on.',
  },
  reason: { de: 'Begründung', en: 'Reasons' },
  wordingMissing: { de: 'Schreiben Sie, was beschlossen werden soll.', en: 'Write what is to be resolved.' },
  submitted: { de: 'Eingereicht', en: 'Handed in' },
  onAgenda: { de: 'Auf der Tagesordnung', en: 'On the agenda' },
  merged: { de: 'Mit einem anderen Antrag zusammengeführt', en: 'Merged with another motion' },
  returned: { de: 'Zurückgegeben', en: 'Returned' },
  withdrawn: { de: 'Zurückgezogen', en: 'Taken back' },
  toAgenda: { de: 'Auf die Tagesordnung', en: 'Put on the agenda' },
  mergeInto: {
    de: (title: string) => `Zusammenführen mit „${title}“`,
    en: (title: string) => `Merge with “${title}”`,
  },
  returnMotion: { de: 'Zurückgeben', en: 'Return' },
  withdraw: { de: 'Zurückziehen', en: 'Take back' },
  motionMenu: {
    de: (title: string) => `Was geschieht mit „${title}“?`,
    en: (title: string) => `What becomes of “${title}”?`,
  },
});
