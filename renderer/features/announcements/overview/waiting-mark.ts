import { toFullName } from '#core/directory/person.ts';
import type { Instant } from '#core/kernel/clock.ts';
import { announcementTexts as texts } from '#renderer/i18n/announcements.ts';
import { deadlineNear, hasPassed } from '../deadline.ts';
import type { RowMark } from '../list/marks.ts';
import type { Waiting } from '../waiting.ts';

/** What is wanted, in a line with room: "Bestätigen bis Mi., 25. November". */
export const toWaitingMark = (waiting: Waiting, now: Instant): RowMark => {
  if (waiting.want === 'reply') {
    return { kind: 'wants', text: texts.questionFrom(toFullName(waiting.from)), sign: 'question' };
  }
  const { deadline } = waiting;
  const late = deadline !== undefined && hasPassed(deadline, now);
  const by = deadline === undefined || late ? undefined : deadlineNear(deadline, now);
  const responds = waiting.want === 'respond';
  if (waiting.urgent) {
    return { kind: 'urgent', text: responds ? texts.urgentRespondBy(by) : texts.urgentConfirmBy(by) };
  }
  const sign = responds ? 'respond' : 'acknowledge';
  if (late) return { kind: 'wants', text: responds ? texts.respondLate() : texts.confirmLate(), sign };
  return { kind: 'wants', text: responds ? texts.respondBy(by) : texts.confirmBy(by), sign };
};
