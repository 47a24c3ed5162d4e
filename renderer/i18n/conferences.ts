import { messages, plural } from './catalogue.ts';

/** Planning and reading conferences. */
export const conferenceTexts = messages({
  title: { de: 'Konferenzen', en: 'Conferences' },
  plan: { de: 'Konferenz planen', en: 'Plan a conference' },
  planShort: { de: 'Planen', en: 'Plan' },
  list: { de: 'Konferenzen nach Tag', en: 'Conferences by day' },
  upcoming: { de: 'Kommende', en: 'Upcoming' },
  past: { de: 'Vergangene', en: 'Past' },
  none: {
    de: 'Noch keine Konferenz. Sobald eines Ihrer Gremien eingeladen wird, steht sie hier, auch ohne Verbindung.',
    en: 'No conference yet. As soon as one of your bodies is invited it stands here, also without a connection.',
  },
  noneChair: {
    de: 'Noch keine Konferenz. Planen Sie die erste: Gremium, Tag und Leitung sind schon vorgeschlagen.',
    en: 'No conference yet. Plan the first one: body, day and chair are already proposed.',
  },
  choose: { de: 'Wählen Sie links eine Konferenz.', en: 'Choose a conference on the left.' },
  today: { de: 'Heute', en: 'Today' },
  planned: { de: 'Noch nicht eingeladen', en: 'Nobody invited yet' },
  invited: { de: 'Eingeladen', en: 'Invited' },
  open: { de: 'Läuft', en: 'In session' },
  closed: { de: 'Beendet', en: 'Ended' },
  cancelled: { de: 'Abgesagt', en: 'Cancelled' },
  waits: { de: 'Wartet auf Verbindung', en: 'Waits for a connection' },

  when: { de: 'Wann', en: 'When' },
  where: { de: 'Wo', en: 'Where' },
  body: { de: 'Gremium', en: 'Body' },
  chair: { de: 'Leitung', en: 'Chair' },
  minuteTaker: { de: 'Schriftführung', en: 'Minute-taker' },
  guests: { de: 'Gäste', en: 'Guests' },
  sitting: { de: 'Form', en: 'Form' },
  briefing: { de: 'Dienstbesprechung', en: 'Briefing' },
  briefingSays: {
    de: 'Dienstbesprechung: Es wird informiert und beraten, nicht abgestimmt.',
    en: 'Briefing: it informs and discusses, nothing is voted on.',
  },
  secondCall: { de: 'Zweite Einberufung zu denselben Punkten', en: 'Second call for the same items' },
  room: { de: 'In einem Raum', en: 'In one room' },
  hybrid: { de: 'Im Raum und von anderem Ort', en: 'In the room and elsewhere' },
  remote: { de: 'Ohne gemeinsamen Raum', en: 'Without a common room' },
  until: {
    de: (start: string, end: string) => `${start} bis ${end} Uhr`,
    en: (start: string, end: string) => `${start} to ${end}`,
  },
  clock: { de: (start: string) => `${start} Uhr`, en: (start: string) => start },
  notSet: { de: 'noch offen', en: 'not settled yet' },

  agenda: { de: 'Tagesordnung', en: 'Agenda' },
  agendaHidden: {
    de: 'Die Tagesordnung kommt mit der Einladung.',
    en: 'The agenda comes with the invitation.',
  },
  agendaEmpty: {
    de: 'Noch kein Punkt. Fügen Sie den ersten hinzu; die Mitglieder sehen ihn erst mit der Einladung.',
    en: 'No item yet. Add the first one; members see it with the invitation.',
  },
  addItem: { de: 'Punkt hinzufügen', en: 'Add an item' },
  editItem: { de: 'Punkt ändern', en: 'Change the item' },
  removeItem: { de: 'Von der Tagesordnung nehmen', en: 'Take off the agenda' },
  removeTitle: { de: 'Punkt von der Tagesordnung nehmen?', en: 'Take this item off the agenda?' },
  removeSays: {
    de: (title: string) =>
      `„${title}“ verschwindet mit Text und Unterlagen. Ein Antrag dazu bleibt erhalten.`,
    en: (title: string) => `“${title}” goes with its text and papers. A motion on it is kept.`,
  },
  removeAct: { de: 'Herunternehmen', en: 'Take off' },
  up: { de: (title: string) => `„${title}“ nach oben`, en: (title: string) => `Move “${title}” up` },
  down: { de: (title: string) => `„${title}“ nach unten`, en: (title: string) => `Move “${title}” down` },
  moved: {
    de: (title: string, place: number, count: number) =>
      `„${title}“ steht jetzt an Stelle ${place} von ${count}.`,
    en: (title: string, place: number, count: number) => `“${title}” is now number ${place} of ${count}.`,
  },
  itemMenu: { de: (title: string) => `Mehr zu „${title}“`, en: (title: string) => `More about “${title}”` },
  top: { de: (label: string) => `TOP ${label}`, en: (label: string) => `Item ${label}` },
  minutes: { de: (count: number) => `${count} Min.`, en: (count: number) => `${count} min` },
  plannedMinutes: {
    de: (count: number) => plural(count, { one: '1 Minute geplant', other: `${count} Minuten geplant` }),
    en: (count: number) => plural(count, { one: '1 minute planned', other: `${count} minutes planned` }),
  },
  late: { de: 'Nach der Einladung ergänzt', en: 'Added after the invitation' },
  restricted: { de: 'Vertraulich', en: 'Restricted' },
  restrictedFor: {
    de: (names: string) => `Nur für ${names} und die Leitung`,
    en: (names: string) => `Only for ${names} and the chair`,
  },
  entitledOnly: {
    de: (count: number) =>
      plural(count, { one: '1 Person stimmberechtigt', other: `${count} Personen stimmberechtigt` }),
    en: (count: number) => plural(count, { one: '1 person may vote', other: `${count} people may vote` }),
  },
  fromMotion: { de: 'Antrag', en: 'Motion' },
  papers: { de: 'Unterlagen', en: 'Papers' },
  information: { de: 'Information', en: 'Information' },
  discussion: { de: 'Beratung', en: 'Discussion' },
  resolution: { de: 'Beschluss', en: 'Resolution' },
  election: { de: 'Wahl', en: 'Election' },
  other: { de: 'Verschiedenes', en: 'Other' },

  resolutions: { de: 'Beschlüsse', en: 'Resolutions' },
  edit: { de: 'Ändern', en: 'Change' },
  copy: { de: 'Als Vorlage nehmen', en: 'Use as a template' },
  cancel: { de: 'Absagen …', en: 'Cancel …' },
  cancelTitle: { de: 'Konferenz absagen?', en: 'Cancel the conference?' },
  cancelSaysInvited: {
    de: 'Alle Eingeladenen bekommen eine Mitteilung und bestätigen sie. Das lässt sich nicht rückgängig machen.',
    en: 'Everybody invited gets an announcement and confirms it. This cannot be undone.',
  },
  cancelSays: {
    de: 'Es wurde noch niemand eingeladen, es geht keine Mitteilung hinaus. Das lässt sich nicht rückgängig machen.',
    en: 'Nobody has been invited yet, no announcement goes out. This cannot be undone.',
  },
  cancelAct: { de: 'Konferenz absagen', en: 'Cancel the conference' },
  more: { de: 'Weiteres zur Konferenz', en: 'More about the conference' },
  notKept: {
    de: 'Das konnte auf diesem Gerät nicht aufbewahrt werden. Ihre Angaben stehen noch da.',
    en: 'This could not be kept on this device. What you entered is still there.',
  },
  gone: {
    de: 'Diese Konferenz gibt es nicht, oder sie ist nicht für Sie.',
    en: 'This conference does not exist, or is not for you.',
  },
});
