import { messages } from './catalogue.ts';

/** The table of rights; one text for each act of `core/admin/rights-matrix.ts`. */
export const rightsActs = messages({
  'read-own-groups': {
    de: 'Mitteilungen der eigenen Gruppen lesen',
    en: 'Read announcements of one’s own groups',
  },
  'read-other-groups': {
    de: 'Mitteilungen anderer Gruppen lesen',
    en: 'Read announcements of other groups',
  },
  'answer-own-groups': {
    de: 'In eigenen Gruppen bestätigen, antworten, nachfragen',
    en: 'Confirm, respond and ask in one’s own groups',
  },
  'announce-own-group': { de: 'An eigene Gruppen schreiben', en: 'Write to one’s own groups' },
  'announce-chaired-group': {
    de: 'An Gruppen schreiben, deren Vorsitz man hat',
    en: 'Write to groups one chairs',
  },
  'announce-all-staff': { de: 'An das ganze Kollegium schreiben', en: 'Write to all staff' },
  'announce-other-group': { de: 'An andere Gruppen schreiben', en: 'Write to other groups' },
  'announce-urgent': { de: 'Eine Mitteilung als dringend senden', en: 'Send an announcement as urgent' },
  'edit-own': {
    de: 'Eigene Mitteilungen ändern und zurückziehen',
    en: 'Change and withdraw one’s own announcements',
  },
  'edit-chaired': {
    de: 'Mitteilungen an Gruppen ändern und zurückziehen, deren Vorsitz man hat',
    en: 'Change and withdraw announcements to groups one chairs',
  },
  'edit-others': {
    de: 'Mitteilungen anderer ändern und zurückziehen',
    en: 'Change and withdraw announcements of others',
  },
  'remind-own': {
    de: 'Bei eigenen Mitteilungen sehen, wer fehlt, und erinnern',
    en: 'See who is missing and remind, for one’s own announcements',
  },
  'remind-others': {
    de: 'Bei Mitteilungen anderer sehen, wer fehlt, und erinnern',
    en: 'See who is missing and remind, for announcements of others',
  },
  'read-directory': { de: 'Alle Personen und Gruppen finden', en: 'Find all people and groups' },
  'edit-people': {
    de: 'Personen einlesen, eintragen und ändern',
    en: 'Import, enter and change people',
  },
  'create-group': { de: 'Gruppen anlegen', en: 'Create groups' },
  'manage-chaired-group': {
    de: 'Gruppen umbenennen und Mitglieder verwalten, deren Vorsitz man hat',
    en: 'Rename groups one chairs and manage their members',
  },
  'manage-other-group': {
    de: 'Jede Gruppe umbenennen und ihre Mitglieder verwalten',
    en: 'Rename any group and manage its members',
  },
  'leave-group': { de: 'Eine Gruppe verlassen', en: 'Leave a group' },
  'leave-staff': { de: 'Das Kollegium verlassen', en: 'Leave the staff group' },
  'see-administration': { de: 'Die Verwaltung sehen', en: 'See the administration' },
  'set-school': {
    de: 'Einstellungen und freie Tage der Schule ändern',
    en: 'Change the school’s settings and free days',
  },
  'set-role': { de: 'Anderen eine Rolle geben', en: 'Give others a role' },
  'set-own-role': { de: 'Die eigene Rolle ändern', en: 'Change one’s own role' },
  'set-administrator': {
    de: 'Anderen die Administration geben oder nehmen',
    en: 'Make others administrators, or no longer',
  },
  'set-own-administrator': {
    de: 'Sich selbst die Administration geben',
    en: 'Make oneself an administrator',
  },
  'set-staff-council': {
    de: 'Mitglieder der Personalvertretung eintragen',
    en: 'Enter members of the staff council',
  },
  'issue-slips': {
    de: 'Zugangszettel ausstellen, zurücknehmen und Kennwörter neu setzen lassen',
    en: 'Issue and take back access slips, have passwords set anew',
  },
  'reset-oneself': {
    de: 'Sich selbst einen neuen Zugangszettel ausstellen',
    en: 'Issue oneself a new access slip',
  },
  'hand-over-slips': { de: 'Zugangszettel aushändigen', en: 'Hand over access slips' },
  'reset-guarded-alone': {
    de: 'Leitung, Administration oder Personalvertretung allein neu zulassen',
    en: 'Let leadership, administrators or staff council in anew, alone',
  },
  'reset-guarded-by-two': {
    de: 'Dasselbe zu zweit: eine Person stellt aus, eine andere händigt aus',
    en: 'The same by two: one issues, another hands over',
  },
  'plan-chaired-body': {
    de: 'Konferenzen von Gremien planen, deren Vorsitz man hat',
    en: 'Plan conferences of bodies one chairs',
  },
  'plan-other-body': { de: 'Konferenzen jedes Gremiums planen', en: 'Plan conferences of any body' },
  'lead-own-sitting': {
    de: 'Eine Konferenz vorbereiten, deren Leitung man hat',
    en: 'Prepare a conference one leads',
  },
  'read-conference': {
    de: 'Konferenzen eigener Gremien lesen',
    en: 'Read conferences of one’s own bodies',
  },
  'read-other-conference': {
    de: 'Konferenzen anderer Gremien lesen',
    en: 'Read conferences of other bodies',
  },
  'read-restricted-item': {
    de: 'Vertrauliche Tagesordnungspunkte lesen, zu deren Kreis man nicht gehört',
    en: 'Read restricted agenda items outside one’s circle',
  },
  'submit-motion': {
    de: 'In eigenen Gremien Anträge einreichen und zurückziehen',
    en: 'Hand in and take back motions in one’s own bodies',
  },
  'open-sitting': {
    de: 'Konferenzen von Gremien eröffnen, deren Vorsitz man hat oder vertritt',
    en: 'Open conferences of bodies one chairs or deputises for',
  },
  'lead-sitting': {
    de: 'Eine Konferenz leiten und abstimmen lassen, deren Vorsitz man hat',
    en: 'Lead a conference one has the chair of, and put things to the vote',
  },
  'lead-sitting-of-another': {
    de: 'In eine Konferenz eingreifen, die jemand anders leitet',
    en: 'Interfere with a conference that somebody else leads',
  },
  'take-chair': {
    de: 'Während einer Konferenz den Vorsitz übernehmen, den man vertritt',
    en: 'Take the chair one deputises for while a conference sits',
  },
  'take-chair-as-member': {
    de: 'Während einer Konferenz als Mitglied den Vorsitz übernehmen',
    en: 'Take the chair as a member while a conference sits',
  },
  'keep-roll': {
    de: 'Als Schriftführung die Anwesenheit führen',
    en: 'Keep the attendance as minute-taker',
  },
  'take-part': {
    de: 'An Konferenzen eigener Gremien teilnehmen, sich melden und als stimmberechtigtes Mitglied abstimmen',
    en: 'Take part in conferences of one’s own bodies, raise a hand, and vote as an entitled member',
  },
  'keep-register': {
    de: 'Beschlüsse einer Konferenz pflegen, deren Vorsitz oder Schriftführung man hat',
    en: 'Keep the resolutions of a conference one chairs or takes the minutes of',
  },
  'keep-register-chaired': {
    de: 'Beschlüsse von Gremien pflegen, deren Vorsitz man hat',
    en: 'Keep the resolutions of bodies one chairs',
  },
  'keep-register-member': {
    de: 'Beschlüsse anderer Sitzungen eigener Gremien pflegen',
    en: 'Keep the resolutions of other sittings of one’s own bodies',
  },
  'object-to-resolution': {
    de: 'Beschlüsse eigener Gremien beanstanden',
    en: 'Object to resolutions of one’s own bodies',
  },
  'set-group-devices': {
    de: 'Ein Gremium von privaten Geräten fernhalten',
    en: 'Keep a body off private devices',
  },
  'approve-devices': { de: 'Private Geräte genehmigen', en: 'Approve private devices' },
  'revoke-own-devices': {
    de: 'Eigene Geräte benennen und abmelden',
    en: 'Name and revoke one’s own devices',
  },
  'revoke-devices': { de: 'Private Geräte anderer abmelden', en: 'Revoke private devices of others' },
});

export const rightsTexts = messages({
  intro: {
    de: 'Diese Tabelle wird aus den Regeln berechnet, nach denen der Server entscheidet. Sie kann nicht veralten.',
    en: 'This table is computed from the rules by which the server decides. It cannot be out of date.',
  },
  flags: {
    de: 'Administration und Personalvertretung kommen zur Rolle dazu; hier stehen sie bei einer Lehrkraft. Wer eine Gruppe leitet, hat dort die Rechte des Vorsitzes, welche Rolle er auch hat.',
    en: 'Administration and staff council come on top of a role; here they stand with a teacher. Whoever chairs a group has the chair’s rights there, whatever their role.',
  },
  caption: { de: 'Wer darf was', en: 'Who may do what' },
  act: { de: 'Was', en: 'What' },
  yes: { de: 'ja', en: 'yes' },
  no: { de: 'nein', en: 'no' },
  everybody: { de: 'Alle', en: 'Everybody' },
  nobody: { de: 'Niemand', en: 'Nobody' },
});
