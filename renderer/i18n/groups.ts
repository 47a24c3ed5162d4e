import { messages, plural } from './catalogue.ts';

/** Groups & people: the list, a group, a person, and what is done with them. */
export const groupTexts = messages({
  title: { de: 'Gruppen & Personen', en: 'Groups & people' },
  find: { de: 'Personen und Gruppen finden', en: 'Find people and groups' },
  findBy: { de: 'Name, Kürzel, Rolle oder Gruppe', en: 'Name, short code, role or group' },
  clear: { de: 'Suche leeren', en: 'Clear search' },
  groups: { de: 'Gruppen', en: 'Groups' },
  persons: { de: 'Personen', en: 'People' },
  create: { de: 'Gruppe anlegen', en: 'Create a group' },

  mine: { de: 'Meine Gruppen', en: 'My groups' },
  others: { de: 'Weitere Gruppen', en: 'Other groups' },
  foundGroups: {
    de: (count: number) => plural(count, { one: '1 Gruppe gefunden', other: `${count} Gruppen gefunden` }),
    en: (count: number) => plural(count, { one: '1 group found', other: `${count} groups found` }),
  },
  foundPersons: {
    de: (count: number) => plural(count, { one: '1 Person gefunden', other: `${count} Personen gefunden` }),
    en: (count: number) => plural(count, { one: '1 person found', other: `${count} people found` }),
  },
  noGroups: {
    de: 'Noch gibt es keine Gruppe. Schulleitung, Sekretariat und Administration legen Gruppen an.',
    en: 'There is no group yet. School leadership, office and administrators create groups.',
  },
  noGroupsOfMine: {
    de: 'Sie gehören noch keiner Gruppe an. Aufgenommen werden Sie vom Vorsitz einer Gruppe.',
    en: 'You belong to no group yet. The chair of a group adds you.',
  },
  noPersons: {
    de: 'Das Verzeichnis ist leer. Nach dem Einlesen der Personalliste stehen hier alle.',
    en: 'The directory is empty. Once the staff list has been imported, everybody is here.',
  },
  noDirectory: {
    de: 'Das Verzeichnis der Personen lesen nur Lehrkräfte, Schulleitung und Sekretariat. Wer zu Ihren Gruppen gehört, steht bei der Gruppe.',
    en: 'The directory of people is for teachers, school leadership and office only. Who belongs to your groups is shown with each group.',
  },
  nothingFound: {
    de: (query: string) => `Nichts gefunden zu „${query}“.`,
    en: (query: string) => `Nothing found for “${query}”.`,
  },
  nothingFoundAdvice: {
    de: 'Der Anfang eines Namens genügt, auch ohne Umlaute: „oehl“ findet Oehlschläger.',
    en: 'The beginning of a name is enough, umlauts or not: “oehl” finds Oehlschläger.',
  },
  showGroups: {
    de: (count: number) => plural(count, { one: '1 Gruppe zeigen', other: `${count} Gruppen zeigen` }),
    en: (count: number) => plural(count, { one: 'Show 1 group', other: `Show ${count} groups` }),
  },
  showPersons: {
    de: (count: number) => plural(count, { one: '1 Person zeigen', other: `${count} Personen zeigen` }),
    en: (count: number) => plural(count, { one: 'Show 1 person', other: `Show ${count} people` }),
  },

  typeStaff: { de: 'Kollegium', en: 'Staff' },
  typeSubject: { de: 'Fachschaft', en: 'Subject group' },
  typeClass: { de: 'Klassenteam', en: 'Class team' },
  typeWorking: { de: 'Arbeitsgruppe', en: 'Working group' },
  typeBody: { de: 'Gremium', en: 'Body' },
  roleTeacher: { de: 'Lehrkraft', en: 'Teacher' },
  roleLeadership: { de: 'Schulleitung', en: 'School leadership' },
  roleOffice: { de: 'Sekretariat', en: 'Office' },
  roleParents: { de: 'Elternvertretung', en: 'Parent representative' },
  roleGuest: { de: 'Gast', en: 'Guest' },
  administrator: { de: 'Administration', en: 'Administrator' },
  chair: { de: 'Vorsitz', en: 'Chair' },
  deputy: { de: 'Stellvertretung', en: 'Deputy' },
  member: { de: 'Mitglied', en: 'Member' },
  guest: { de: 'Gast', en: 'Guest' },
  entitled: { de: 'stimmberechtigt', en: 'entitled to vote' },
  advisory: { de: 'beratend', en: 'advisory' },
  dormant: { de: 'ruhend', en: 'dormant' },

  memberCount: {
    de: (count: number) => plural(count, { one: '1 Mitglied', other: `${count} Mitglieder` }),
    en: (count: number) => plural(count, { one: '1 member', other: `${count} members` }),
  },
  chairedBy: {
    de: (names: string) => `Vorsitz: ${names}`,
    en: (names: string) => `Chair: ${names}`,
  },
  chairLacks: { de: 'Dieses Gremium hat noch keinen Vorsitz.', en: 'This body has no chair yet.' },
  chairLacksSays: {
    de: 'Der Vorsitz lädt ein und verwaltet die Mitglieder.',
    en: 'The chair invites and manages the members.',
  },
  appoint: { de: 'Vorsitz bestimmen …', en: 'Appoint the chair …' },
  appointAct: { de: 'Zum Vorsitz machen', en: 'Make chair' },
  chairTitle: {
    de: (group: string) => `Wer hat den Vorsitz: ${group}?`,
    en: (group: string) => `Who chairs: ${group}?`,
  },
  chairBecomesMember: {
    de: 'Wer noch nicht dazugehört, wird damit Mitglied mit Stimme.',
    en: 'Whoever does not belong to it yet becomes a member with a vote.',
  },
  noChair: { de: 'ohne Vorsitz', en: 'no chair' },
  youChair: { de: 'Sie haben den Vorsitz', en: 'You chair this group' },
  youDeputise: { de: 'Sie vertreten den Vorsitz', en: 'You deputise for the chair' },
  youAreMember: { de: 'Sie sind Mitglied', en: 'You are a member' },
  youAreGuest: { de: 'Sie sind Gast', en: 'You are a guest' },
  youAreOutside: { de: 'Sie gehören nicht dazu', en: 'You do not belong to it' },
  onlyMembersRead: {
    de: 'Die Mitteilungen dieser Gruppe lesen nur ihre Mitglieder.',
    en: 'The announcements of this group are for its members only.',
  },
  nameOfYou: { de: (name: string) => `${name} (Sie)`, en: (name: string) => `${name} (you)` },
  members: { de: 'Mitglieder', en: 'Members' },
  findMember: { de: 'In dieser Gruppe finden', en: 'Find in this group' },
  showAllMembers: {
    de: (count: number) => `Alle ${count} Mitglieder zeigen`,
    en: (count: number) => `Show all ${count} members`,
  },
  votes: {
    de: (entitled: number, advisory: number, dormant: number) =>
      [
        `${entitled} stimmberechtigt`,
        ...(advisory > 0 ? [`${advisory} beratend`] : []),
        ...(dormant > 0 ? [`${dormant} ruhend`] : []),
      ].join(', '),
    en: (entitled: number, advisory: number, dormant: number) =>
      [
        `${entitled} entitled to vote`,
        ...(advisory > 0 ? [`${advisory} advisory`] : []),
        ...(dormant > 0 ? [`${dormant} dormant`] : []),
      ].join(', '),
  },
  newest: { de: 'Neueste Mitteilungen', en: 'Newest announcements' },
  noneNewest: {
    de: 'Unter den neuesten Mitteilungen ist keine an diese Gruppe.',
    en: 'None of the newest announcements is for this group.',
  },
  noMembers: { de: 'Noch niemand gehört dazu.', en: 'Nobody belongs to it yet.' },

  addPeople: { de: 'Personen hinzufügen', en: 'Add people' },
  addTo: {
    de: (group: string) => `Personen zu „${group}“ hinzufügen`,
    en: (group: string) => `Add people to “${group}”`,
  },
  addSays: {
    de: 'Wer dazukommt, liest auch alle früheren Mitteilungen dieser Gruppe.',
    en: 'Whoever joins also reads all earlier announcements of this group.',
  },
  addCount: {
    de: (count: number) =>
      count === 0
        ? 'Hinzufügen'
        : plural(count, { one: '1 Person hinzufügen', other: `${count} Personen hinzufügen` }),
    en: (count: number) =>
      count === 0 ? 'Add' : plural(count, { one: 'Add 1 person', other: `Add ${count} people` }),
  },
  chosenList: { de: 'Ausgewählt', en: 'Chosen' },
  dropChosen: {
    de: (name: string) => `${name} wieder abwählen`,
    en: (name: string) => `Take ${name} back out`,
  },
  allInside: {
    de: 'Alle, auf die das passt, gehören schon dazu.',
    en: 'Everybody who matches already belongs to it.',
  },
  manyMore: {
    de: (count: number) => `${count} weitere. Geben Sie mehr vom Namen ein.`,
    en: (count: number) => `${count} more. Type more of the name.`,
  },
  asWhat: { de: 'Stimmrecht', en: 'Vote' },

  manage: {
    de: (name: string) => `${name}: Aufgabe ändern oder entfernen`,
    en: (name: string) => `${name}: change place or remove`,
  },
  makeChair: { de: 'Zum Vorsitz machen', en: 'Make chair' },
  makeDeputy: { de: 'Zur Stellvertretung machen', en: 'Make deputy' },
  makeMember: { de: 'Zum Mitglied machen', en: 'Make member' },
  makeGuest: { de: 'Zum Gast machen', en: 'Make guest' },
  makeEntitled: { de: 'Stimmrecht geben', en: 'Give a vote' },
  makeAdvisory: { de: 'Nur beratend', en: 'Advisory only' },
  makeDormant: { de: 'Stimmrecht ruhen lassen', en: 'Let the vote rest' },
  remove: { de: 'Aus der Gruppe entfernen …', en: 'Remove from the group …' },
  removeTitle: {
    de: (name: string, group: string) => `${name} aus „${group}“ entfernen?`,
    en: (name: string, group: string) => `Remove ${name} from “${group}”?`,
  },
  removeSays: {
    de: (name: string) =>
      `${name} verliert den Zugriff auf alle Mitteilungen dieser Gruppe, auch auf bereits gelesene. ` +
      'Es bleiben eigene Mitteilungen und solche, die auch an eine andere Gruppe dieser Person gingen.',
    en: (name: string) =>
      `${name} loses access to all announcements of this group, even those already read. ` +
      'What stays are their own announcements and those that also went to another group of theirs.',
  },
  removeAct: { de: 'Entfernen', en: 'Remove' },
  officialOnly: { de: 'Nicht auf privaten Geräten', en: 'Not on private devices' },
  officialOnlySays: {
    de: 'Mitteilungen und Antworten dieses Gremiums liegen nur auf Geräten der Schule. Wo sie auf einem privaten Gerät liegen, verschwinden sie beim nächsten Kontakt. Was zugleich an eine andere Gruppe geht, liegt auch dort.',
    en: 'Announcements and answers of this body lie on the school’s devices only. From private devices that hold them they vanish at the next contact. What goes to another group as well also lies there.',
  },
  officialOnlyRead: {
    de: 'Mitteilungen dieses Gremiums lesen und beantworten Sie an einem Gerät der Schule.',
    en: 'You read and answer the announcements of this body on a device of the school.',
  },
  waitingOfficialOnly: {
    de: 'Dieses Gremium soll nicht mehr auf privaten Geräten liegen',
    en: 'This body is to lie on private devices no longer',
  },
  waitingAllDevices: {
    de: 'Dieses Gremium soll wieder auf privaten Geräten liegen',
    en: 'This body is to lie on private devices again',
  },
  leave: { de: 'Gruppe verlassen …', en: 'Leave the group …' },
  leaveTitle: {
    de: (group: string) => `„${group}“ verlassen?`,
    en: (group: string) => `Leave “${group}”?`,
  },
  leaveSays: {
    de:
      'Sie verlieren den Zugriff auf alle Mitteilungen dieser Gruppe, auch auf bereits gelesene. ' +
      'Es bleiben Ihre eigenen und solche, die auch an eine andere Ihrer Gruppen gingen. ' +
      'Wieder aufnehmen kann Sie der Vorsitz.',
    en:
      'You lose access to all announcements of this group, even those you have read. ' +
      'What stays are your own and those that also went to another group of yours. ' +
      'The chair can add you again.',
  },
  leaveLastSays: {
    de:
      'Sie gehören ihr als Letzte oder Letzter an: Die Gruppe bleibt leer zurück. ' +
      'Sie verlieren den Zugriff auf ihre Mitteilungen, auch auf bereits gelesene; es bleiben Ihre eigenen ' +
      'und solche, die auch an eine andere Ihrer Gruppen gingen. ' +
      'Wieder aufnehmen können dann nur Schulleitung, Sekretariat oder Administration.',
    en:
      'You are the last to belong to it: the group stays behind empty. ' +
      'You lose access to its announcements, even those you have read; what stays are your own ' +
      'and those that also went to another group of yours. ' +
      'After that only school leadership, office or administrators can add people.',
  },
  staffStays: {
    de: 'Das Kollegium verlässt niemand selbst; das ändern nur Schulleitung, Sekretariat und Administration.',
    en: 'Nobody leaves the staff group by themselves; only leadership, office and administrators change that.',
  },
  leaveAct: { de: 'Gruppe verlassen', en: 'Leave the group' },
  resignTitle: { de: 'Den Vorsitz abgeben?', en: 'Give up the chair?' },
  resignSays: {
    de: 'Danach können Sie die Mitglieder dieser Gruppe nicht mehr verwalten. Zurückgeben kann den Vorsitz nur, wer ihn dann hat.',
    en: 'After that you can no longer manage the members of this group. Only whoever chairs it then can give it back.',
  },
  resignAct: { de: 'Vorsitz abgeben', en: 'Give up the chair' },
  lastChairTitle: { de: 'Die Gruppe braucht einen Vorsitz.', en: 'The group needs a chair.' },
  lastChairSays: {
    de: 'Machen Sie zuerst jemand anderen zum Vorsitz. Bis dahin bleibt alles, wie es ist.',
    en: 'Make somebody else the chair first. Until then everything stays as it is.',
  },
  more: { de: 'Weiteres', en: 'More' },

  rename: { de: 'Gruppe umbenennen', en: 'Rename the group' },
  renameAct: { de: 'Umbenennen', en: 'Rename' },
  name: { de: 'Name der Gruppe', en: 'Name of the group' },
  nameHint: {
    de: 'Unter diesem Namen wird die Gruppe gefunden, zum Beispiel „Fachschaft Deutsch“ oder „Klassenteam 8b“.',
    en: 'The group is found by this name, for example “German department” or “Class team 8b”.',
  },
  nameMissing: { de: 'Geben Sie der Gruppe einen Namen.', en: 'Give the group a name.' },
  nameTooLong: {
    de: (max: number) => `Höchstens ${max} Zeichen.`,
    en: (max: number) => `At most ${max} characters.`,
  },
  nameInvalid: {
    de: 'Der Name enthält Zeichen, die man nicht sieht. Schreiben Sie ihn bitte neu.',
    en: 'The name holds characters that cannot be seen. Please type it anew.',
  },
  nameTaken: {
    de: (name: string) => `Eine Gruppe „${name}“ gibt es schon.`,
    en: (name: string) => `There is already a group “${name}”.`,
  },
  nameProtected: {
    de:
      'Gruppen der Personalvertretung richtet Umlauf noch nicht ein: ' +
      'Was dort steht, darf auch die Administration nicht lesen können, und das sichert Umlauf noch nicht zu.',
    en:
      'Umlauf does not set up groups of the staff council yet: ' +
      'not even administrators may be able to read what is written there, and Umlauf does not guarantee that yet.',
  },
  type: { de: 'Wofür ist die Gruppe?', en: 'What is the group for?' },
  typeStaffSays: { de: 'Alle, die an der Schule arbeiten', en: 'Everybody who works at the school' },
  typeSubjectSays: { de: 'Wer ein Fach unterrichtet', en: 'Those who teach a subject' },
  typeClassSays: { de: 'Wer in einer Klasse unterrichtet', en: 'Those who teach a class' },
  typeWorkingSays: { de: 'Wer gemeinsam an etwas arbeitet', en: 'Those who work on something together' },
  ruleSet: { de: 'Regelwerk', en: 'Rule set' },
  ruleSetSays: {
    de: 'Nach ihm werden Beschlussfähigkeit und Abstimmungen entschieden.',
    en: 'Quorum and votes are decided by it.',
  },
  ruleSetMissing: {
    de: 'Bitte ein Regelwerk wählen: ohne es kann das Gremium nicht abstimmen.',
    en: 'Please choose a rule set: without one the body cannot vote.',
  },
  ruleSetNone: {
    de: 'Für Ihr Land bringt das Programm noch kein Regelwerk mit: Das Gremium kann tagen, aber nicht abstimmen.',
    en: 'The program has no rule set for your Land yet: the body can meet, but not vote.',
  },
  typeBodySays: {
    de: 'Tagt und beschließt; seine Mitglieder haben ein Stimmrecht',
    en: 'Confers and decides; its members have a vote',
  },
  chairHint: {
    de: 'Der Vorsitz nimmt weitere Personen auf. Sie selbst werden durch das Anlegen nicht Mitglied.',
    en: 'The chair adds further people. Creating the group does not make you a member.',
  },
  chooseChair: { de: 'Person wählen', en: 'Choose a person' },
  changeChair: { de: 'Ändern', en: 'Change' },
  chairMissing: { de: 'Wählen Sie, wer den Vorsitz hat.', en: 'Choose who chairs the group.' },
  mayNotCreate: {
    de: 'Gruppen legen Schulleitung, Sekretariat und Administration an.',
    en: 'Groups are created by school leadership, office and administrators.',
  },

  waits: { de: 'Wartet auf Verbindung', en: 'Waiting for a connection' },
  sending: { de: 'Wird gesendet', en: 'Being sent' },
  waitingPlace: {
    de: (name: string, place: string) => `${name} als ${place}`,
    en: (name: string, place: string) => `${name}: ${place}`,
  },
  waitingRemove: {
    de: (name: string) => `${name} wird entfernt`,
    en: (name: string) => `${name} will be removed`,
  },
  waitingLeave: { de: 'Sie verlassen die Gruppe', en: 'You are leaving the group' },
  waitingRename: {
    de: (name: string) => `Neuer Name „${name}“`,
    en: (name: string) => `New name “${name}”`,
  },
  waitingCreate: { de: 'Die Gruppe wird angelegt', en: 'The group will be created' },
  takeBack: { de: 'Zurücknehmen', en: 'Take back' },
  takeBackWhat: {
    de: (what: string) => `Zurücknehmen: ${what}`,
    en: (what: string) => `Take back: ${what}`,
  },
  alreadySentTitle: { de: 'Schon gesendet', en: 'Already sent' },
  alreadySent: {
    de: 'Das ist schon gesendet und lässt sich nicht mehr zurücknehmen.',
    en: 'This has been sent and cannot be taken back any more.',
  },
  refused: { de: 'Nicht gespeichert', en: 'Not saved' },
  dismiss: { de: 'Verstanden', en: 'Understood' },
  reasonForbidden: {
    de: 'Sie dürfen die Mitglieder dieser Gruppe nicht mehr verwalten.',
    en: 'You may no longer manage the members of this group.',
  },
  reasonGone: {
    de: 'Die Gruppe oder die Person gibt es nicht mehr.',
    en: 'The group or the person no longer exists.',
  },
  reasonConflict: {
    de: 'Jemand hat die Gruppe inzwischen geändert. Versuchen Sie es noch einmal.',
    en: 'Somebody has changed the group meanwhile. Try again.',
  },
  reasonOther: {
    de: 'Der Server der Schule hat es nicht angenommen.',
    en: 'The school’s server did not accept it.',
  },
  outboxFull: {
    de: 'Der Postausgang ist voll. Es wurde nichts geändert. Warten Sie auf eine Verbindung, dann leert er sich von selbst.',
    en: 'The outbox is full. Nothing was changed. Wait for a connection, then it empties by itself.',
  },
  diskFull: {
    de: 'Auf diesem Gerät ist kein Platz mehr. Es wurde nichts geändert. Schaffen Sie Platz und versuchen Sie es noch einmal.',
    en: 'There is no space left on this device. Nothing was changed. Make room and try again.',
  },

  inGroups: { de: 'Gruppen', en: 'Groups' },
  inNoGroup: { de: 'Gehört keiner Gruppe an.', en: 'Belongs to no group.' },
  thatIsYou: { de: 'Das sind Sie', en: 'This is you' },
  chairOf: {
    de: (groups: string) => `Vorsitz: ${groups}`,
    en: (groups: string) => `Chairs ${groups}`,
  },
  shortCode: { de: 'Kürzel', en: 'Short code' },
});
