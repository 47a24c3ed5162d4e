import { messages } from './catalogue.ts';

/** A conference that sits: what everybody reads who takes part in it. */
export const sittingTexts = messages({
  loading: { de: 'Konferenz wird geöffnet', en: 'Opening the conference' },
  agendaItem: { de: (label: string) => `TOP ${label}`, en: (label: string) => `Item ${label}` },
  agendaItemOf: {
    de: (label: string, count: number) => `TOP ${label} von ${count}`,
    en: (label: string, count: number) => `Item ${label} of ${count}`,
  },
  presentedBy: {
    de: (name: string) => `vorgestellt von ${name}`,
    en: (name: string) => `presented by ${name}`,
  },
  restricted: { de: 'nicht für alle', en: 'not for everybody' },
  noItem: {
    de: 'Gerade ist kein Tagesordnungspunkt aufgerufen.',
    en: 'No agenda item has been called yet.',
  },
  noItemOutside: {
    de: 'Es geht gleich weiter. Hier erscheint, was für Sie aufgerufen wird.',
    en: 'It goes on in a moment. What is called for you appears here.',
  },
  present: {
    de: (present: number, entitled: number) => `${present} von ${entitled} Stimmberechtigten anwesend`,
    en: (present: number, entitled: number) => `${present} of ${entitled} entitled to vote are here`,
  },
  quorate: { de: 'beschlussfähig', en: 'quorate' },
  quorateFrom: {
    de: (needed: number) => `ab ${needed}`,
    en: (needed: number) => `from ${needed}`,
  },
  notQuorate: { de: 'nicht beschlussfähig', en: 'not quorate' },
  unverified: { de: 'ungeprüfte Regel', en: 'unverified rule' },
  since: { de: (span: string) => `seit ${span}`, en: (span: string) => `for ${span}` },

  speaking: { de: 'Am Wort', en: 'Speaking' },
  nobodySpeaks: { de: 'Niemand ist am Wort', en: 'Nobody is speaking' },
  speakers: { de: 'Redeliste', en: 'Speakers' },
  listEmpty: { de: 'Niemand hat sich gemeldet.', en: 'No hands are raised.' },
  listClosed: {
    de: 'Die Redeliste ist geschlossen. GO-Anträge sind möglich.',
    en: 'The list is closed. Points of order are still taken.',
  },
  you: { de: 'Sie', en: 'You' },
  speech: { de: 'Wortmeldung', en: 'Speech' },
  question: { de: 'Frage', en: 'Question' },
  order: { de: 'GO-Antrag', en: 'Point of order' },
  raise: { de: 'Melden', en: 'Raise hand' },
  raiseAt: {
    de: (place: number) => `Sie wären an Stelle ${place}`,
    en: (place: number) => `You would be number ${place}`,
  },
  orderHint: { de: 'Antrag zur Geschäftsordnung, kommt zuerst dran', en: 'Goes before all others' },
  raisedAt: {
    de: (place: number) => `Sie sind gemeldet, Stelle ${place}`,
    en: (place: number) => `Your hand is up, number ${place}`,
  },
  lower: { de: 'Zurückziehen', en: 'Take back' },
  youSpeak: { de: 'Sie haben das Wort', en: 'You have the floor' },
  handOnItsWay: {
    de: 'Ihre Meldung ist noch nicht übermittelt. Sie geht von selbst hinaus, solange dieser TOP läuft.',
    en: 'Your hand has not been sent yet. It goes out by itself while this item lasts.',
  },

  youArePresent: { de: 'Sie sind anwesend', en: 'You are present' },
  entitledStatus: { de: 'stimmberechtigt', en: 'entitled to vote' },
  advisoryStatus: { de: 'beratend', en: 'advisory' },
  dormantStatus: { de: 'Stimmrecht ruht', en: 'vote dormant' },
  guestStatus: { de: 'Gast', en: 'guest' },
  checkIn: { de: 'Ich bin da', en: 'I am here' },
  checkInTitle: { de: 'Melden Sie sich an', en: 'Check in' },
  checkInWhy: {
    de: 'Damit zählen Sie als anwesend und können abstimmen und sich melden.',
    en: 'Then you count as present and can vote and raise your hand.',
  },
  checkInCode: { de: 'Code von der Wand', en: 'Code on the wall' },
  checkInOnItsWay: {
    de: 'Noch nicht übermittelt. Es geht von selbst hinaus, sobald die Verbindung steht.',
    en: 'Not sent yet. It goes out by itself as soon as there is a connection.',
  },
  lockedDoor: {
    de: 'Der Vorsitz hat die Anmeldung geschlossen. Melden Sie sich im Raum.',
    en: 'The chair has closed the check-in. Make yourself known in the room.',
  },
  excused: { de: 'Sie sind entschuldigt', en: 'You are excused' },
  left: { de: 'Sie haben die Konferenz verlassen', en: 'You have left the conference' },
  leave: { de: 'Ich gehe', en: 'I am leaving' },
  leaveTitle: { de: 'Konferenz verlassen', en: 'Leave the conference' },
  leaveSays: {
    de: 'Sie zählen dann nicht mehr als anwesend. Notiert wird der Tagesordnungspunkt, nie die Uhrzeit.',
    en: 'You no longer count as present then. The item is noted, never the time.',
  },
  waitingRoom: {
    de: 'Sie sind Gast. Der Vorsitz lässt Sie herein; diese Seite merkt es von selbst.',
    en: 'You are a guest. The chair lets you in; this page notices by itself.',
  },

  reconnecting: { de: 'Verbindung wird aufgebaut', en: 'Connecting' },
  lost: {
    de: 'Keine Verbindung. Was Sie sehen, ist der Stand von vorhin; nichts wird übermittelt.',
    en: 'No connection. What you see is how it was; nothing is sent.',
  },
  tryNow: { de: 'Jetzt versuchen', en: 'Try now' },
  notSent: {
    de: 'Nicht übermittelt: keine Verbindung, oder der Moment ist vorbei. Es ist nichts geschehen.',
    en: 'Not sent: no connection, or the moment has passed. Nothing has happened.',
  },
  unanswered: {
    de: 'Ob es angekommen ist, weiß niemand: Der Server hat nicht geantwortet. Der Bildschirm zeigt, was gilt.',
    en: 'Nobody knows whether it arrived: the server has not answered. The screen shows what holds.',
  },
  dismiss: { de: 'Verstanden', en: 'Understood' },

  notOpen: {
    de: 'Diese Konferenz ist nicht eröffnet, oder Sie gehören nicht dazu.',
    en: 'This conference is not open, or you are not part of it.',
  },
  sessionEnded: {
    de: 'Dieses Gerät ist nicht mehr angemeldet. Sperren Sie und melden Sie sich neu an.',
    en: 'This device is no longer signed in. Lock and sign in again.',
  },
  closed: { de: 'Die Konferenz ist beendet.', en: 'The conference has ended.' },
  toConference: { de: 'Zur Konferenz', en: 'To the conference' },
  toChair: { de: 'Leiten', en: 'Lead' },
  putAside: { de: 'Zurück zur Konferenz', en: 'Back to the conference' },
  toMember: { de: 'Teilnahme', en: 'Participation' },
  papers: {
    de: (label: string) => `Unterlagen zu TOP ${label}`,
    en: (label: string) => `Papers for item ${label}`,
  },
});
