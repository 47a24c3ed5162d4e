import type { Receipt, Status } from '#core/announcements/announcement.ts';
import { toStatusId } from '#core/announcements/ids.ts';
import { isWaiting, lacksAcknowledgement } from '#core/announcements/rules.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Painted } from '#core/protocol/overlay.ts';
import { announcementTexts } from '#renderer/i18n/announcements.ts';
import { toWallTime } from '#renderer/i18n/zone.ts';
import { toDeadlineInstant, toParts } from '../deadline.ts';
import { toReceiptDeadline } from '../waiting.ts';

/** A date that comes: a deadline of the reader, or the release of an own announcement. */
export interface Ahead {
  readonly key: string;
  readonly announcementId: Id;
  readonly title: string;
  readonly what: string;
  /** ISO day at school. */
  readonly date: string;
  /** `14:00`; empty for the whole day. */
  readonly time: string;
  readonly at: Instant;
}

/** What comes next, soonest first: own deadlines, deadlines set by the reader, own scheduled announcements. */
export const toAhead = (input: {
  readonly announcements: readonly Painted<'announcement'>[];
  readonly receipts: readonly Receipt[];
  readonly statuses: readonly Status[];
  readonly personId: Id;
  readonly now: Instant;
}): readonly Ahead[] => {
  const own = input.announcements.filter((it) => it.author.id === input.personId);
  return [
    ...input.receipts.filter(isWaiting).flatMap(fromReceipt),
    ...own.flatMap((it) => fromRelease(it)),
    ...own.flatMap((it) => fromOwnDeadline(it, input.statuses)),
  ]
    .filter((ahead) => ahead.at >= input.now)
    .sort((left, right) => left.at - right.at);
};

const fromReceipt = (receipt: Receipt): readonly Ahead[] => {
  const deadline = toReceiptDeadline(receipt);
  const at = deadline === undefined ? undefined : toDeadlineInstant(deadline);
  if (deadline === undefined || at === undefined) return [];
  return [
    {
      key: receipt.id,
      announcementId: receipt.announcementId,
      title: receipt.title,
      what: lacksAcknowledgement(receipt) ? announcementTexts.nextConfirm() : announcementTexts.nextRespond(),
      ...toParts(deadline),
      at,
    },
  ];
};

const fromRelease = (announcement: Painted<'announcement'>): readonly Ahead[] =>
  announcement.state === 'scheduled'
    ? [
        {
          key: `${announcement.id} release`,
          announcementId: announcement.id,
          title: announcement.title,
          what: announcementTexts.nextRelease(),
          ...toWallTime(announcement.publishAt),
          at: announcement.publishAt,
        },
      ]
    : [];

const fromOwnDeadline = (
  announcement: Painted<'announcement'>,
  statuses: readonly Status[],
): readonly Ahead[] => {
  const deadline = announcement.acknowledgement?.deadline;
  const at = deadline === undefined ? undefined : toDeadlineInstant(deadline);
  const status = statuses.find((it) => it.id === toStatusId(announcement.id));
  const missing = status?.missing.length ?? 0;
  if (announcement.state !== 'published' || deadline === undefined || at === undefined || missing === 0)
    return [];
  return [
    {
      key: `${announcement.id} deadline`,
      announcementId: announcement.id,
      title: announcement.title,
      what: announcementTexts.nextOwnConfirm(missing),
      ...toParts(deadline),
      at,
    },
  ];
};
