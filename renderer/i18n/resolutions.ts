import { messages, plural } from './catalogue.ts';

/** The register of resolutions. */
export const resolutionTexts = messages({
  title: { de: 'Beschlüsse', en: 'Resolutions' },
  find: { de: 'In Beschlüssen suchen', en: 'Search resolutions' },
  body: { de: 'Gremium', en: 'Body' },
  allBodies: { de: 'Alle Gremien', en: 'All bodies' },
  year: { de: 'Jahr', en: 'Year' },
  allYears: { de: 'Alle Jahre', en: 'All years' },
  standing: { de: 'Stand', en: 'State' },
  count: {
    de: (count: number) => plural(count, { one: '1 Beschluss', other: `${count} Beschlüsse` }),
    en: (count: number) => plural(count, { one: '1 resolution', other: `${count} resolutions` }),
  },
  none: {
    de: 'Noch keine Beschlüsse. Was eine Konferenz beschließt, steht danach hier, auch ohne Verbindung.',
    en: 'No resolutions yet. What a conference resolves stands here afterwards, also without a connection.',
  },
  noneFound: { de: 'Dazu gibt es keinen Beschluss.', en: 'There is no such resolution.' },
  showAll: { de: 'Alle zeigen', en: 'Show all' },
  choose: { de: 'Wählen Sie links einen Beschluss.', en: 'Choose a resolution on the left.' },
  gone: {
    de: 'Diesen Beschluss gibt es hier nicht, oder Sie gehören nicht mehr zum Gremium.',
    en: 'This resolution is not here, or you no longer belong to the body.',
  },
  offline: {
    de: (moment: string) => `Offline: Stand ${moment}.`,
    en: (moment: string) => `Offline: as of ${moment}.`,
  },
  dueBy: { de: (day: string) => `Bis ${day} zu erledigen`, en: (day: string) => `To be done by ${day}` },
  overdue: { de: (day: string) => `War bis ${day} zu erledigen`, en: (day: string) => `Was due by ${day}` },
  number: { de: (number: string) => `Beschluss ${number}`, en: (number: string) => `Resolution ${number}` },
  decidedOn: {
    de: (body: string, day: string) => `${body}, ${day}`,
    en: (body: string, day: string) => `${body}, ${day}`,
  },
  restricted: {
    de: 'Vertraulich: nur die Beteiligten dieses Tagesordnungspunkts lesen ihn.',
    en: 'Restricted: only those who took part in this item read it.',
  },
  wording: { de: 'Wortlaut', en: 'Wording' },
  result: { de: 'Ergebnis', en: 'Result' },
  unread: {
    de: 'Die Regel dazu hat niemand an der Quelle geprüft. Umlauf behauptet sie deshalb nicht.',
    en: 'Nobody has read the rule at its source. Umlauf therefore does not assert it.',
  },
  bar: {
    de: (yes: number, no: number, abstain: number) => `${yes} Ja, ${no} Nein, ${abstain} Enthaltungen`,
    en: (yes: number, no: number, abstain: number) => `${yes} yes, ${no} no, ${abstain} abstentions`,
  },
  details: { de: 'Angaben', en: 'Details' },
  responsible: { de: 'Verantwortlich', en: 'Responsible' },
  nobody: { de: 'Noch niemand', en: 'Nobody yet' },
  due: { de: 'Zu erledigen bis', en: 'Due by' },
  expires: { de: 'Gilt bis', en: 'In force until' },
  unlimited: { de: 'unbefristet', en: 'without end' },
  noDate: { de: 'kein Tag genannt', en: 'no day named' },
  chair: { de: 'Vorsitz der Sitzung', en: 'Chair of the sitting' },
  minuteTaker: { de: 'Schriftführung', en: 'Minute-taker' },
  waits: {
    de: 'Ihre Änderung wartet auf Verbindung und geht von selbst hinaus.',
    en: 'Your change waits for a connection and goes out by itself.',
  },
  edit: { de: 'Angaben ändern …', en: 'Change details …' },
  editTitle: { de: 'Angaben zum Beschluss', en: 'Details of the resolution' },
  editSays: {
    de: 'Wortlaut, Ergebnis und Nummer bleiben, wie sie beschlossen wurden.',
    en: 'Wording, result and number stay as they were resolved.',
  },
  isDone: { de: 'Erledigt', en: 'Done' },
  lapseOffer: {
    de: (day: string) =>
      `Beschlüsse zur Stundentafel enden nach drei Jahren mit dem Schuljahr, hier am ${day}`,
    en: (day: string) =>
      `Resolutions on the table of lessons end after three years with the school year, here on ${day}`,
  },
  takeOffer: { de: 'Diesen Tag eintragen', en: 'Enter this day' },
  save: { de: 'Speichern', en: 'Save' },
  cancel: { de: 'Abbrechen', en: 'Cancel' },
  objectAct: { de: 'Beanstanden …', en: 'Object …' },
  objectTitle: { de: 'Beschluss beanstanden', en: 'Object to the resolution' },
  objectSays: {
    de: 'Der Beschluss wird bis zur neuen Entscheidung nicht ausgeführt. Alle im Gremium sehen Ihren Namen und den Grund.',
    en: 'The resolution is not carried out until the body decides anew. Everybody in the body sees your name and the reason.',
  },
  reason: { de: 'Grund', en: 'Reason' },
  reasonMissing: { de: 'Nennen Sie den Grund.', en: 'Name the reason.' },
  objectDo: { de: 'Beanstanden', en: 'Object' },
  settleAct: { de: 'Neue Entscheidung eintragen …', en: 'Enter the new decision …' },
  settleTitle: { de: 'Wie hat das Gremium neu entschieden?', en: 'How has the body decided anew?' },
  upheld: { de: 'Der Beschluss bleibt', en: 'The resolution stands' },
  repealed: { de: 'Der Beschluss ist aufgehoben', en: 'The resolution is repealed' },
  settleDo: { de: 'Eintragen', en: 'Enter' },
  objectedBy: {
    de: (name: string, day: string) => `Von ${name} am ${day} beanstandet`,
    en: (name: string, day: string) => `Objected to by ${name} on ${day}`,
  },
  suspended: {
    de: 'Bis zur neuen Entscheidung wird der Beschluss nicht ausgeführt.',
    en: 'It is not carried out until the body has decided anew.',
  },
  meetBetween: {
    de: (from: string, to: string, citation: string) =>
      `Das Gremium tagt erneut frühestens am ${from} und spätestens am ${to} (${citation}).`,
    en: (from: string, to: string, citation: string) =>
      `The body meets again on ${from} at the earliest and on ${to} at the latest (${citation}).`,
  },
  meetAgain: {
    de: (from: string) =>
      `Das Gremium tagt erneut, frühestens am ${from}. Die Frist hat für dieses Gremium niemand geprüft: Sehen Sie in Ihrer Ordnung nach.`,
    en: (from: string) =>
      `The body meets again, on ${from} at the earliest. Nobody has verified the period for this body: see your own rules.`,
  },
  daysLeft: {
    de: (days: number) =>
      plural(days, { one: 'Noch 1 Unterrichtstag.', other: `Noch ${days} Unterrichtstage.` }),
    en: (days: number) => plural(days, { one: '1 teaching day left.', other: `${days} teaching days left.` }),
  },
  periodOver: { de: 'Die Frist ist vorbei.', en: 'The period is over.' },
  wasUpheld: {
    de: (day: string) => `Das Gremium hat den Beschluss bestätigt (eingetragen am ${day}).`,
    en: (day: string) => `The body has confirmed the resolution (entered on ${day}).`,
  },
  wasRepealed: {
    de: (day: string) => `Das Gremium hat den Beschluss aufgehoben (eingetragen am ${day}).`,
    en: (day: string) => `The body has repealed the resolution (entered on ${day}).`,
  },
  annulled: {
    de: (day: string) => `Die Abstimmung wurde am ${day} für ungültig erklärt`,
    en: (day: string) => `The vote was annulled on ${day}`,
  },
  unreachable: {
    de: 'Die Schule ist gerade nicht erreichbar. Es wurde nichts geändert, Ihr Text bleibt hier stehen.',
    en: 'The school cannot be reached just now. Nothing was changed, your text stays here.',
  },
  unanswered: {
    de: 'Es kam keine Antwort. Ob es angekommen ist, zeigt der Beschluss, sobald die Schule wieder erreichbar ist.',
    en: 'There was no answer. The resolution will show whether it arrived once the school can be reached.',
  },
});

/** What the list is narrowed to. */
export const standingTexts = messages({
  all: { de: 'Jeder Stand', en: 'Any state' },
  open: { de: 'Offen', en: 'Open' },
  mine: { de: 'Von mir zu erledigen', en: 'For me to do' },
  objected: { de: 'Beanstandet', en: 'Objected to' },
  done: { de: 'Erledigt', en: 'Done' },
  ended: { de: 'Nicht mehr in Kraft', en: 'No longer in force' },
});

/** Where a resolution stands. */
export const resolutionStates = messages({
  'in-force': { de: 'In Kraft', en: 'In force' },
  done: { de: 'Erledigt', en: 'Done' },
  objected: { de: 'Beanstandet, wird nicht ausgeführt', en: 'Objected to, not carried out' },
  lapsed: { de: 'Außer Kraft getreten', en: 'Lapsed' },
  repealed: { de: 'Aufgehoben', en: 'Repealed' },
});
