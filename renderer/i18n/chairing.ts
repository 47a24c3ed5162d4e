import { messages, plural } from './catalogue.ts';

/** Leading a conference: what the chair reads and presses. */
export const chairTexts = messages({
  title: { de: 'Leitung', en: 'Chair' },
  since: { de: (time: string) => `seit ${time}`, en: (time: string) => `since ${time}` },
  notChair: {
    de: (name: string) =>
      `Den Vorsitz hat ${name}. Sie können ihn übernehmen, wenn Sie die Konferenz weiterführen sollen.`,
    en: (name: string) => `${name} has the chair. You can take it if you are to continue the conference.`,
  },
  takeChair: { de: 'Vorsitz übernehmen', en: 'Take the chair' },
  handOver: { de: 'Vorsitz abgeben …', en: 'Hand over the chair …' },
  handOverTitle: { de: 'Vorsitz abgeben', en: 'Hand over the chair' },
  handOverSays: {
    de: 'Wer den Vorsitz bekommt, leitet sofort weiter. Sie nehmen dann teil.',
    en: 'Whoever gets the chair leads from that moment. You take part then.',
  },

  agenda: { de: 'Tagesordnung', en: 'Agenda' },
  agendaPlace: {
    de: (label: string, count: number) => `${label} von ${count}`,
    en: (label: string, count: number) => `${label} of ${count}`,
  },
  noAgenda: { de: 'Keine Tagesordnungspunkte.', en: 'No agenda items.' },
  callItem: { de: (label: string) => `TOP ${label} aufrufen`, en: (label: string) => `Call item ${label}` },
  callItemSays: {
    de: (label: string) => `Beendet TOP ${label}. Offene Wortmeldungen verfallen.`,
    en: (label: string) => `Ends item ${label}. Hands that are up lapse.`,
  },
  callFirstSays: {
    de: 'Zeigt den TOP allen und auf dem Beamer.',
    en: 'Shows the item to all and on the wall.',
  },
  callAsk: {
    de: (label: string) => `TOP ${label} aufrufen?`,
    en: (label: string) => `Call item ${label}?`,
  },
  callAskSays: {
    de: (hands: number) =>
      plural(hands, {
        one: 'Eine offene Wortmeldung verfällt damit.',
        other: `${hands} offene Wortmeldungen verfallen damit.`,
      }),
    en: (hands: number) =>
      plural(hands, {
        one: 'One raised hand lapses with it.',
        other: `${hands} raised hands lapse with it.`,
      }),
  },
  defer: { de: 'Vertagen', en: 'Adjourn' },
  settle: { de: 'Abschließen', en: 'Finish' },
  done: { de: 'erledigt', en: 'done' },
  deferred: { de: 'vertagt', en: 'adjourned' },
  present: { de: 'läuft', en: 'present' },

  speakingSince: {
    de: (span: string) => `Am Wort seit ${span}`,
    en: (span: string) => `Speaking for ${span}`,
  },
  call: { de: 'Aufrufen', en: 'Call' },
  callPerson: { de: (name: string) => `${name} aufrufen`, en: (name: string) => `Call ${name}` },
  finish: { de: 'Fertig', en: 'Done' },
  putBack: { de: 'Rückgängig', en: 'Undo' },
  putBackPerson: {
    de: (name: string) => `${name} zurück auf die Liste`,
    en: (name: string) => `Put ${name} back on the list`,
  },
  skip: { de: 'Überspringen', en: 'Skip' },
  remove: { de: 'Von der Liste nehmen', en: 'Take off the list' },
  more: { de: (name: string) => `Mehr zu ${name}`, en: (name: string) => `More about ${name}` },
  closeList: { de: 'Liste schließen', en: 'Close list' },
  openList: { de: 'Liste öffnen', en: 'Open list' },
  armRaised: { de: '· Arm gehoben, von Ihnen eingetragen', en: '· raised arm, listed by you' },
  listHand: { de: 'Arm gehoben: Kürzel oder Name', en: 'Raised arm: short code or name' },
  listHandAs: { de: 'Eintragen als', en: 'List as' },
  callFirst: { de: 'Rufen Sie zuerst einen Tagesordnungspunkt auf.', en: 'Call an agenda item first.' },
  nobodyFound: { de: 'Niemand auf der Liste passt.', en: 'Nobody on the roll fits.' },

  attendance: { de: 'Anwesenheit', en: 'Attendance' },
  attendanceSays: {
    de: 'Tippen Sie Kürzel oder Namen, jeweils mit Eingabetaste (mehrere Kürzel mit Leerzeichen), und übernehmen Sie alle anderen als anwesend.',
    en: 'Type short codes or names, each with Enter (several codes with spaces), and take everybody else as present.',
  },
  excusedField: { de: 'Entschuldigt', en: 'Excused' },
  absentField: { de: 'Fehlt', en: 'Missing' },
  fieldHint: { de: 'Kürzel oder Name', en: 'Short code or name' },
  allOthers: { de: 'Alle anderen sind da', en: 'Everybody else is here' },
  allOthersSays: {
    de: (present: number, excused: number, absent: number) =>
      `Dann sind ${present} da, ${excused} entschuldigt, ${absent} fehlen.`,
    en: (present: number, excused: number, absent: number) =>
      `Then ${present} are here, ${excused} excused, ${absent} missing.`,
  },
  undo: { de: 'Rückgängig machen', en: 'Undo' },
  taken: { de: 'Übernommen.', en: 'Done.' },
  undone: { de: 'Der Stand von vorhin gilt wieder.', en: 'It is as it was before.' },
  removeName: {
    de: (name: string) => `${name} wieder herausnehmen`,
    en: (name: string) => `Take ${name} out again`,
  },
  roll: { de: 'Alle Namen', en: 'All names' },
  findName: { de: 'Suchen', en: 'Find' },
  expectedMark: { de: 'offen', en: 'open' },
  presentMark: { de: 'da', en: 'here' },
  excusedMark: { de: 'entschuldigt', en: 'excused' },
  absentMark: { de: 'fehlt', en: 'missing' },
  leftMark: { de: 'gegangen', en: 'left' },
  fromItem: { de: (label: string) => `ab TOP ${label}`, en: (label: string) => `from item ${label}` },
  untilItem: { de: (label: string) => `bis TOP ${label}`, en: (label: string) => `until item ${label}` },
  lobby: { de: 'Gäste warten', en: 'Guests wait' },
  admit: { de: 'Hereinlassen', en: 'Let in' },
  sendOut: { de: 'Hinausschicken', en: 'Send out' },

  newVote: { de: 'Neue Abstimmung', en: 'New vote' },
  voteOn: {
    de: (label: string) => `Abstimmung zu TOP ${label}`,
    en: (label: string) => `Vote on item ${label}`,
  },
  noVotes: { de: 'Eine Dienstbesprechung stimmt nicht ab.', en: 'A briefing has no votes.' },
  wording: { de: 'Wortlaut', en: 'Wording' },
  fromMotion: { de: 'Wortlaut aus dem Antrag', en: 'Wording of the motion' },
  kind: { de: 'Art', en: 'Kind' },
  yesNo: { de: 'Ja, Nein, Enthaltung', en: 'Yes, no, abstention' },
  options: { de: 'Eine von mehreren', en: 'One of several' },
  election: { de: 'Wahl', en: 'Election' },
  optionLines: { de: 'Möglichkeiten oder Namen, je eine Zeile', en: 'Options or names, one per line' },
  seats: { de: 'Sitze', en: 'Seats' },
  procedure: { de: 'Verfahren', en: 'Procedure' },
  hands: { de: 'Handzeichen', en: 'Hands' },
  device: { de: 'Offen am Gerät', en: 'Open by device' },
  rollCall: { de: 'Namentlich', en: 'Roll-call' },
  withoutNames: { de: 'Ohne Namen', en: 'No names' },
  paper: { de: 'Geheim auf Papier', en: 'Secret on paper' },
  withoutNamesSays: {
    de: 'Nicht geheim: Der Server zählt und behält keine Verbindung, wer ihn betreibt, könnte mitlesen. Verlangt jemand eine geheime Abstimmung, nehmen Sie Papier.',
    en: 'Not secret: the server counts and keeps no link, but whoever runs it could look. If secrecy is demanded, use paper.',
  },
  show: { de: 'Wortlaut zeigen', en: 'Show the wording' },
  showSays: {
    de: 'Steht dann auf dem Beamer und bei allen. Noch stimmt niemand ab.',
    en: 'It then stands on the wall and with everybody. Nobody votes yet.',
  },
  changeWording: { de: 'Wortlaut ändern', en: 'Change wording' },
  cancelChange: { de: 'Nicht ändern', en: 'Do not change' },
  drop: { de: 'Verwerfen', en: 'Discard' },
  openVote: { de: 'Abstimmung eröffnen', en: 'Open the vote' },
  openVoteSays: {
    de: (present: number) => `Hält fest, wer jetzt abstimmen kann: ${present} Stimmberechtigte.`,
    en: (present: number) => `Freezes who may vote now: ${present} entitled.`,
  },
  notQuorateSays: {
    de: 'Die Konferenz ist nicht beschlussfähig: Eine Abstimmung lässt sich jetzt nicht eröffnen.',
    en: 'The conference is not quorate: no vote can be opened now.',
  },
  closesAfter: { de: 'Schließt von selbst nach', en: 'Closes by itself after' },
  byHand: { de: 'nie', en: 'never' },
  seconds: { de: (count: number) => `${count} Sekunden`, en: (count: number) => `${count} seconds` },
  closeVote: { de: 'Abstimmung schließen', en: 'Close the vote' },
  closeVoteSays: {
    de: (missing: number) =>
      plural(missing, { one: 'Eine Stimme fehlt noch.', other: `${missing} Stimmen fehlen noch.` }),
    en: (missing: number) =>
      plural(missing, { one: 'One vote is missing.', other: `${missing} votes are missing.` }),
  },
  stopVote: { de: 'Abbrechen …', en: 'Break off …' },
  stopTitle: { de: 'Abstimmung abbrechen', en: 'Break off the vote' },
  stopSays: {
    de: 'Es gibt dann kein Ergebnis; was abgegeben wurde, zählt nicht.',
    en: 'There is no result then; what was cast does not count.',
  },

  lineLabel: { de: 'Ergebnis in einer Zeile', en: 'Result in one line' },
  lineHint: {
    de: 'zum Beispiel: einstimmig · 1 dagegen, 5 enthalten, Rest dafür',
    en: 'for example: unanimous · 1 against, 5 abstentions, rest for',
  },
  lineHintOptions: {
    de: 'zum Beispiel: 1: 20, 2: 15, 6 enthalten',
    en: 'for example: 1: 20, 2: 15, 6 abstentions',
  },
  for: { de: 'dafür', en: 'for' },
  against: { de: 'dagegen', en: 'against' },
  abstained: { de: 'enthalten', en: 'abstained' },
  invalid: { de: 'ungültig', en: 'invalid' },
  sumRight: {
    de: (sum: number) => `Summe ${sum}, alle Anwesenden`,
    en: (sum: number) => `Sum ${sum}, all present`,
  },
  enter: { de: 'Ergebnis feststellen', en: 'Declare the result' },
  enterSays: {
    de: 'Schließt die Abstimmung, zeigt das Ergebnis allen und trägt es in die Niederschrift ein. Aufheben können Sie es danach mit Begründung.',
    en: 'Closes the vote, shows the result to all and enters it in the minutes. Afterwards you can annul it with a reason.',
  },
  lackWord: {
    de: (word: string) => `„${word}“ ist nicht zu verstehen.`,
    en: (word: string) => `“${word}” is not understood.`,
  },
  lackSide: {
    de: (numbers: string) => `Wofür stehen ${numbers}? Schreiben Sie dafür, dagegen oder enthalten dazu.`,
    en: (numbers: string) => `What do ${numbers} stand for? Add for, against or abstained.`,
  },
  lackNumbers: { de: 'Schreiben Sie die Zahlen dazu.', en: 'Add the numbers.' },
  lackTwice: { de: 'Eine Seite steht zweimal da.', en: 'One side is there twice.' },
  lackPeople: {
    de: (counted: number, people: number) =>
      `Das sind ${counted}, anwesend sind ${people}. Zählen Sie nach oder schreiben Sie „Rest“.`,
    en: (counted: number, people: number) =>
      `That makes ${counted}, but ${people} are present. Count again or write “rest”.`,
  },
  lackContradiction: {
    de: 'Die Zahlen und das Wort widersprechen sich.',
    en: 'Numbers and word contradict each other.',
  },
  lackAbstention: {
    de: 'Enthaltungen sind nach der Regel nicht erlaubt.',
    en: 'Abstentions are not allowed by the rule.',
  },
  lackOption: {
    de: (name: string) => `Zu „${name}“ fehlt eine mögliche Zahl.`,
    en: (name: string) => `“${name}” lacks a possible number.`,
  },

  tellers: { de: 'Zählkommission (mindestens zwei)', en: 'Tellers (at least two)' },
  slips: { de: 'Stimmzettel ausgegeben an', en: 'Slips given to' },
  slipsAll: { de: 'An alle Anwesenden ausgegeben', en: 'Given to all present' },
  slipsCount: {
    de: (given: number, of: number) => `${given} von ${of} haben einen Stimmzettel`,
    en: (given: number, of: number) => `${given} of ${of} have a slip`,
  },
  paperCounts: { de: 'Ausgezählt', en: 'Counted' },
  paperSum: {
    de: (sum: number, slips: number) => `Summe ${sum}, ausgegeben ${slips}`,
    en: (sum: number, slips: number) => `Sum ${sum}, given ${slips}`,
  },

  tie: { de: 'Der Vorsitz entscheidet', en: 'The chair decides' },
  tieYes: { de: 'Ich stimme Ja', en: 'I vote yes' },
  tieNo: { de: 'Ich stimme Nein', en: 'I vote no' },
  annul: { de: 'Aufheben …', en: 'Annul …' },
  annulTitle: { de: 'Ergebnis aufheben', en: 'Annul the result' },
  annulSays: {
    de: 'Das Ergebnis gilt dann nicht mehr. Es bleibt mit Ihrer Begründung in der Niederschrift.',
    en: 'The result has no effect then. It stays in the minutes with your reason.',
  },
  reason: { de: 'Begründung', en: 'Reason' },
  repeat: { de: 'Wiederholen', en: 'Repeat' },

  conferenceMenu: { de: 'Konferenz', en: 'Conference' },
  lock: { de: 'Anmeldung schließen', en: 'Close check-in' },
  unlock: { de: 'Anmeldung öffnen', en: 'Open check-in' },
  end: { de: 'Konferenz beenden …', en: 'End the conference …' },
  endTitle: { de: 'Konferenz beenden', en: 'End the conference' },
  endSays: {
    de: 'Sie endet für alle. Der laufende TOP gilt als erledigt, eine laufende Abstimmung wird abgebrochen. Das lässt sich nicht zurücknehmen.',
    en: 'It ends for all. The present item counts as done, an open vote is broken off. This cannot be undone.',
  },
  endAct: { de: 'Für alle beenden', en: 'End for all' },
  wall: { de: 'Beamer öffnen', en: 'Open the wall view' },
  keys: {
    de: 'Strg E: Arm eintragen · Strg Eingabe: Nächste aufrufen oder fertig',
    en: 'Ctrl E: list an arm · Ctrl Enter: call the next or done',
  },
});
