import { isLocalDate, type LocalDate } from '../kernel/calendar/local-date.ts';

/** A kind of resolution that ends by itself, as an offer: whoever keeps the register decides whether it is one. */
export interface LapseOffer {
  /** The last day on which it holds. */
  readonly expires: LocalDate;
  readonly citation: string;
}

interface LapseRule {
  /** Rule sets it belongs to. */
  readonly ruleSet: RegExp;
  /** What such a resolution speaks of. */
  readonly about: RegExp;
  readonly years: number;
  readonly citation: string;
}

/** § 16 (1) KonfO: resolutions on the table of weekly lessons lapse after three years at the end of the school year. */
const RULES: readonly LapseRule[] = [
  { ruleSet: /^bw-(?!school$)/, about: /stundentafel/iu, years: 3, citation: '§ 16 Abs. 1 KonfO' },
];

/** School years end on 31 July everywhere (Hamburg Agreement of the Länder of 28 October 1964, § 1). */
const LAST_DAY = '07-31';

/** When a resolution lapses by its body's rules, or undefined where none speaks of it. */
export const toLapseOffer = (
  resolution: { readonly title: string; readonly wording: string; readonly decidedOn: string },
  ruleSet: string | undefined,
): LapseOffer | undefined => {
  const rule = RULES.find(
    ({ ruleSet: sets, about }) =>
      ruleSet !== undefined && sets.test(ruleSet) && about.test(`${resolution.title}\n${resolution.wording}`),
  );
  if (rule === undefined || !isLocalDate(resolution.decidedOn)) return undefined;
  return {
    expires: toEndOfSchoolYear(toSameDay(resolution.decidedOn, rule.years)),
    citation: rule.citation,
  };
};

/** The last day of the school year a day belongs to. */
export const toEndOfSchoolYear = (date: LocalDate): LocalDate => {
  const year = Number(date.slice(0, 4));
  return `${String(date.slice(5) <= LAST_DAY ? year : year + 1)}-${LAST_DAY}` as LocalDate;
};

/** The same day so many years later; of 29 February the day before where there is none (§ 188 (3) BGB). */
const toSameDay = (date: LocalDate, years: number): LocalDate => {
  const same = `${String(Number(date.slice(0, 4)) + years)}${date.slice(4)}`;
  return isLocalDate(same) ? same : (`${same.slice(0, 8)}28` as LocalDate);
};
