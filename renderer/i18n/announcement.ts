import { messages, plural } from './catalogue.ts';

/** What an author waits for: acknowledgements, answers, or both. */
type Wanted = 'acknowledge' | 'respond' | 'both';
const DONE_GERMAN: Readonly<Record<Wanted, string>> = {
  acknowledge: 'bestätigt',
  respond: 'geantwortet',
  both: 'bestätigt und geantwortet',
};
const DONE_ENGLISH: Readonly<Record<Wanted, string>> = {
  acknowledge: 'confirmed',
  respond: 'answered',
  both: 'confirmed and answered',
};

/** An open announcement: the letter, what its reader answers and what its author sees. */
export const letterTexts = messages({
  gone: {
    de: 'Diese Mitteilung gibt es nicht, oder Sie dürfen sie nicht mehr lesen.',
    en: 'This announcement does not exist, or you may no longer read it.',
  },
  acknowledgeBy: {
    de: (by: string | undefined) => (by === undefined ? 'Zur Kenntnis' : `Zur Kenntnis bis ${by}`),
    en: (by: string | undefined) => (by === undefined ? 'To acknowledge' : `To acknowledge by ${by}`),
  },
  acknowledgeWas: {
    de: (by: string) => `Zur Kenntnis, Frist war ${by}`,
    en: (by: string) => `To acknowledge, deadline was ${by}`,
  },
  respondBy: {
    de: (by: string | undefined) =>
      by === undefined ? 'Rückmeldung erbeten' : `Rückmeldung erbeten bis ${by}`,
    en: (by: string | undefined) => (by === undefined ? 'Please answer' : `Please answer by ${by}`),
  },
  respondWas: {
    de: (by: string) => `Rückmeldung, Frist war ${by}`,
    en: (by: string) => `Answer, deadline was ${by}`,
  },
  to: { de: (groups: string) => `an ${groups}`, en: (groups: string) => `to ${groups}` },
  you: { de: 'Sie', en: 'You' },
  changedBy: {
    de: (name: string, moment: string) => `Geändert von ${name}, ${moment}`,
    en: (name: string, moment: string) => `Changed by ${name}, ${moment}`,
  },
  changedByYou: {
    de: (moment: string) => `Von Ihnen geändert, ${moment}`,
    en: (moment: string) => `Changed by you, ${moment}`,
  },
  earlier: {
    de: (count: number) => plural(count, { one: 'Frühere Fassung', other: `${count} frühere Fassungen` }),
    en: (count: number) => plural(count, { one: 'Earlier version', other: `${count} earlier versions` }),
  },
  earlierTitle: { de: 'Frühere Fassungen', en: 'Earlier versions' },
  earlierSays: {
    de: 'Unterstrichen ist, was in der nächsten Fassung anders lautet.',
    en: 'What reads differently in the next version is underlined.',
  },
  version: { de: (number: number) => `Fassung ${number}`, en: (number: number) => `Version ${number}` },
  versionBy: {
    de: (name: string, moment: string) => `${name}, ${moment}`,
    en: (name: string, moment: string) => `${name}, ${moment}`,
  },
  expires: { de: (moment: string) => `Gilt bis ${moment}`, en: (moment: string) => `Valid until ${moment}` },
  expired: { de: (moment: string) => `Abgelaufen: ${moment}`, en: (moment: string) => `Expired: ${moment}` },

  print: { de: 'Drucken', en: 'Print' },
  printPaper: { de: 'Als Papier-Umlauf drucken', en: 'Print as a paper circular' },
  edit: { de: 'Ändern', en: 'Change' },
  more: { de: 'Weiteres', en: 'More' },
  withdraw: { de: 'Zurückziehen …', en: 'Withdraw …' },
  withdrawTitle: { de: 'Mitteilung zurückziehen?', en: 'Withdraw this announcement?' },
  withdrawSays: {
    de: 'Text und frühere Fassungen werden bei allen gelöscht. Titel und Absender bleiben sichtbar. Das lässt sich nicht rückgängig machen.',
    en: 'Text and earlier versions are deleted for everybody. Title and sender stay visible. This cannot be undone.',
  },
  withdrawAct: { de: 'Zurückziehen', en: 'Withdraw' },

  stateWithdrawn: { de: 'Diese Mitteilung wurde zurückgezogen.', en: 'This announcement was withdrawn.' },
  stateWithdrawnSays: {
    de: 'Der Text ist gelöscht. Es wird nichts mehr von Ihnen erwartet.',
    en: 'Its text is deleted. Nothing is expected of you any more.',
  },
  stateScheduled: {
    de: (moment: string) => `Erscheint ${moment}.`,
    en: (moment: string) => `Appears ${moment}.`,
  },
  stateScheduledSays: {
    de: 'Bis dahin sehen nur Sie diese Mitteilung.',
    en: 'Until then only you see this announcement.',
  },
  waitsTitle: { de: 'Noch nicht gesendet: keine Verbindung.', en: 'Not sent yet: no connection.' },
  waitsSays: {
    de: 'Ihre Mitteilung liegt im Postausgang und geht von selbst hinaus.',
    en: 'Your announcement is in the outbox and goes out by itself.',
  },
  editWaitsTitle: {
    de: 'Ihre Änderung wartet auf Verbindung.',
    en: 'Your change is waiting for a connection.',
  },
  editWaitsSays: {
    de: 'Andere lesen noch die frühere Fassung.',
    en: 'Others still read the earlier version.',
  },
  withdrawWaitsTitle: {
    de: 'Ihr Zurückziehen wartet auf Verbindung.',
    en: 'Your withdrawal is waiting for a connection.',
  },
  withdrawWaitsSays: { de: 'Andere lesen die Mitteilung noch.', en: 'Others still read the announcement.' },
  isSent: { de: 'Wird gesendet …', en: 'Being sent …' },
  takeBack: { de: 'Zurücknehmen', en: 'Take back' },
  tookBack: {
    de: 'Zurückgenommen. Ihr Text liegt unter „Entwürfe“.',
    en: 'Taken back. Your text is in “Drafts”.',
  },
  notAcceptedVersions: {
    de: 'Ihre Änderung ist nicht gespeichert: Es gibt zwei Fassungen.',
    en: 'Your change is not saved: there are two versions.',
  },
  notAcceptedAnnounce: {
    de: (why: string) => `Ihre Mitteilung ist nicht gespeichert: ${why}`,
    en: (why: string) => `Your announcement is not saved: ${why}`,
  },
  notAcceptedEdit: {
    de: (why: string) => `Ihre Änderung ist nicht gespeichert: ${why}`,
    en: (why: string) => `Your change is not saved: ${why}`,
  },
  notAcceptedWithdraw: {
    de: (why: string) => `Ihr Zurückziehen ist nicht angekommen: ${why}`,
    en: (why: string) => `Your withdrawal has not arrived: ${why}`,
  },
  notAcceptedAcknowledge: {
    de: (why: string) => `Ihre Kenntnisnahme ist nicht angekommen: ${why}`,
    en: (why: string) => `Your acknowledgement has not arrived: ${why}`,
  },
  notAcceptedRespond: {
    de: (answer: string, why: string) => `Ihre Antwort „${answer}“ ist nicht angekommen: ${why}`,
    en: (answer: string, why: string) => `Your answer “${answer}” has not arrived: ${why}`,
  },
  notAcceptedAsk: {
    de: (why: string) => `Ihre Nachricht ist nicht angekommen: ${why}`,
    en: (why: string) => `Your message has not arrived: ${why}`,
  },
  notAcceptedRemind: {
    de: (why: string) => `Ihre Erinnerung ist nicht angekommen: ${why}`,
    en: (why: string) => `Your reminder has not arrived: ${why}`,
  },
  placeWasTaken: { de: 'Der Platz war schon vergeben.', en: 'The place was already taken.' },
  toNotSaved: { de: 'Unter „Nicht gespeichert“ ansehen', en: 'See “Not saved”' },
  essentialTitle: { de: 'Wesentlich geändert.', en: 'Changed in essence.' },
  essentialSays: {
    de: (moment: string) =>
      `Sie haben eine frühere Fassung bestätigt. Bitte bestätigen Sie die Fassung vom ${moment}.`,
    en: (moment: string) => `You confirmed an earlier version. Please confirm the version of ${moment}.`,
  },
  showDifferences: { de: 'Unterschiede zeigen', en: 'Show the differences' },

  acknowledge: { de: 'Zur Kenntnis genommen', en: 'Acknowledged' },
  acknowledged: { de: 'Zur Kenntnis genommen', en: 'Acknowledged' },
  sendAnswer: { de: 'Antwort senden', en: 'Send answer' },
  changeAnswer: { de: 'Antwort ändern', en: 'Change answer' },
  keepAnswer: { de: 'Antwort behalten', en: 'Keep answer' },
  waits: { de: 'wartet', en: 'waiting' },
  answerGoesAlong: { de: 'Ihre Antwort geht mit.', en: 'Your answer goes along.' },
  answerMissing: {
    de: 'Ohne Auswahl geht nur die Kenntnisnahme hinaus.',
    en: 'Without a choice only the acknowledgement is sent.',
  },
  chooseFirst: { de: 'Wählen Sie zuerst eine Antwort.', en: 'Choose an answer first.' },
  authorSeesMissing: {
    de: (name: string) => `${name} sieht, wer noch fehlt, aber keine Uhrzeiten.`,
    en: (name: string) => `${name} sees who is missing, but no times.`,
  },
  authorSeesAnswer: {
    de: (name: string) => `${name} sieht Ihre Antwort mit Ihrem Namen.`,
    en: (name: string) => `${name} sees your answer with your name.`,
  },
  everyoneSeesNames: {
    de: 'Alle Angeschriebenen sehen, wer sich eingetragen hat.',
    en: 'Everybody addressed sees who has signed up.',
  },
  yourAnswer: {
    de: (answer: string) => `Ihre Antwort: ${answer}`,
    en: (answer: string) => `Your answer: ${answer}`,
  },
  answersClosed: {
    de: (by: string) => `Die Frist für Rückmeldungen endete ${by}.`,
    en: (by: string) => `The deadline for answers was ${by}.`,
  },
  noDate: { de: 'Keiner der Termine', en: 'None of the dates' },
  noPlace: { de: 'Ich trage mich nicht ein', en: 'I do not sign up' },
  severalDates: { de: 'Mehrere sind möglich.', en: 'You may choose several.' },
  placesLeft: {
    de: (left: number, places: number) => `noch ${left} von ${places} Plätzen frei`,
    en: (left: number, places: number) => `${left} of ${places} places left`,
  },
  placesFull: { de: 'alle Plätze vergeben', en: 'all places taken' },

  acknowledgements: { de: 'Wer noch fehlt', en: 'Who is missing' },
  confirmedOf: {
    de: (done: number, of: number) => `${done} von ${of}`,
    en: (done: number, of: number) => `${done} of ${of}`,
  },
  done: {
    de: (wanted: Wanted) => DONE_GERMAN[wanted],
    en: (wanted: Wanted) => DONE_ENGLISH[wanted],
  },
  allDone: {
    de: (wanted: Wanted) => `Alle haben ${DONE_GERMAN[wanted]}.`,
    en: (wanted: Wanted) => `Everybody has ${DONE_ENGLISH[wanted]}.`,
  },
  asOf: {
    de: (moment: string) => `Stand ${moment}. Inzwischen können es mehr sein.`,
    en: (moment: string) => `As of ${moment}. There may be more by now.`,
  },
  missing: { de: (count: number) => `Es fehlen ${count}`, en: (count: number) => `${count} missing` },
  missingOne: { de: 'Es fehlt noch', en: 'Still missing' },
  showAllNames: { de: (count: number) => `Alle ${count} zeigen`, en: (count: number) => `Show all ${count}` },
  showFewerNames: { de: 'Weniger zeigen', en: 'Show fewer' },
  remind: {
    de: (count: number) => plural(count, { one: '1 Person erinnern', other: `${count} Personen erinnern` }),
    en: (count: number) => plural(count, { one: 'Remind 1 person', other: `Remind ${count} people` }),
  },
  remindNow: { de: 'Geht sofort hinaus.', en: 'Goes out at once.' },
  remindOffline: {
    de: 'Geht hinaus, sobald die Schule erreichbar ist, nie in den Ruhezeiten. Erinnert wird, wer dann noch fehlt.',
    en: 'Goes out as soon as the school can be reached, never in quiet hours. Reminded is who is still missing then.',
  },
  remindQuiet: {
    de: (moment: string) => `Es sind Ruhezeiten: geht ${moment} hinaus. Erinnert wird, wer dann noch fehlt.`,
    en: (moment: string) =>
      `These are quiet hours: goes out ${moment}. Reminded is who is still missing then.`,
  },
  remindOver: {
    de: 'Die Frist ist vorbei. Antworten werden nicht mehr angenommen.',
    en: 'The deadline has passed. Answers are no longer accepted.',
  },
  remindWaits: {
    de: 'Die Erinnerung wartet auf Verbindung.',
    en: 'The reminder is waiting for a connection.',
  },
  remindPlanned: {
    de: (moment: string) => `Die Erinnerung geht ${moment} hinaus.`,
    en: (moment: string) => `The reminder goes out ${moment}.`,
  },
  reminded: {
    de: (moment: string) => `Zuletzt erinnert: ${moment}.`,
    en: (moment: string) => `Last reminded: ${moment}.`,
  },
  answeredOf: {
    de: (done: number, of: number) =>
      plural(done, { one: `1 von ${of} hat geantwortet`, other: `${done} von ${of} haben geantwortet` }),
    en: (done: number, of: number) =>
      plural(done, { one: `1 of ${of} has answered`, other: `${done} of ${of} have answered` }),
  },
  answered: {
    de: (done: number) => plural(done, { one: '1 Antwort', other: `${done} Antworten` }),
    en: (done: number) => plural(done, { one: '1 answer', other: `${done} answers` }),
  },
  ofPlaces: {
    de: (taken: number, of: number) => `${taken} von ${of}`,
    en: (taken: number, of: number) => `${taken} of ${of}`,
  },
  nobodyYet: { de: 'noch niemand', en: 'nobody yet' },

  questions: { de: 'Rückfragen', en: 'Questions' },
  ask: { de: 'Rückfrage stellen', en: 'Ask a question' },
  askTitle: { de: (name: string) => `Rückfrage an ${name}`, en: (name: string) => `Question to ${name}` },
  questionFrom: {
    de: (name: string) => `Rückfrage von ${name}`,
    en: (name: string) => `Question from ${name}`,
  },
  onlyTwo: { de: 'Das lesen nur Sie beide.', en: 'Only the two of you read this.' },
  yourQuestion: { de: 'Ihre Rückfrage', en: 'Your question' },
  yourAnswerText: { de: 'Ihre Antwort', en: 'Your answer' },
  yourMessage: { de: 'Ihre Nachricht', en: 'Your message' },
  send: { de: 'Senden', en: 'Send' },
  questionEmpty: { de: 'Schreiben Sie erst etwas.', en: 'Write something first.' },
  questionTooLong: {
    de: 'Höchstens 4.000 Zeichen. Kürzen Sie den Text.',
    en: 'At most 4,000 characters. Shorten the text.',
  },
  draftFailed: {
    de: 'Der Text ließ sich auf diesem Gerät nicht sichern. Senden oder kopieren Sie ihn, bevor Sie die Seite schließen.',
    en: 'The text could not be saved on this device. Send or copy it before you close the page.',
  },
  questionBadSigns: {
    de: 'Der Text enthält unsichtbare Steuerzeichen. Tippen Sie die betroffene Stelle neu.',
    en: 'The text contains invisible control characters. Type that part again.',
  },

  paperSays: {
    de: 'Bitte lesen, unterschreiben und weitergeben.',
    en: 'Please read, sign and pass on.',
  },
  paperName: { de: 'Name', en: 'Name' },
  paperCode: { de: 'Kürzel', en: 'Code' },
  paperSignature: { de: 'Unterschrift', en: 'Signature' },
});
