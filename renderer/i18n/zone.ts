/** Milliseconds of a day without a clock change; used on calendar days only, which are counted in UTC. */
const DAY = 86_400_000;

let present = 'Europe/Berlin';

/** The school's time zone: every time on the screen is the school's, wherever the reader sits (D5). */
export const timeZone = (): string => present;

/** Sets the school's time zone (IANA name). */
export const setTimeZone = (zone: string): void => {
  present = zone;
};

/** A moment as the school's clock and calendar show it. `date` is ISO (`2026-11-23`), `time` is `14:00`. */
export interface WallTime {
  readonly date: string;
  readonly time: string;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

const clock = (): Intl.DateTimeFormat => {
  const known = clocks.get(present);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: present,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  clocks.set(present, made);
  return made;
};

/** The school's date and time at an instant (UTC milliseconds). */
export const toWallTime = (instant: number): WallTime => {
  const parts = new Map(
    clock()
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  );
  const piece = (name: Intl.DateTimeFormatPartTypes): string => parts.get(name) ?? '';
  return {
    date: `${piece('year').padStart(4, '0')}-${piece('month')}-${piece('day')}`,
    time: `${piece('hour')}:${piece('minute')}`,
  };
};

/**
 * The instant (UTC milliseconds) at which the school's clock shows `date` and `time`. A time that is skipped in spring
 * becomes the one an hour later; of a time that comes twice in autumn the earlier is meant.
 */
export const toInstant = ({ date, time }: WallTime): number => {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const offsetAt = (instant: number): number => {
    const shown = toWallTime(instant);
    return Date.parse(`${shown.date}T${shown.time}:00Z`) - instant;
  };
  const candidates = [wanted - offsetAt(wanted - DAY), wanted - offsetAt(wanted + DAY)];
  const exact = candidates.filter((instant) => offsetAt(instant) === wanted - instant);
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates);
};

/** The number of a calendar day (`2026-11-23`); differences are days. */
export const dayNumber = (date: string): number => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY);
