import { describe, expect, it } from 'vitest';
import { schoolHolidaySchema } from '../../kernel/calendar/school-calendar.ts';
import { planHolidays } from './plan-holidays.ts';

const span = (name: string, from: string, to: string) => schoolHolidaySchema.parse({ name, from, to });
const autumn = span('Herbstferien', '2026-10-26', '2026-10-31');
const winter = span('Weihnachtsferien', '2026-12-23', '2027-01-09');

describe('[SET7] what a file would change', () => {
  it('is added where nothing is, and counted where it is known', () => {
    expect(planHolidays([autumn], [winter, autumn])).toEqual({
      added: [winter],
      changed: [],
      known: 1,
      result: [autumn, winter],
    });
  });

  it('replaces what it overlaps with other days', () => {
    const longer = span('Herbstferien 2026', '2026-10-24', '2026-11-01');
    expect(planHolidays([autumn, winter], [longer])).toEqual({
      added: [],
      changed: [{ before: autumn, after: longer }],
      known: 0,
      result: [longer, winter],
    });
  });

  it('takes nothing away that the file does not speak of, and a span twice in it once', () => {
    expect(planHolidays([winter], [autumn, autumn]).result).toEqual([autumn, winter]);
    expect(planHolidays([winter], []).result).toEqual([winter]);
  });
});
