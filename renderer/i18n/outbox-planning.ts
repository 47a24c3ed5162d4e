import { messages } from './catalogue.ts';

/** What waits to go out about conferences. */
export const outboxPlanningTexts = messages({
  aConference: { de: 'eine Konferenz', en: 'a conference' },
  plan: {
    de: (title: string) => `Neue Konferenz „${title}“`,
    en: (title: string) => `New conference “${title}”`,
  },
  edit: {
    de: (title: string) => `Änderung an der Konferenz „${title}“`,
    en: (title: string) => `Change of the conference “${title}”`,
  },
  cancel: { de: (title: string) => `Absage von „${title}“`, en: (title: string) => `Cancelling “${title}”` },
  addItem: {
    de: (item: string, title: string) => `Tagesordnungspunkt „${item}“ für „${title}“`,
    en: (item: string, title: string) => `Agenda item “${item}” for “${title}”`,
  },
  editItem: {
    de: (item: string, title: string) => `Änderung am Tagesordnungspunkt „${item}“ von „${title}“`,
    en: (item: string, title: string) => `Change of the agenda item “${item}” of “${title}”`,
  },
  removeItem: {
    de: (title: string) => `Tagesordnungspunkt von „${title}“ streichen`,
    en: (title: string) => `Take an item off the agenda of “${title}”`,
  },
  orderItems: {
    de: (title: string) => `Reihenfolge der Tagesordnung von „${title}“`,
    en: (title: string) => `Order of the agenda of “${title}”`,
  },
  submitMotion: {
    de: (motion: string, title: string) => `Antrag „${motion}“ für „${title}“`,
    en: (motion: string, title: string) => `Motion “${motion}” for “${title}”`,
  },
  withdrawMotion: {
    de: (title: string) => `Zurückziehen eines Antrags für „${title}“`,
    en: (title: string) => `Taking back a motion for “${title}”`,
  },
  settleMotion: {
    de: (title: string) => `Verfügung über einen Antrag für „${title}“`,
    en: (title: string) => `Dealing with a motion for “${title}”`,
  },
  invite: {
    de: (title: string) => `Einladung zu „${title}“`,
    en: (title: string) => `Invitation to “${title}”`,
  },
  openConference: { de: 'Konferenz öffnen', en: 'Open the conference' },
});
