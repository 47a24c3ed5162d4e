import { sortHolidays, type SchoolHoliday } from '../../kernel/calendar/school-calendar.ts';

/** A school stores so many spans. */
export const HOLIDAYS_MAX = 200;

/** What would become of the school's free days if what was found were taken over. */
export interface HolidayPlan {
  readonly added: readonly SchoolHoliday[];
  /** Spans that overlap one there is with other days: the new ones count. */
  readonly changed: readonly { readonly before: SchoolHoliday; readonly after: SchoolHoliday }[];
  /** How many are there already. */
  readonly known: number;
  /** All of them afterwards, in order. */
  readonly result: readonly SchoolHoliday[];
}

/** Compares what a file holds with what is there. Nothing is taken away but what a found span overlaps. */
export const planHolidays = (
  present: readonly SchoolHoliday[],
  found: readonly SchoolHoliday[],
): HolidayPlan => {
  const added: SchoolHoliday[] = [];
  const changed: { before: SchoolHoliday; after: SchoolHoliday }[] = [];
  let result = [...present];
  let known = 0;
  for (const holiday of sortHolidays(found)) {
    if (result.some((other) => other.from === holiday.from && other.to === holiday.to)) {
      known += 1;
      continue;
    }
    const overlapped = present.filter((other) => other.from <= holiday.to && holiday.from <= other.to);
    if (overlapped.length === 0) added.push(holiday);
    else changed.push(...overlapped.map((before) => ({ before, after: holiday })));
    result = [...result.filter((other) => !overlapped.includes(other)), holiday];
  }
  return { added, changed, known, result: sortHolidays(result) };
};
