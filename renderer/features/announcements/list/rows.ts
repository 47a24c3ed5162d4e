import type { Status, Thread, Totals } from '#core/announcements/announcement.ts';
import { toReceiptId, toStatusId, toTotalsId } from '#core/announcements/ids.ts';
import { isExpired } from '#core/announcements/rules.ts';
import { toFullName } from '#core/directory/person.ts';
import type { GroupName, PersonName } from '#core/kernel/document.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Painted } from '#core/protocol/overlay.ts';
import { announcementTexts } from '#renderer/i18n/announcements.ts';
import { dayHeading, momentShort, time } from '#renderer/i18n/format.ts';
import { toWallTime } from '#renderer/i18n/zone.ts';
import { toRowMark, toWantMark, type Beside, type Look, type RowMark } from './marks.ts';
import { stillWants, toWaiting } from '../waiting.ts';

/** The views of the list; `expired` is reached by a command, not by a tab. */
export type ListView = 'all' | 'waiting' | 'own' | 'expired';

/** One row of 80 px. Rows with the same `heading` stand under it together. */
export interface ListRow {
  readonly key: string;
  readonly announcementId: Id;
  readonly code: string;
  readonly over: string;
  readonly time: string;
  readonly title: string;
  /** Wants something that was not done yet: heavier type. */
  readonly heavy: boolean;
  readonly mark: RowMark | undefined;
  /** Empty for none. */
  readonly heading: string;
}

/** Everything a list is made of. */
export interface ListInput {
  readonly announcements: readonly Painted<'announcement'>[];
  readonly receipts: readonly Painted<'receipt'>[];
  readonly statuses: readonly Status[];
  readonly totals: readonly Totals[];
  readonly threads: readonly Thread[];
  readonly look: Look;
  /** Only announcements to this group. */
  readonly groupId?: Id | undefined;
}

/** The rows of a view, in their order. */
export const toRows = (view: ListView, input: ListInput): readonly ListRow[] => {
  if (view === 'waiting') return toWaitingRows(input);
  const toRow = createRowMaker(input);
  const shown = input.announcements.filter((announcement) => isInView(view, announcement, input));
  return [
    ...shown.filter(isUnsent).map((it) => toRow(it, announcementTexts.inOutbox())),
    ...shown.filter((it) => isPinned(it, view)).map((it) => toRow(it, announcementTexts.pinned())),
    ...shown.filter(isAhead).map((it) => toRow(it, announcementTexts.scheduled())),
    ...shown
      .filter((it) => !isUnsent(it) && !isPinned(it, view) && !isAhead(it))
      .map((it) => toRow(it, dayHeading(toWallTime(it.publishAt).date, input.look.now))),
  ];
};

const isInView = (view: ListView, announcement: Painted<'announcement'>, input: ListInput): boolean => {
  if (input.groupId !== undefined && !announcement.groups.some((group) => group.id === input.groupId)) {
    return false;
  }
  const expired = isExpired(announcement, input.look.now);
  if (view === 'own') return announcement.author.id === input.look.personId;
  return view === 'expired' ? expired : !expired;
};

/** Written here and not yet stored at school. */
const isUnsent = (announcement: Painted<'announcement'>): boolean => announcement.rev === 0;

const isPinned = (announcement: Painted<'announcement'>, view: ListView): boolean =>
  view === 'all' && announcement.pinned && !isUnsent(announcement) && !isAhead(announcement);

const isAhead = (announcement: Painted<'announcement'>): boolean =>
  announcement.state === 'scheduled' && !isUnsent(announcement);

const createRowMaker = (
  input: ListInput,
): ((announcement: Painted<'announcement'>, heading: string) => ListRow) => {
  const { look } = input;
  const receipts = byId(input.receipts);
  const statuses = byId(input.statuses);
  const totals = byId(input.totals);
  const threads = Map.groupBy(input.threads, (thread) => thread.announcementId);
  return (announcement, heading) => {
    const receipt = receipts.get(toReceiptId(announcement.id, look.personId));
    const beside: Beside = {
      receipt,
      status: statuses.get(toStatusId(announcement.id)),
      totals: totals.get(toTotalsId(announcement.id)),
      threads: threads.get(announcement.id) ?? [],
    };
    return {
      key: announcement.id,
      announcementId: announcement.id,
      code: announcement.author.shortCode,
      over: toOver(announcement.author, announcement.groups, look.personId),
      time: toRowTime(announcement, heading, look),
      title: announcement.title,
      heavy: announcement.state === 'published' && receipt !== undefined && stillWants(receipt, look.now),
      mark: toRowMark(announcement, beside, look),
      heading,
    };
  };
};

/** Under a day's heading the hour is enough; under any other heading the day is said too. */
const toRowTime = (announcement: Painted<'announcement'>, heading: string, look: Look): string =>
  heading === dayHeading(toWallTime(announcement.publishAt).date, look.now)
    ? time(announcement.publishAt)
    : momentShort(announcement.publishAt, look.now);

const toWaitingRows = (input: ListInput): readonly ListRow[] => {
  const { look } = input;
  const receipts = byId(input.receipts);
  const all = toWaiting(input.receipts, input.threads, look.personId, look.now);
  const others = all.some((waiting) => waiting.urgent) ? announcementTexts.others() : '';
  return all
    .filter((it) => input.groupId === undefined || it.groups.some((group) => group.id === input.groupId))
    .map((waiting) => {
      const receipt = receipts.get(waiting.key);
      return {
        key: waiting.key,
        announcementId: waiting.announcementId,
        code: waiting.from.shortCode,
        over: toOver(waiting.from, waiting.groups, look.personId),
        time: momentShort(waiting.at, look.now),
        title: waiting.title,
        heavy: true,
        mark:
          receipt === undefined
            ? { kind: 'wants', text: announcementTexts.questionToYou(), sign: 'question' }
            : toWantMark(receipt, look),
        heading: waiting.urgent ? announcementTexts.urgent() : others,
      };
    });
};

/** "Sabine Oehlschläger · Kollegium"; the reader is "Sie". */
export const toOver = (author: PersonName, groups: readonly GroupName[], personId: Id): string => {
  const who = author.id === personId ? announcementTexts.you() : toFullName(author);
  return groups.length === 0 ? who : `${who} · ${groups.map((group) => group.name).join(', ')}`;
};

const byId = <Document extends { readonly id: Id }>(
  documents: readonly Document[],
): ReadonlyMap<Id, Document> => new Map(documents.map((document) => [document.id, document]));
