import { messages, plural } from './catalogue.ts';

const withName = (greeting: string, name: string | undefined): string =>
  name === undefined ? greeting : `${greeting}, ${name}`;

/** Overview, list and rows of announcements. What stands on an open announcement is in `announcement.ts`. */
export const announcementTexts = messages({
  title: { de: 'Mitteilungen', en: 'Announcements' },
  write: { de: 'Schreiben', en: 'Write' },
  views: { de: 'Ansichten', en: 'Views' },
  all: { de: 'Alle', en: 'All' },
  waitsForYou: { de: 'Wartet auf Sie', en: 'Waits for you' },
  own: { de: 'Eigene', en: 'Your own' },
  drafts: { de: 'Entwürfe', en: 'Drafts' },
  filter: { de: 'Auswählen, was die Liste zeigt', en: 'Choose what the list shows' },
  showExpired: { de: 'Abgelaufene zeigen', en: 'Show expired ones' },
  showCurrent: { de: 'Aktuelle zeigen', en: 'Show current ones' },
  onlyGroup: { de: (name: string) => `Nur ${name}`, en: (name: string) => `${name} only` },
  allGroups: { de: 'Alle Gruppen', en: 'All groups' },
  showAll: { de: 'Alle zeigen', en: 'Show all' },

  inOutbox: { de: 'Warten im Postausgang', en: 'Waiting in the outbox' },
  pinned: { de: 'Angeheftet', en: 'Pinned' },
  scheduled: { de: 'Geplant', en: 'Scheduled' },
  others: { de: 'Weitere', en: 'Others' },
  you: { de: 'Sie', en: 'You' },

  isSent: { de: 'Wird gesendet', en: 'Being sent' },
  waitsForConnection: { de: 'Wartet auf Verbindung', en: 'Waiting for a connection' },
  withdrawn: { de: 'Zurückgezogen', en: 'Withdrawn' },
  expired: { de: 'Abgelaufen', en: 'Expired' },
  scheduledFor: {
    de: (moment: string) => `Geplant für ${moment}`,
    en: (moment: string) => `Scheduled for ${moment}`,
  },
  urgent: { de: 'Dringend', en: 'Urgent' },
  urgentBy: {
    de: (by: string | undefined) => (by === undefined ? 'Dringend' : `Dringend · bis ${by}`),
    en: (by: string | undefined) => (by === undefined ? 'Urgent' : `Urgent · by ${by}`),
  },
  urgentAnd: {
    de: (state: string) => `Dringend · ${state}`,
    en: (state: string) => `Urgent · ${state}`,
  },
  confirmBy: {
    de: (by: string | undefined) => (by === undefined ? 'Bestätigen' : `Bestätigen bis ${by}`),
    en: (by: string | undefined) => (by === undefined ? 'Confirm' : `Confirm by ${by}`),
  },
  confirmAgain: { de: 'Geändert: erneut bestätigen', en: 'Changed: confirm again' },
  confirmLate: { de: 'Bestätigen, Frist vorbei', en: 'Confirm, deadline passed' },
  respondBy: {
    de: (by: string | undefined) => (by === undefined ? 'Antworten' : `Antworten bis ${by}`),
    en: (by: string | undefined) => (by === undefined ? 'Answer' : `Answer by ${by}`),
  },
  respondLate: { de: 'Frist zur Antwort vorbei', en: 'Deadline for answers passed' },
  confirmedAt: { de: (at: string) => `Bestätigt ${at}`, en: (at: string) => `Confirmed ${at}` },
  answeredAt: { de: (at: string) => `Beantwortet ${at}`, en: (at: string) => `Answered ${at}` },
  confirmWaits: { de: 'Bestätigt, wartet auf Verbindung', en: 'Confirmed, waiting for a connection' },
  answerWaits: { de: 'Beantwortet, wartet auf Verbindung', en: 'Answered, waiting for a connection' },
  questionToYou: { de: 'Rückfrage an Sie', en: 'Question to you' },
  questions: {
    de: (count: number) => plural(count, { one: '1 Rückfrage offen', other: `${count} Rückfragen offen` }),
    en: (count: number) => plural(count, { one: '1 open question', other: `${count} open questions` }),
  },
  confirmedOf: {
    de: (done: number, of: number) => `${done} von ${of} bestätigt`,
    en: (done: number, of: number) => `${done} of ${of} confirmed`,
  },
  allConfirmed: {
    de: (count: number) => plural(count, { one: 'Bestätigt', other: `Alle ${count} haben bestätigt` }),
    en: (count: number) => plural(count, { one: 'Confirmed', other: `All ${count} have confirmed` }),
  },
  answeredOf: {
    de: (done: number, of: number) =>
      plural(done, { one: `1 von ${of} hat geantwortet`, other: `${done} von ${of} haben geantwortet` }),
    en: (done: number, of: number) =>
      plural(done, { one: `1 of ${of} has answered`, other: `${done} of ${of} have answered` }),
  },

  lookFurther: { de: 'Ältere durchsehen', en: 'Look through older ones' },
  noneAll: {
    de: 'Noch keine Mitteilungen. Was an Ihre Gruppen geschrieben wird, steht dann hier.',
    en: 'No announcements yet. What is written to your groups will be here.',
  },
  noneInGroup: {
    de: (name: string) => `Keine Mitteilungen an ${name}.`,
    en: (name: string) => `No announcements to ${name}.`,
  },
  noneWaiting: { de: 'Nichts wartet auf Sie.', en: 'Nothing is waiting for you.' },
  noneOwn: {
    de: 'Sie haben noch keine Mitteilung geschrieben.',
    en: 'You have not written an announcement yet.',
  },
  noneExpired: { de: 'Keine Mitteilung ist abgelaufen.', en: 'No announcement has expired.' },
  noneDrafts: {
    de: 'Keine Entwürfe. Was Sie schreiben und nicht senden, wird hier aufbewahrt.',
    en: 'No drafts. What you write and do not send is kept here.',
  },
  untitled: { de: 'Ohne Titel', en: 'Untitled' },
  draftOver: { de: 'Entwurf', en: 'Draft' },
  draftOfEdit: { de: 'Änderung, nicht gesendet', en: 'Change, not sent' },
  draftOfQuestion: {
    de: (title: string) => `Rückfrage zu „${title}“`,
    en: (title: string) => `Question about “${title}”`,
  },

  goodMorning: {
    de: (name: string | undefined) => withName('Guten Morgen', name),
    en: (name: string | undefined) => withName('Good morning', name),
  },
  goodDay: {
    de: (name: string | undefined) => withName('Guten Tag', name),
    en: (name: string | undefined) => withName('Good afternoon', name),
  },
  goodEvening: {
    de: (name: string | undefined) => withName('Guten Abend', name),
    en: (name: string | undefined) => withName('Good evening', name),
  },
  newOnes: { de: 'Neu', en: 'New' },
  answerToYou: { de: 'Antwort auf Ihre Rückfrage', en: 'Answer to your question' },
  newToday: { de: 'Neu heute', en: 'New today' },
  newSinceYesterday: { de: 'Neu seit gestern', en: 'New since yesterday' },
  newSince: { de: (day: string) => `Neu seit ${day}`, en: (day: string) => `New since ${day}` },
  allAnnouncements: { de: 'Alle Mitteilungen', en: 'All announcements' },
  next: { de: 'Als Nächstes', en: 'Next' },
  nothingWaits: { de: 'Nichts wartet auf Sie.', en: 'Nothing is waiting for you.' },
  nothingNew: {
    de: 'In den letzten sieben Tagen kam nichts Neues.',
    en: 'Nothing new came in the last seven days.',
  },
  nothingNext: { de: 'Keine Fristen in Sicht.', en: 'No deadlines ahead.' },
  read: { de: 'Lesen', en: 'Read' },
  answer: { de: 'Antworten', en: 'Answer' },
  urgentConfirmBy: {
    de: (by: string | undefined) =>
      by === undefined ? 'Dringend: bestätigen' : `Dringend: bestätigen bis ${by}`,
    en: (by: string | undefined) => (by === undefined ? 'Urgent: confirm' : `Urgent: confirm by ${by}`),
  },
  urgentRespondBy: {
    de: (by: string | undefined) =>
      by === undefined ? 'Dringend: antworten' : `Dringend: antworten bis ${by}`,
    en: (by: string | undefined) => (by === undefined ? 'Urgent: answer' : `Urgent: answer by ${by}`),
  },
  questionFrom: {
    de: (name: string) => `Rückfrage von ${name}`,
    en: (name: string) => `Question from ${name}`,
  },
  fromTo: {
    de: (who: string, to: string) => `${who} an ${to}`,
    en: (who: string, to: string) => `${who} to ${to}`,
  },
  nextConfirm: { de: 'Zur Kenntnis nehmen', en: 'Acknowledge' },
  nextRespond: { de: 'Antworten', en: 'Answer' },
  nextRelease: { de: 'Ihre Mitteilung erscheint', en: 'Your announcement appears' },
  nextOwnConfirm: {
    de: (missing: number) =>
      plural(missing, {
        one: 'Ihre Frist, 1 Bestätigung fehlt',
        other: `Ihre Frist, ${missing} Bestätigungen fehlen`,
      }),
    en: (missing: number) =>
      plural(missing, {
        one: 'Your deadline, 1 confirmation missing',
        other: `Your deadline, ${missing} confirmations missing`,
      }),
  },
  quietFrom: {
    de: (time: string) => `Ruhezeiten heute ab ${time}`,
    en: (time: string) => `Quiet hours today from ${time}`,
  },
  quietUntil: {
    de: (moment: string) => `Ruhezeiten bis ${moment}`,
    en: (moment: string) => `Quiet hours until ${moment}`,
  },
});
