import { messages, plural } from './catalogue.ts';

/** The one search box and its results. */
export const searchTexts = messages({
  title: { de: 'Suche', en: 'Search' },
  label: { de: 'In allem suchen', en: 'Search everything' },
  placeholder: { de: 'Wort, Name oder Kürzel', en: 'Word, name or short code' },
  clear: { de: 'Suche leeren', en: 'Clear search' },
  results: { de: 'Treffer', en: 'Results' },
  announcements: { de: 'Mitteilungen', en: 'Announcements' },
  persons: { de: 'Personen', en: 'People' },
  groups: { de: 'Gruppen', en: 'Groups' },
  threads: { de: 'Rückfragen', en: 'Questions' },
  conferences: { de: 'Konferenzen', en: 'Conferences' },
  agendaItems: { de: 'Tagesordnungspunkte', en: 'Agenda items' },
  resolutions: { de: 'Beschlüsse', en: 'Resolutions' },
  count: {
    de: (count: number) => plural(count, { one: '1 Treffer', other: `${count} Treffer` }),
    en: (count: number) => plural(count, { one: '1 result', other: `${count} results` }),
  },
  countOrMore: {
    de: (count: number) => `Die besten ${count} Treffer`,
    en: (count: number) => `The best ${count} results`,
  },
  showMore: { de: 'Weitere Treffer zeigen', en: 'Show more results' },
  showAll: { de: 'Alle Treffer zeigen', en: 'Show all results' },
  enter: { de: 'Eingabe', en: 'Enter' },
  adviceTitle: {
    de: 'Gesucht wird in allem, was auf diesem Gerät liegt: Mitteilungen, Rückfragen, Konferenzen, Beschlüsse, Personen und Gruppen.',
    en: 'Searches everything on this device: announcements, questions, conferences, resolutions, people and groups.',
  },
  adviceForms: {
    de: 'Wortformen und Umlaute dürfen abweichen: „pruefung“ findet auch „Prüfungen“.',
    en: 'Word forms and umlauts may differ: “pruefung” also finds “Prüfungen”.',
  },
  adviceStart: {
    de: 'Der Anfang eines Wortes genügt; mehrere Wörter grenzen ein.',
    en: 'The beginning of a word is enough; several words narrow it down.',
  },
  adviceCode: {
    de: 'Ein Kürzel führt zur Person, ein Gruppenname zur Gruppe.',
    en: 'A short code leads to the person, a group’s name to the group.',
  },
  nothing: {
    de: (query: string) => `Nichts gefunden zu „${query}“.`,
    en: (query: string) => `Nothing found for “${query}”.`,
  },
  nothingFewer: {
    de: 'Nehmen Sie weniger Wörter: Jeder Treffer enthält alle.',
    en: 'Use fewer words: every result contains all of them.',
  },
  nothingOther: {
    de: 'Versuchen Sie den Anfang des Wortes oder ein anderes Wort dafür.',
    en: 'Try the beginning of the word or another word for it.',
  },
  nothingRight: {
    de: 'Gefunden wird nur, was Sie lesen dürfen.',
    en: 'Only what you may read is found.',
  },
  filling: {
    de: 'Ihr Bestand wird noch geladen. Ältere Mitteilungen kommen gleich dazu.',
    en: 'Your documents are still being loaded. Older announcements will follow shortly.',
  },
  offline: {
    de: (moment: string) => `Offline: durchsucht ist der Stand ${moment}.`,
    en: (moment: string) => `Offline: searched as of ${moment}.`,
  },
  failed: {
    de: 'Die Suche ist gerade nicht möglich. Ihr Bestand ist unberührt.',
    en: 'Searching is not possible just now. Your documents are untouched.',
  },
  retry: { de: 'Noch einmal suchen', en: 'Search again' },
});
