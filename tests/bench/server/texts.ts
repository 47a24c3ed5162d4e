/** Seeded chance (mulberry32): every run writes the same school. */
export const createChance = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const toWords = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** First and last parts of the compounds that German school announcements are full of. */
const FRONTS = toWords(`
  Zeugnis Klassen Fach Prüfungs Aufsichts Vertretungs Eltern Schul Projekt Sport Abitur Konferenz Noten Stunden Raum
  Wander Praktikums Berufs Förder Inklusions Medien Bibliotheks Mensa Pausen Sicherheits Brandschutz Ferien Austausch
  Theater Chor Orchester Labor Geräte Schlüssel Kopier Haushalts Fortbildungs Steuer Gesundheits Verkehrs
`);
const BACKS = toWords(`
  konferenz plan liste arbeit ordnung gruppe termin abend tag woche bericht gespräch vertretung sitzung planung aufsicht
  meldung anmeldung unterlagen beauftragter prüfung stunde zeit raum ausschuss fahrt vorlage frist regelung übersicht
`);
const VERBS = toWords(`
  beginnt endet entfällt verschiebt findet wird bleibt liegt steht gilt betrifft ergänzt ersetzt erfordert umfasst
`);
const SMALL = toWords(`
  der die das ein eine für mit ohne am im zum zur bis ab von bei und oder auch nur noch bereits bitte alle jede
  unsere Ihre nächste vergangene kommende neue bisherige gemeinsame rechtzeitig pünktlich montags dienstags mittwochs
  donnerstags freitags vormittags nachmittags schriftlich mündlich persönlich vollständig
`);
const NAMES = toWords(`
  Müller Schröder Böhm Weiß Krüger Groß Hoffmann Jäger Vögel Fuchs Brandt Oehlschläger Yılmaz Nowak Kowalczyk
`);

const pick = (chance: () => number, from: readonly string[]): string =>
  from[Math.floor(chance() * from.length)] ?? '';

const createCompound = (chance: () => number): string => pick(chance, FRONTS) + pick(chance, BACKS);

/** A title of some 45 characters. */
export const createTitle = (chance: () => number, number: number): string =>
  `${createCompound(chance)} und ${createCompound(chance)} (${number})`;

/** A sentence that reads like one from a distance. */
export const createSentence = (chance: () => number): string => {
  const middle = Array.from({ length: 5 + Math.floor(chance() * 6) }, () => pick(chance, SMALL));
  const start = `${createCompound(chance)} ${pick(chance, VERBS)}`;
  return `Die ${start} ${middle.join(' ')} ${createCompound(chance)} ${pick(chance, NAMES)}.`;
};

/** What people type into the search box: whole words, beginnings, other word forms, umlauts written out, two words. */
export const createQueries = (count: number): readonly string[] => {
  const chance = createChance(7);
  const shapes: readonly (() => string)[] = [
    () => createCompound(chance),
    () => pick(chance, FRONTS).slice(0, 5),
    () => `${createCompound(chance)} ${pick(chance, NAMES)}`,
    () => pick(chance, ['pruefungen', 'Gespräche', 'aufsichten', 'uebersicht', 'Fristen', 'Räume']),
    () => `${pick(chance, FRONTS).toLowerCase()} ${pick(chance, NAMES).toLowerCase()}`,
  ];
  return Array.from({ length: count }, (_, index) => shapes[index % shapes.length]?.() ?? '');
};
