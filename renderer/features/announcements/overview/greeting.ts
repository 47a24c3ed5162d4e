import { announcementTexts as texts } from '#renderer/i18n/announcements.ts';
import type { Instant } from '#core/kernel/clock.ts';
import { toWallTime } from '#renderer/i18n/zone.ts';

/** "Guten Morgen, Katharina Brandt" by the school's clock. At night neither morning nor evening is wished. */
export const toGreeting = (now: Instant, name: string | undefined): string => {
  const hour = Number(toWallTime(now).time.slice(0, 2));
  if (hour >= 5 && hour < 11) return texts.goodMorning(name);
  return hour >= 18 && hour < 22 ? texts.goodEvening(name) : texts.goodDay(name);
};
