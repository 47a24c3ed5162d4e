import { z } from 'zod';
import type { School } from '#core/directory/school.ts';
import { addDays, toWeekday, type LocalDate } from '#core/kernel/calendar/local-date.ts';
import {
  addTeachingDays,
  isTeachingDay,
  schoolCalendarSchema,
  schoolHolidaySchema,
  type SchoolCalendar,
} from '#core/kernel/calendar/school-calendar.ts';

/** School holidays of Baden-Württemberg as the ministry announced them. */
export const DEMO_HOLIDAYS: School['holidays'] = z.array(schoolHolidaySchema).parse([
  { name: 'Herbstferien', from: '2024-10-28', to: '2024-10-31' },
  { name: 'Weihnachtsferien', from: '2024-12-23', to: '2025-01-04' },
  { name: 'Osterferien', from: '2025-04-14', to: '2025-04-26' },
  { name: 'Pfingstferien', from: '2025-06-10', to: '2025-06-20' },
  { name: 'Sommerferien', from: '2025-07-31', to: '2025-09-13' },
  { name: 'Herbstferien', from: '2025-10-27', to: '2025-10-31' },
  { name: 'Weihnachtsferien', from: '2025-12-22', to: '2026-01-05' },
  { name: 'Osterferien', from: '2026-03-30', to: '2026-04-11' },
  { name: 'Pfingstferien', from: '2026-05-26', to: '2026-06-05' },
  { name: 'Sommerferien', from: '2026-07-30', to: '2026-09-12' },
  { name: 'Herbstferien', from: '2026-10-26', to: '2026-10-31' },
  { name: 'Weihnachtsferien', from: '2026-12-23', to: '2027-01-09' },
  { name: 'Osterferien', from: '2027-03-30', to: '2027-04-03' },
  { name: 'Pfingstferien', from: '2027-05-18', to: '2027-05-29' },
  { name: 'Sommerferien', from: '2027-07-29', to: '2027-09-11' },
]);

export const DEMO_LAND = 'BW';
export const DEMO_ZONE = 'Europe/Berlin';

export const DEMO_CALENDAR: SchoolCalendar = schoolCalendarSchema.parse({
  zone: DEMO_ZONE,
  land: DEMO_LAND,
  weekendDays: [6, 7],
  holidays: DEMO_HOLIDAYS,
});

const WEEKDAYS = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'];
const MONTHS = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
];

/** "Mittwoch, 25. November" */
export const toSpokenDate = (date: LocalDate): string =>
  `${WEEKDAYS[toWeekday(date) - 1] ?? ''}, ${Number(date.slice(8))}. ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''}`;

/** The day so many teaching days later. */
export const toLaterDay = (date: LocalDate, days: number): LocalDate =>
  addTeachingDays(date, days, DEMO_CALENDAR);

/** The teaching days from one day to another, both included. */
export const toTeachingDays = (from: LocalDate, to: LocalDate): readonly LocalDate[] => {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isTeachingDay(day, DEMO_CALENDAR)) days.push(day);
  }
  return days;
};

/** "2026/27": the school year a day belongs to; it begins in August. */
export const toSchoolYear = (date: LocalDate): string => {
  const year = Number(date.slice(0, 4)) - (Number(date.slice(5, 7)) < 8 ? 1 : 0);
  return `${year}/${String(year + 1).slice(2)}`;
};
