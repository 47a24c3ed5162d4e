import type { Receipt, Thread } from '#core/announcements/announcement.ts';
import { awaitsReply, lacksAcknowledgement, lacksResponse } from '#core/announcements/rules.ts';
import type { Deadline } from '#core/announcements/form.ts';
import { fromInverseTime, type Instant } from '#core/kernel/clock.ts';
import type { GroupName, PersonName } from '#core/kernel/document.ts';
import type { Id } from '#core/kernel/id.ts';
import { hasPassed, toDeadlineInstant } from './deadline.ts';

/** One thing that wants something from the reader. */
export interface Waiting {
  readonly key: Id;
  readonly announcementId: Id;
  readonly title: string;
  readonly from: PersonName;
  readonly groups: readonly GroupName[];
  readonly urgent: boolean;
  /** `both` wants an acknowledgement and an answer; `reply` is an unanswered question to the reader as sender. */
  readonly want: 'acknowledge' | 'respond' | 'both' | 'reply';
  readonly deadline: Deadline | undefined;
  readonly at: Instant;
}

/** What waits for a person: urgent first, then by deadline, then newest first. */
export const toWaiting = (
  receipts: readonly Receipt[],
  threads: readonly Thread[],
  personId: Id,
  now: Instant,
): readonly Waiting[] =>
  [
    ...receipts.filter((receipt) => stillWants(receipt, now)).map((receipt) => fromReceipt(receipt, now)),
    ...threads.filter((thread) => isUnansweredQuestion(thread, personId)).map(fromThread),
  ].sort(
    (left, right) =>
      Number(right.urgent) - Number(left.urgent) || endOf(left) - endOf(right) || right.at - left.at,
  );

/** Whether anything can still be done: an acknowledgement is welcome late, a response is refused after its deadline. */
export const stillWants = (receipt: Receipt, now: Instant): boolean =>
  lacksAcknowledgement(receipt) || mayStillRespond(receipt, now);

const mayStillRespond = (receipt: Receipt, now: Instant): boolean => {
  const deadline = receipt.responseAsked?.deadline;
  return lacksResponse(receipt) && (deadline === undefined || !hasPassed(deadline, now));
};

/** The earlier of the deadlines that still count. */
export const toReceiptDeadline = (receipt: Receipt): Deadline | undefined => {
  const deadlines = [
    lacksAcknowledgement(receipt) ? receipt.asked?.deadline : undefined,
    lacksResponse(receipt) ? receipt.responseAsked?.deadline : undefined,
  ].filter((deadline) => deadline !== undefined);
  return deadlines.sort((left, right) => instantOf(left) - instantOf(right))[0];
};

const fromReceipt = (receipt: Receipt, now: Instant): Waiting => ({
  key: receipt.id,
  announcementId: receipt.announcementId,
  title: receipt.title,
  from: receipt.author,
  groups: receipt.groups,
  urgent: receipt.urgent,
  want: !mayStillRespond(receipt, now) ? 'acknowledge' : lacksAcknowledgement(receipt) ? 'both' : 'respond',
  deadline: toReceiptDeadline(receipt),
  at: fromInverseTime(receipt.inv),
});

/** Whether the person wrote the announcement and has not answered; an answer received wants nothing. */
export const isUnansweredQuestion = (thread: Thread, personId: Id): boolean =>
  thread.author.id === personId && awaitsReply(thread, personId);

const fromThread = (thread: Thread): Waiting => ({
  key: thread.id,
  announcementId: thread.announcementId,
  title: thread.title,
  from: thread.asker,
  groups: [],
  urgent: false,
  want: 'reply',
  deadline: undefined,
  at: thread.messages.at(-1)?.at ?? fromInverseTime(thread.inv),
});

const instantOf = (deadline: Deadline): Instant => toDeadlineInstant(deadline) ?? Number.MAX_SAFE_INTEGER;

const endOf = (waiting: Waiting): Instant =>
  waiting.deadline === undefined ? Number.MAX_SAFE_INTEGER : instantOf(waiting.deadline);
