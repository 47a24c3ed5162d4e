import type { Announcement } from '#core/announcements/announcement.ts';
import { toInverseTime } from '#core/kernel/clock.ts';
import type { GroupName, PersonName } from '#core/kernel/document.ts';
import { createId } from '#core/kernel/id.ts';
import { createRichText } from '#core/kernel/rich-text.ts';
import { createChance, createSentence, createTitle } from './texts.ts';

/** Two years of a school's announcements. */
const SPAN = 2 * 365 * 86_400_000;
/** So that an announcement is about 1.5 kB of JSON. */
const BODY_CHARACTERS = 880;

/** Who writes, to whom, and until when. */
export interface Writing {
  readonly author: PersonName;
  readonly groups: readonly GroupName[];
  /** UTC milliseconds of the newest announcement. */
  readonly until: number;
}

/** Announcements as the server stores them, oldest first; every tenth goes to two groups. */
export const createAnnouncements = (count: number, { author, groups, until }: Writing): Announcement[] => {
  const chance = createChance(1);
  const random = {
    bytes: (length: number) => Uint8Array.from({ length }, () => Math.floor(chance() * 256)),
  };
  return Array.from({ length: count }, (_, index) => {
    const at = until - Math.floor(((count - index) / count) * SPAN);
    const first = index % groups.length;
    const addressed = index % 10 === 0 ? [first, (first + 1) % groups.length] : [first];
    return {
      id: createId(random),
      kind: 'announcement',
      rev: 1,
      inv: toInverseTime(at),
      ...createContent(chance, index),
      author,
      groups: [...new Set(addressed)].flatMap((place) => groups[place] ?? []),
      pinned: false,
      urgent: false,
      state: 'published',
      publishAt: at,
      content: 1,
      history: [],
    };
  });
};

/** Title and text of an announcement. */
export const createContent = (chance: () => number, number: number): Pick<Announcement, 'title' | 'body'> => {
  const lines: string[] = [];
  for (let line = '', size = 0; size < BODY_CHARACTERS; line = '') {
    while (line.length < 300 && size + line.length < BODY_CHARACTERS) line += `${createSentence(chance)} `;
    lines.push(line.trimEnd());
    size += line.length;
  }
  return { title: createTitle(chance, number), body: createRichText(...lines) };
};
