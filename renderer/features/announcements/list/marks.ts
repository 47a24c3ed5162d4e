import type { Announcement, Receipt, Status, Thread, Totals } from '#core/announcements/announcement.ts';
import { isExpired, lacksAcknowledgement, lacksResponse } from '#core/announcements/rules.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Painted } from '#core/protocol/overlay.ts';
import { announcementTexts } from '#renderer/i18n/announcements.ts';
import { moment, momentShort } from '#renderer/i18n/format.ts';
import { deadlineShort, hasPassed } from '../deadline.ts';
import { isUnansweredQuestion, toReceiptDeadline } from '../waiting.ts';

/** A state as the row of a list shows it; colour and sign come from `kind` and `sign`. */
export interface RowMark {
  readonly kind: 'wants' | 'urgent' | 'done' | 'quiet';
  readonly text: string;
  readonly sign?: 'acknowledge' | 'respond' | 'question' | 'gone' | 'expired' | undefined;
}

/** What one person holds beside an announcement. */
export interface Beside {
  readonly receipt: Painted<'receipt'> | undefined;
  readonly status: Status | undefined;
  readonly totals: Totals | undefined;
  readonly threads: readonly Thread[];
}

/** Who looks, when, and whether the school can be reached. */
export interface Look {
  readonly personId: Id;
  readonly now: Instant;
  readonly online: boolean;
}

/** The one mark of a row: what still waits to be sent, then what is wanted, then what was done. */
export const toRowMark = (
  announcement: Painted<'announcement'>,
  beside: Beside,
  look: Look,
): RowMark | undefined =>
  toDeliveryMark(announcement.pending, look) ??
  toStateMark(announcement, look) ??
  (announcement.author.id === look.personId
    ? toAuthorMark(announcement, beside, look)
    : toReaderMark(announcement, beside.receipt, look)) ??
  (isExpired(announcement, look.now)
    ? { kind: 'quiet', text: announcementTexts.expired(), sign: 'expired' }
    : undefined);

const toDeliveryMark = (pending: Painted<'announcement'>['pending'], look: Look): RowMark | undefined => {
  if (pending !== 'waiting' && pending !== 'sent') return undefined;
  return {
    kind: 'quiet',
    text: look.online ? announcementTexts.isSent() : announcementTexts.waitsForConnection(),
  };
};

const toStateMark = (announcement: Announcement, look: Look): RowMark | undefined => {
  switch (announcement.state) {
    case 'withdrawn':
      return { kind: 'quiet', text: announcementTexts.withdrawn(), sign: 'gone' };
    case 'scheduled':
      return {
        kind: 'quiet',
        text: announcementTexts.scheduledFor(moment(announcement.publishAt, look.now)),
      };
    case 'published':
      return undefined;
  }
};

/** What its author wants to know of an announcement; that it is urgent is said before how many are still missing. */
const toAuthorMark = (announcement: Announcement, beside: Beside, look: Look): RowMark | undefined => {
  const mark = toProgressMark(announcement, beside, look);
  if (!isUrgentNow(announcement, look) || mark?.kind === 'wants' || mark?.kind === 'done') return mark;
  return {
    kind: 'urgent',
    text: mark === undefined ? announcementTexts.urgent() : announcementTexts.urgentAnd(mark.text),
  };
};

const isUrgentNow = (announcement: Announcement, look: Look): boolean =>
  announcement.urgent && !isExpired(announcement, look.now);

const toProgressMark = (
  { acknowledgement }: Announcement,
  { status, totals, threads }: Beside,
  look: Look,
): RowMark | undefined => {
  const questions = threads.filter((thread) => isUnansweredQuestion(thread, look.personId)).length;
  if (questions > 0) {
    return { kind: 'wants', text: announcementTexts.questions(questions), sign: 'question' };
  }
  if (acknowledgement !== undefined && status !== undefined && status.asked > 0) {
    const done = status.asked - status.missing.length;
    return status.missing.length === 0
      ? { kind: 'done', text: announcementTexts.allConfirmed(status.asked) }
      : { kind: 'quiet', text: announcementTexts.confirmedOf(done, status.asked), sign: 'acknowledge' };
  }
  if (totals !== undefined && totals.asked > 0) {
    return {
      kind: 'quiet',
      text: announcementTexts.answeredOf(totals.answered, totals.asked),
      sign: 'respond',
    };
  }
  return undefined;
};

const toReaderMark = (
  announcement: Announcement,
  receipt: Painted<'receipt'> | undefined,
  look: Look,
): RowMark | undefined => {
  if (receipt === undefined) {
    return isUrgentNow(announcement, look) ? { kind: 'urgent', text: announcementTexts.urgent() } : undefined;
  }
  return toWantMark(receipt, look) ?? toDoneMark(receipt, look);
};

/** The mark of a receipt that wants something. */
export const toWantMark = (receipt: Receipt, look: Look): RowMark | undefined => {
  const acknowledge = lacksAcknowledgement(receipt);
  if (!acknowledge && !lacksResponse(receipt)) return undefined;
  const deadline = toReceiptDeadline(receipt);
  const by = deadline === undefined ? undefined : deadlineShort(deadline, look.now);
  const late = deadline !== undefined && hasPassed(deadline, look.now);
  if (receipt.urgent) return { kind: 'urgent', text: announcementTexts.urgentBy(late ? undefined : by) };
  const sign = acknowledge ? 'acknowledge' : 'respond';
  if (acknowledge && receipt.acknowledged !== undefined) {
    return { kind: 'wants', text: announcementTexts.confirmAgain(), sign };
  }
  if (late) {
    const text = acknowledge ? announcementTexts.confirmLate() : announcementTexts.respondLate();
    return { kind: 'wants', text, sign };
  }
  const text = acknowledge ? announcementTexts.confirmBy(by) : announcementTexts.respondBy(by);
  return { kind: 'wants', text, sign };
};

const toDoneMark = (receipt: Painted<'receipt'>, look: Look): RowMark | undefined => {
  const done = receipt.acknowledged ?? receipt.response;
  if (done === undefined) return undefined;
  const isWaiting = receipt.pending === 'waiting' || receipt.pending === 'sent';
  if (isWaiting && !look.online) {
    return {
      kind: 'quiet',
      text:
        receipt.acknowledged === undefined
          ? announcementTexts.answerWaits()
          : announcementTexts.confirmWaits(),
    };
  }
  const at = momentShort(done.at, look.now);
  return {
    kind: 'done',
    text:
      receipt.acknowledged === undefined
        ? announcementTexts.answeredAt(at)
        : announcementTexts.confirmedAt(at),
  };
};
