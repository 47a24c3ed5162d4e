import { messages, plural } from './catalogue.ts';

/** Ballots, results and the words of votes; the same on ballot, wall and in the record. */
export const voteTexts = messages({
  yes: { de: 'Ja', en: 'Yes' },
  no: { de: 'Nein', en: 'No' },
  abstain: { de: 'Enthaltung', en: 'Abstention' },
  keyHint: { de: (key: string) => `Taste ${key}`, en: (key: string) => `Key ${key}` },
  yesKey: { de: 'J', en: 'Y' },
  noKey: { de: 'N', en: 'N' },
  abstainKey: { de: 'E', en: 'A' },
  open: { de: 'Offene Abstimmung', en: 'Open vote' },
  'roll-call': { de: 'Namentliche Abstimmung', en: 'Roll-call vote' },
  'without-names': { de: 'Handzeichen digital (nicht geheim)', en: 'Without names (not secret)' },
  'show-of-hands': { de: 'Abstimmung mit Handzeichen', en: 'Show of hands' },
  paper: { de: 'Geheime Abstimmung auf Papier', en: 'Secret vote on paper' },
  openSays: { de: 'Alle sehen, wie Sie gestimmt haben.', en: 'Everybody sees how you voted.' },
  'roll-callSays': {
    de: 'Ihre Stimme steht mit Ihrem Namen in der Niederschrift.',
    en: 'Your vote stands in the minutes with your name.',
  },
  'without-namesSays': {
    de: 'Nach dem Schluss bleibt keine Verbindung zu Ihrem Namen. Geheim ist es nicht: Wer den Server betreibt, könnte mitlesen.',
    en: 'After it closes nothing links it to your name. It is not secret: whoever runs the server could look.',
  },
  chooseOne: { de: 'Wählen Sie eine Möglichkeit.', en: 'Choose one.' },
  chooseSome: {
    de: (seats: number) => `Wählen Sie bis zu ${seats}.`,
    en: (seats: number) => `Choose up to ${seats}.`,
  },
  cast: { de: 'Stimme abgeben', en: 'Cast vote' },
  confirm: { de: (choice: string) => `${choice} abgeben`, en: (choice: string) => `Cast ${choice}` },
  yourChoice: { de: 'Ihre Wahl', en: 'Your choice' },
  change: { de: 'Anders wählen', en: 'Choose again' },
  final: { de: 'Danach ist sie nicht mehr zu ändern.', en: 'It cannot be changed after that.' },
  casting: {
    de: 'Ihre Stimme ist noch nicht gezählt. Sie geht hinaus, solange die Abstimmung läuft.',
    en: 'Your vote is not counted yet. It goes out while the vote is open.',
  },
  counted: {
    de: (time: string) => `Ihre Stimme ist gezählt (${time})`,
    en: (time: string) => `Your vote is counted (${time})`,
  },
  countedAlready: { de: 'Ihre Stimme ist gezählt', en: 'Your vote is counted' },
  notCounted: { de: 'Ihre Stimme ist nicht gezählt.', en: 'Your vote is not counted.' },
  turnout: {
    de: (given: number, of: number) => `${given} von ${of} haben abgestimmt`,
    en: (given: number, of: number) => `${given} of ${of} have voted`,
  },
  endsIn: { de: (span: string) => `noch ${span}`, en: (span: string) => `${span} left` },
  shown: {
    de: 'Gleich wird abgestimmt. Das ist der Wortlaut:',
    en: 'There will be a vote in a moment. This is the wording:',
  },
  raiseArm: { de: 'Heben Sie den Arm, wenn der Vorsitz fragt.', en: 'Raise your arm when the chair asks.' },
  onPaper: {
    de: 'Holen Sie Ihren Stimmzettel bei der Zählkommission.',
    en: 'Get your slip from the tellers.',
  },
  noVote: {
    de: 'Sie stimmen hier nicht mit ab.',
    en: 'You do not vote on this.',
  },
  demand: { de: 'Geheime Abstimmung verlangen', en: 'Demand a secret vote' },
  demandSays: {
    de: 'Niemand sieht, wer es verlangt. Wird die nötige Zahl erreicht, wird auf Papier abgestimmt.',
    en: 'Nobody sees who demands it. Once enough do, the vote is taken on paper.',
  },
  demanded: { de: 'Sie verlangen eine geheime Abstimmung', en: 'You demand a secret vote' },
  takeDemandBack: { de: 'Zurücknehmen', en: 'Take back' },

  'key-lost': {
    de: 'Die Abstimmung ist ohne Ergebnis zu Ende: Der Schlüssel der Stimmen ist verloren.',
    en: 'The vote ended without a result: the key of its ballots is lost.',
  },
  restored: {
    de: 'Die Abstimmung ist ohne Ergebnis zu Ende: Der Server wurde aus einer Sicherung zurückgeholt.',
    en: 'The vote ended without a result: the server was restored from a backup.',
  },
  'secrecy-demanded': {
    de: 'Die geheime Abstimmung wurde verlangt. Es wird auf Papier abgestimmt.',
    en: 'A secret vote was demanded. The vote is taken on paper.',
  },
  'broken-off': {
    de: 'Die Abstimmung wurde abgebrochen. Es gibt kein Ergebnis.',
    en: 'The vote was broken off. There is no result.',
  },
  annulled: { de: 'Aufgehoben:', en: 'Annulled:' },
  ruleOpen: {
    de: 'Gezählt; die Regel, nach der es entschieden wird, ist offen:',
    en: 'Counted; the rule that decides it is open:',
  },

  accepted: { de: 'Angenommen', en: 'Accepted' },
  rejected: { de: 'Abgelehnt', en: 'Rejected' },
  unanimouslyAccepted: { de: 'Einstimmig angenommen', en: 'Accepted unanimously' },
  'no-quorum': { de: 'Nicht beschlussfähig', en: 'Not quorate' },
  'chair-decides': { de: 'Stimmengleichheit: der Vorsitz entscheidet', en: 'Tie: the chair decides' },
  repeat: { de: 'Stimmengleichheit: wird wiederholt', en: 'Tie: to be repeated' },
  elected: { de: (names: string) => `Gewählt: ${names}`, en: (names: string) => `Elected: ${names}` },
  'run-off': { de: (names: string) => `Stichwahl: ${names}`, en: (names: string) => `Run-off: ${names}` },
  undecided: { de: 'Gezählt', en: 'Counted' },
  withNumbers: {
    de: (yes: number, no: number, abstain: number) =>
      `mit ${yes} Ja, ${no} Nein${abstain === 0 ? '' : ` bei ${plural(abstain, { one: 'einer Enthaltung', other: `${abstain} Enthaltungen` })}`}`,
    en: (yes: number, no: number, abstain: number) =>
      `with ${yes} yes, ${no} no${abstain === 0 ? '' : ` and ${plural(abstain, { one: '1 abstention', other: `${abstain} abstentions` })}`}`,
  },
  invalid: {
    de: (count: number) => plural(count, { one: '1 ungültig', other: `${count} ungültig` }),
    en: (count: number) => `${count} invalid`,
  },
  invalidWord: { de: 'Ungültig', en: 'Invalid' },
  abstentions: { de: 'Enthaltungen', en: 'Abstentions' },
  neededOf: {
    de: (needed: number, base: number) => `Nötig: ${needed} von ${base} gültigen Stimmen`,
    en: (needed: number, base: number) => `Needed: ${needed} of ${base} valid votes`,
  },
  ruleUnverified: { de: 'Regel ungeprüft', en: 'rule unverified' },
  votesOf: {
    de: (count: number) => plural(count, { one: '1 Stimme', other: `${count} Stimmen` }),
    en: (count: number) => plural(count, { one: '1 vote', other: `${count} votes` }),
  },
  result: { de: 'Ergebnis', en: 'Result' },
  running: { de: 'Abstimmung läuft', en: 'Vote is open' },
});
