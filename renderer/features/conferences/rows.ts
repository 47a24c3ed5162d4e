import type { Conference } from '#core/meetings/conference.ts';
import { toDayOf } from './today.ts';

/** Where a conference stands in the list. */
export type Section = 'today' | 'upcoming' | 'past';

export const toSection = (conference: Pick<Conference, 'date' | 'state'>, now: number): Section => {
  const today = toDayOf(now);
  // One that still sits after midnight is not over.
  if (conference.state === 'open') return 'today';
  if (conference.date === today) return 'today';
  return conference.date > today ? 'upcoming' : 'past';
};

const ORDER: Record<Section, number> = { today: 0, upcoming: 1, past: 2 };

/** Today's first, then the next ones in their order, then past ones, the newest first. */
export const toRows = <Row extends Pick<Conference, 'id' | 'date' | 'start' | 'state'>>(
  conferences: readonly Row[],
  now: number,
): readonly Row[] => {
  const at = (conference: Row): string => `${conference.date}T${conference.start}`;
  return [...conferences].sort((left, right) => {
    const [one, other] = [toSection(left, now), toSection(right, now)];
    if (one !== other) return ORDER[one] - ORDER[other];
    const isEarlier = at(left) < at(right) || (at(left) === at(right) && left.id < right.id);
    return isEarlier === (one === 'past') ? 1 : -1;
  });
};
