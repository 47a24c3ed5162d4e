import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import { announcementTexts as texts } from '#renderer/i18n/announcements.ts';
import { momentShort } from '#renderer/i18n/format.ts';
import type { Draft } from '#renderer/replica/contract.ts';
import { toContent, toWords, type LetterDraft } from '../compose/draft.ts';
import type { Place } from '../place.ts';

/** A draft as a row of the list. */
export interface DraftRow {
  readonly key: Id;
  readonly place: Place;
  readonly code: string;
  readonly over: string;
  readonly time: string;
  readonly title: string;
}

/** The row of a draft; undefined for a draft that this program cannot read. */
export const toDraftRow = (draft: Draft, now: Instant): DraftRow | undefined => {
  const content = toContent(draft);
  if (content === undefined) return undefined;
  const time = momentShort(draft.at, now);
  if (content.kind === 'question') {
    return {
      key: draft.id,
      place: { kind: 'announcement', id: content.announcementId },
      code: '…',
      over: texts.draftOfQuestion(content.title),
      time,
      title: content.text,
    };
  }
  return {
    key: draft.id,
    place: toPlaceOf(draft.id, content),
    code: '…',
    over: content.target.kind === 'new' ? texts.draftOver() : texts.draftOfEdit(),
    time,
    title: toTitle(content),
  };
};

const toPlaceOf = (id: Id, { target }: LetterDraft): Place => {
  switch (target.kind) {
    case 'new':
      return { kind: 'draft', id };
    case 'waiting':
    case 'edit':
      return { kind: 'edit', id: target.announcementId };
    case 'merge':
      return { kind: 'merge', mid: target.mid };
  }
};

const toTitle = ({ options, body }: LetterDraft): string => {
  if (options.title.trim() !== '') return options.title;
  const words = toWords(body).trim();
  return words === '' ? texts.untitled() : words.slice(0, 120);
};
