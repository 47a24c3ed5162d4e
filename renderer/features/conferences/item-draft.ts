import type { FileReference } from '#core/kernel/file.ts';
import type { Id } from '#core/kernel/id.ts';
import { createRichText, toPlainText } from '#core/kernel/rich-text.ts';
import type { AgendaItem, ItemKind, Motion } from '#core/meetings/conference.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { planningTexts as texts } from '#renderer/i18n/conference-planning.ts';
import { toKindWord } from './words.ts';

/** What is entered for one item of an agenda. */
export interface ItemDraft {
  id: Id;
  title: string;
  itemKind: ItemKind;
  presenterId: Id | undefined;
  minutes: string;
  text: string;
  papers: readonly FileReference[];
  guestIds: readonly Id[];
  isLimited: boolean;
  entitledIds: readonly Id[];
  isRestricted: boolean;
  circleIds: readonly Id[];
  /** The motion it came from. */
  motionId: Id | undefined;
}

export const toNewItem = (id: Id, motion?: Motion): ItemDraft => ({
  id,
  title: motion?.title ?? '',
  itemKind: motion === undefined ? 'discussion' : 'resolution',
  presenterId: motion?.author.id,
  minutes: '',
  text: motion === undefined ? '' : [motion.wording, motion.reason].filter(Boolean).join('\n\n'),
  papers: [],
  guestIds: [],
  isLimited: false,
  entitledIds: [],
  isRestricted: false,
  circleIds: [],
  motionId: motion?.id,
});

export const toItemDraft = (item: AgendaItem): ItemDraft => ({
  id: item.id,
  title: item.title,
  itemKind: item.itemKind,
  presenterId: item.presenter?.id,
  minutes: item.minutes === undefined ? '' : String(item.minutes),
  text: item.text === undefined ? '' : toPlainText(item.text),
  papers: item.papers ?? [],
  guestIds: item.guests.map(({ id }) => id),
  isLimited: item.entitled !== undefined,
  entitledIds: item.entitled?.map(({ id }) => id) ?? [],
  isRestricted: item.circle !== undefined,
  circleIds: item.circle?.map(({ id }) => id) ?? [],
  motionId: item.motionId,
});

const MINUTES = /^[1-9]\d{0,2}$/u;

/** What is wrong with an item, in words beside the field. */
export const findItemFaults = ({
  title,
  minutes,
  isRestricted,
  circleIds,
}: ItemDraft): { readonly title?: string; readonly minutes?: string; readonly circle?: string } => ({
  ...(title.trim() === '' ? { title: texts.itemTitleMissing() } : {}),
  ...(minutes.trim() !== '' && !(MINUTES.test(minutes.trim()) && Number(minutes) <= 600)
    ? { minutes: texts.minutesWrong() }
    : {}),
  ...(isRestricted && circleIds.length === 0 ? { circle: texts.circleMissing() } : {}),
});

/** The kinds an item may have; a briefing decides nothing. */
export const toKinds = (
  briefing: boolean,
): readonly { readonly value: ItemKind; readonly label: string }[] => {
  const kinds: readonly ItemKind[] = briefing
    ? ['information', 'discussion', 'other']
    : ['information', 'discussion', 'resolution', 'election', 'other'];
  return kinds.map((value) => ({ value, label: toKindWord(value) }));
};

/** The arguments of an item without faults; whoever is in a circle needs no naming as its guest. */
export const toItemArgs = (
  draft: ItemDraft,
  guests: readonly { readonly id: Id }[],
): CommandArgs<'edit-item'> => {
  const text = draft.text.trim();
  const minutes = draft.minutes.trim();
  const guestIds = draft.isRestricted
    ? draft.circleIds.filter((id) => guests.some((guest) => guest.id === id))
    : draft.guestIds;
  const votes = draft.itemKind === 'resolution' || draft.itemKind === 'election';
  return {
    id: draft.id,
    title: draft.title.trim(),
    itemKind: draft.itemKind,
    ...(draft.presenterId === undefined ? {} : { presenterId: draft.presenterId }),
    ...(minutes === '' ? {} : { minutes: Number(minutes) }),
    ...(text === '' ? {} : { text: createRichText(...text.split('\n')) }),
    ...(draft.papers.length === 0 ? {} : { papers: [...draft.papers] }),
    guestIds: [...guestIds],
    ...(draft.isLimited && votes ? { entitledIds: [...draft.entitledIds] } : {}),
    ...(draft.isRestricted ? { circleIds: [...draft.circleIds] } : {}),
  };
};
