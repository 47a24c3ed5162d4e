/** Why a record of a staff list, or a group in it, is not imported; `line` is where the record begins, from 1. */
export type ImportRefusal = { readonly line: number; readonly person?: string } & (
  | { readonly kind: SimpleRefusalKind }
  | { readonly kind: 'duplicate-line'; readonly otherLine: number }
  | { readonly kind: 'ambiguous-name'; readonly otherShortCode: string }
  | { readonly kind: 'protected-group' | 'group-full'; readonly group: string }
);

/** The kinds that need nothing but the line. `person` names whose line it is, where name and short code are good. */
export type SimpleRefusalKind =
  | 'open-quote'
  | 'too-many-cells'
  | 'shifted-cells'
  | 'cell-too-long'
  | 'last-name-missing'
  | 'first-name-missing'
  | 'short-code-missing'
  | 'name-not-divided'
  | 'not-a-last-name'
  | 'not-a-first-name'
  | 'not-a-short-code'
  | 'unknown-role'
  | 'doubtful-name'
  | 'not-a-group-name'
  | 'too-many-groups'
  | 'role-kept';

export type ImportRefusalKind = ImportRefusal['kind'];

/** Why a whole file cannot be read. */
export type UnreadableKind =
  | 'empty'
  | 'too-large'
  | 'too-many-records'
  | 'workbook'
  | 'binary'
  | 'unknown-form'
  | 'no-short-code-column';

/**
 * The reason in German, for those who wrote the list. It names the person where name and short code are good, and
 * never quotes a cell that is neither name nor code nor group.
 */
export const toGermanReason = (refusal: ImportRefusal): string =>
  refusal.person === undefined ? toSentence(refusal) : `${refusal.person}: ${toSentence(refusal)}`;

/** The reason in German why a file cannot be read. */
export const toGermanUnreadable = (kind: UnreadableKind): string => UNREADABLE[kind];

function toSentence(refusal: ImportRefusal): string {
  if (refusal.kind === 'duplicate-line') {
    return `Doppelt: Dieses Kürzel steht schon in Zeile ${String(refusal.otherLine)}.`;
  }
  if (refusal.kind === 'ambiguous-name') {
    return `Nicht eindeutig: Derselbe Name steht schon unter dem Kürzel „${refusal.otherShortCode}“.`;
  }
  if (refusal.kind === 'protected-group') {
    return `Die Gruppe „${refusal.group}“ wird nicht angelegt: Für Personalvertretungen braucht es geschützte Gruppen, die es noch nicht gibt.`;
  }
  if (refusal.kind === 'group-full') {
    return `In der Gruppe „${refusal.group}“ ist kein Platz mehr: Eine Gruppe hat höchstens 2.000 Mitglieder.`;
  }
  return SENTENCES[refusal.kind];
}

const SENTENCES: Readonly<Record<SimpleRefusalKind, string>> = {
  'open-quote': 'Ein Anführungszeichen wird geöffnet, aber nicht geschlossen.',
  'too-many-cells': 'Die Zeile hat zu viele Spalten.',
  'shifted-cells': 'Die Zahl der Spalten stimmt nicht, die Angaben sind vielleicht verrutscht.',
  'cell-too-long': 'Eine Angabe ist zu lang.',
  'last-name-missing': 'Der Nachname fehlt.',
  'first-name-missing': 'Der Vorname fehlt.',
  'short-code-missing': 'Das Kürzel fehlt.',
  'name-not-divided': 'Vor- und Nachname lassen sich nicht trennen, bitte „Nachname, Vorname“ schreiben.',
  'not-a-last-name': 'Der Nachname ist kein Name.',
  'not-a-first-name': 'Der Vorname ist kein Name.',
  'not-a-short-code': 'Das Kürzel ist keines: höchstens 12 Zeichen, darunter ein Buchstabe.',
  'unknown-role':
    'Die Rolle ist unbekannt; möglich sind Lehrkraft, Schulleitung, Sekretariat, Elternvertretung und Gast.',
  'doubtful-name': 'Im Namen fehlen Buchstaben, und er passt nicht zum Namen im Verzeichnis.',
  'not-a-group-name': 'Ein Gruppenname enthält unzulässige Zeichen oder ist länger als 80 Zeichen.',
  'too-many-groups': 'Die Zeile nennt mehr als 50 Gruppen.',
  'role-kept':
    'Die Rolle bleibt: Die eigene und die von Administration und Personalvertretung ändert keine Liste.',
};

const UNREADABLE: Readonly<Record<UnreadableKind, string>> = {
  empty: 'Die Datei ist leer.',
  'too-large': 'Die Datei ist größer als 5 MB und damit keine Kollegiumsliste.',
  'too-many-records': 'Die Datei hat mehr als 10.000 Zeilen und ist damit keine Kollegiumsliste.',
  workbook: 'Das ist eine Tabellen- oder PDF-Datei. Bitte speichern Sie die Liste als CSV.',
  binary: 'Das ist keine Textdatei. Bitte speichern Sie die Liste als CSV.',
  'unknown-form':
    'Die Spalten wurden nicht erkannt. Bitte geben Sie der Liste die Kopfzeile „Nachname;Vorname;Kürzel“.',
  'no-short-code-column': 'Die Spalte „Kürzel“ fehlt.',
};
