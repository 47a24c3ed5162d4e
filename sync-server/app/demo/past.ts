import { toDeadlineInstant } from '#core/kernel/calendar/wall-time.ts';
import { createId, type Id } from '#core/kernel/id.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { Chance } from './chance.ts';
import type { Diary, Names } from './diary.ts';
import { DEMO_LOGINS } from './logins.ts';
import { toRich } from './rich.ts';
import { DEMO_ZONE, toLaterDay } from './school-year.ts';
import type { PastAnnouncement, Rosters } from './timeline.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Whoever has not confirmed after this time mostly never does. */
const PATIENCE = 12 * DAY;

export interface PastContext {
  readonly now: Instant;
  readonly chance: Chance;
  readonly names: Names;
  readonly rosters: Rosters;
}

/** Writes two years of announcements, confirmations and answers into the diary. */
export const writePast = (
  diary: Diary,
  announcements: readonly PastAnnouncement[],
  context: PastContext,
): void => {
  for (const announcement of announcements) {
    const id = createId(context.chance);
    diary.write(announcement.at, announcement.author, 'announce', toArgs(id, announcement, context.names));
    writeReactions(diary, id, announcement, context);
  }
};

const toArgs = (id: Id, { day, group, wording }: PastAnnouncement, names: Names) => {
  const { confirmWithin, form, expiresIn } = wording;
  return {
    id,
    title: wording.title,
    body: toRich(wording.lines),
    groupIds: [names.group(group)],
    pinned: wording.pinned ?? false,
    urgent: wording.urgent ?? false,
    ...(confirmWithin === undefined ? {} : { acknowledgement: { deadline: toLaterDay(day, confirmWithin) } }),
    ...(expiresIn === undefined
      ? {}
      : { expiresAt: toDeadlineInstant(toLaterDay(day, expiresIn), DEMO_ZONE) }),
    ...(form === undefined
      ? {}
      : {
          form: {
            type: form.type,
            question: form.question,
            options: [...form.options],
            ...(form.closesIn === undefined ? {} : { deadline: toLaterDay(day, form.closesIn) }),
          },
        }),
  };
};

const writeReactions = (
  diary: Diary,
  id: Id,
  { at, author, group, wording, day }: PastAnnouncement,
  { now, chance, rosters }: PastContext,
): void => {
  const { confirmWithin, form } = wording;
  if (confirmWithin === undefined && form === undefined) return;
  const closes =
    form?.closesIn === undefined ? Infinity : toDeadlineInstant(toLaterDay(day, form.closesIn), DEMO_ZONE);
  for (const person of rosters.get(group) ?? []) {
    // Whoever is shown to visitors has a tidy desk: only what is new waits there.
    const isTidy = DEMO_LOGINS.some(({ shortCode }) => shortCode === person);
    if (person === author || (!chance.happens(0.96) && !isTidy)) continue;
    // Most people read on the same or the next day, a few a week later.
    const patience = isTidy ? DAY : PATIENCE;
    const moment = at + 5 * MINUTE + Math.floor(chance.next() ** 3 * patience);
    if (moment >= now) continue;
    if (confirmWithin !== undefined) {
      diary.write(moment, person, 'acknowledge', { announcementId: id, content: 1 });
    }
    if (form === undefined || moment >= closes) continue;
    const choice = chance.whole(0, form.options.length - 1);
    const isMany = form.type === 'dates';
    const isUndecided = form.type === 'sign-up' && (isTidy || chance.happens(0.5));
    const answer = isMany
      ? form.options.map((_, index) => index).filter(() => chance.happens(0.6))
      : isUndecided
        ? []
        : [choice];
    diary.write(moment + MINUTE, person, 'respond', { announcementId: id, answer });
  }
};
