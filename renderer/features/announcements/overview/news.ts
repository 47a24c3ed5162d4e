import type { Thread } from '#core/announcements/announcement.ts';
import { isExpired } from '#core/announcements/rules.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Painted } from '#core/protocol/overlay.ts';
import { announcementTexts } from '#renderer/i18n/announcements.ts';
import { weekdayLong } from '#renderer/i18n/format.ts';
import { dayNumber, toWallTime } from '#renderer/i18n/zone.ts';

/** Something that came lately and wants nothing. */
export interface News {
  readonly key: Id;
  readonly announcementId: Id;
  readonly code: string;
  readonly title: string;
  readonly beside: string;
  /** The sender has answered a question of the reader. */
  readonly isAnswer: boolean;
  readonly urgent: boolean;
  readonly at: Instant;
}

/** "Lately" reaches back so many days, today included. */
const DAYS = 7;

/**
 * What came lately from others and is not among what waits: announcements, and answers to the reader's questions; what
 * is urgent first. `now` may lag behind what arrives, by a minute that has begun or by a clock that is wrong: what is
 * here has come.
 */
export const toNews = (input: {
  readonly announcements: readonly Painted<'announcement'>[];
  readonly threads: readonly Thread[];
  readonly waitingIds: ReadonlySet<Id>;
  readonly personId: Id;
  readonly now: Instant;
}): readonly News[] => {
  const { personId, now } = input;
  const isLately = (at: Instant): boolean =>
    dayNumber(toWallTime(now).date) - dayNumber(toWallTime(at).date) < DAYS;
  const answers = toAnswers(input.threads, personId).filter((it) => isLately(it.at));
  const answeredIds = new Set(answers.map((it) => it.announcementId));
  const announcements = input.announcements
    .filter((it) => it.author.id !== personId && it.state === 'published' && isLately(it.publishAt))
    .filter((it) => !isExpired(it, now) && !input.waitingIds.has(it.id) && !answeredIds.has(it.id))
    .map((it) => ({
      key: it.id,
      announcementId: it.id,
      code: it.author.shortCode,
      title: it.title,
      beside: it.groups.map((group) => group.name).join(', '),
      isAnswer: false,
      urgent: it.urgent,
      at: it.publishAt,
    }));
  return [...announcements, ...answers].sort(
    (left, right) => Number(right.urgent) - Number(left.urgent) || right.at - left.at,
  );
};

const toAnswers = (threads: readonly Thread[], personId: Id): readonly News[] =>
  threads.flatMap((thread) => {
    const last = thread.messages.at(-1);
    if (last === undefined || thread.asker.id !== personId || last.by === personId) return [];
    return {
      key: thread.id,
      announcementId: thread.announcementId,
      code: thread.author.shortCode,
      title: thread.title,
      beside: announcementTexts.answerToYou(),
      isAnswer: true,
      urgent: false,
      at: last.at,
    };
  });

/** "Neu heute", "Neu seit gestern", "Neu seit Donnerstag": since the oldest that is shown. */
export const toNewsHeading = (news: readonly News[], now: Instant): string => {
  if (news.length === 0) return announcementTexts.newOnes();
  const oldest = Math.min(...news.map((it) => it.at));
  const { date } = toWallTime(oldest);
  const days = dayNumber(toWallTime(now).date) - dayNumber(date);
  if (days <= 0) return announcementTexts.newToday();
  return days === 1 ? announcementTexts.newSinceYesterday() : announcementTexts.newSince(weekdayLong(date));
};
