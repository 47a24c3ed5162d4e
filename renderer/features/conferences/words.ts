import { toFullName } from '#core/directory/person.ts';
import type { PersonName } from '#core/kernel/document.ts';
import type { Conference, ItemKind, Motion, Sitting } from '#core/meetings/conference.ts';
import { conferenceTexts as texts } from '#renderer/i18n/conferences.ts';
import { planningTexts } from '#renderer/i18n/conference-planning.ts';
import { list } from '#renderer/i18n/format.ts';

/** "14:00 bis 16:00 Uhr". */
export const toClock = ({ start, end }: Pick<Conference, 'start' | 'end'>): string =>
  end === undefined ? texts.clock(start) : texts.until(start, end);

/** "Geplant, noch nicht eingeladen". */
export const toStateWord = (state: Conference['state']): string =>
  ({
    planned: texts.planned,
    invited: texts.invited,
    open: texts.open,
    closed: texts.closed,
    cancelled: texts.cancelled,
  })[state]();

export const toKindWord = (kind: ItemKind): string =>
  ({
    information: texts.information,
    discussion: texts.discussion,
    resolution: texts.resolution,
    election: texts.election,
    other: texts.other,
  })[kind]();

export const toSittingWord = (sitting: Sitting): string =>
  ({ room: texts.room, hybrid: texts.hybrid, remote: texts.remote })[sitting]();

export const toMotionWord = (state: Motion['state']): string =>
  ({
    submitted: planningTexts.submitted,
    'on-agenda': planningTexts.onAgenda,
    merged: planningTexts.merged,
    returned: planningTexts.returned,
    withdrawn: planningTexts.withdrawn,
  })[state]();

/** "Anna Kühne, Ben Weiß und Cem Yılmaz". */
export const toNameList = (people: readonly PersonName[]): string => list(people.map(toFullName));
