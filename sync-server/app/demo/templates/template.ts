import type { LocalDate } from '#core/kernel/calendar/local-date.ts';
import type { Chance } from '../chance.ts';

/** What a text is told about the day and the place it is written for. */
export interface Occasion {
  readonly chance: Chance;
  readonly today: LocalDate;
  /** "2026/27" */
  readonly schoolYear: string;
  /** The name of the group addressed. */
  readonly group: string;
  /** What the group is about: "Deutsch" of "Fachschaft Deutsch", "9c" of "Klassenteam 9c". */
  readonly subject: string;
  /** "Mittwoch, 25. November", so many teaching days from now. */
  day(teachingDays: number): string;
  /** The same day as a date, for deadlines. */
  date(teachingDays: number): LocalDate;
  /** First and last name of somebody of the staff. */
  colleague(): string;
}

/** A response form as a template words it. */
export interface TemplateForm {
  readonly type: 'yes-no' | 'one-of' | 'dates' | 'sign-up';
  readonly question: string;
  readonly options: readonly { readonly label: string; readonly places?: number }[];
  /** Teaching days until it closes. */
  readonly closesIn?: number;
}

/** An announcement as a template words it. */
export interface Wording {
  readonly title: string;
  /** See `toRich`. */
  readonly lines: readonly string[];
  /** "Please confirm", within so many teaching days. */
  readonly confirmWithin?: number;
  readonly form?: TemplateForm;
  readonly pinned?: boolean;
  readonly urgent?: boolean;
  /** Expires after so many teaching days. */
  readonly expiresIn?: number;
}

/** A kind of announcement that comes back over the school year. */
export interface Template {
  /** Months in which it is written, 1 to 12; all if left out. */
  readonly months?: readonly number[];
  readonly word: (occasion: Occasion) => Wording;
}
