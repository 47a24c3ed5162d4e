/** The languages of the program. German is the source; every text exists in both, by type. */
export const LOCALES = ['de', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

type Plain = Readonly<Record<Locale, string>>;
type Shaped = Readonly<Record<Locale, (...args: never[]) => string>>;
type Entries = Readonly<Record<string, Plain | Shaped>>;

/** Both languages of one text take the same arguments: those of the German one. */
type InBothLanguages<E extends Entries> = {
  readonly [K in keyof E]: E[K]['de'] extends (...args: infer Args) => string
    ? Readonly<Record<Locale, (...args: Args) => string>>
    : Plain;
};

/** What `messages` returns: one function per text. */
export type Catalogue<E extends Entries> = {
  readonly [K in keyof E]: E[K]['de'] extends (...args: infer Args) => string
    ? (...args: Args) => string
    : () => string;
};

let present: Locale = 'de';

/** The language that texts are read in at this moment. */
export const locale = (): Locale => present;

/** Changes the language. What is already painted stays until it is painted anew: the app mounts again after it. */
export const setLocale = (next: Locale): void => {
  present = next;
};

/** Whether a stored or foreign value names a language of ours. */
export const isLocale = (value: unknown): value is Locale => LOCALES.some((known) => known === value);

/** The tag by which `Intl` knows the present language; English means dates day first and a 24-hour clock. */
export const intlTag = (): string => (present === 'de' ? 'de-DE' : 'en-GB');

/**
 * Makes a catalogue: `messages({ write: { de: 'Schreiben', en: 'Write' } }).write()`.
 * A text with values is a function in both languages; a missing language or argument does not compile.
 */
export const messages = <const E extends Entries>(entries: E & InBothLanguages<E>): Catalogue<E> => {
  const read = (entry: Plain | Shaped, args: never[]): string => {
    const text = entry[present];
    return typeof text === 'string' ? text : text(...args);
  };
  return Object.fromEntries(
    Object.entries<Plain | Shaped>(entries).map(([name, entry]) => [
      name,
      (...args: never[]) => read(entry, args),
    ]),
  ) as Catalogue<E>;
};

const rules: Partial<Record<Locale, Intl.PluralRules>> = {};

/** Chooses the form for `count` by the rules of the present language: `plural(n, { one: '1 wartet', other: `${n} warten` })`. */
export const plural = (count: number, forms: { readonly one: string; readonly other: string }): string => {
  const rule = (rules[present] ??= new Intl.PluralRules(intlTag()));
  return rule.select(count) === 'one' ? forms.one : forms.other;
};
