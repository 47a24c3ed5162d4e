import type { Id } from '../kernel/id.ts';
import type { AgendaItem } from './conference.ts';

type Placed = Pick<AgendaItem, 'id' | 'position' | 'circle'>;

/** Most items on one agenda; longer ones belong on two days. */
export const ITEMS_MAX = 200;
/** Most motions handed in for one conference. */
export const MOTIONS_MAX = 200;

/** The agenda as it is dealt with: common items in their order, then the restricted ones in theirs. */
export const sortAgenda = <Item extends Placed>(items: readonly Item[]): readonly Item[] =>
  [...items].sort(
    (left, right) =>
      Number(left.circle !== undefined) - Number(right.circle !== undefined) ||
      left.position - right.position ||
      (left.id < right.id ? -1 : 1),
  );

/**
 * The labels under which items are called: common ones `1`, `2`, … among themselves, restricted ones `V1`, `V2`, … after
 * them (*vertraulich*), so that whoever does not know of a restricted item sees no gap.
 */
export const toItemLabels = (items: readonly Placed[]): ReadonlyMap<Id, string> => {
  const labels = new Map<Id, string>();
  let common = 0;
  let restricted = 0;
  for (const item of sortAgenda(items)) {
    if (item.circle === undefined) labels.set(item.id, String((common += 1)));
    else labels.set(item.id, `V${(restricted += 1)}`);
  }
  return labels;
};

/** The place of a new item: behind all others. */
export const toNextPosition = (items: readonly Pick<AgendaItem, 'position'>[]): number =>
  items.reduce((last, { position }) => Math.max(last, position + 1), 0);

/**
 * New positions after `order-items`: those named first to last, then the others as they were. Only what changes is told.
 */
export const reorder = (items: readonly Placed[], itemIds: readonly Id[]): ReadonlyMap<Id, number> => {
  const rank = new Map(itemIds.map((id, index) => [id, index]));
  const ordered = [...sortAgenda(items)].sort(
    (left, right) =>
      (rank.get(left.id) ?? Number.MAX_SAFE_INTEGER) - (rank.get(right.id) ?? Number.MAX_SAFE_INTEGER),
  );
  return new Map(
    ordered.flatMap((item, position) => (item.position === position ? [] : [[item.id, position] as const])),
  );
};

/** Minutes planned for all items together; those without a number count as nothing. */
export const toPlannedMinutes = (items: readonly Pick<AgendaItem, 'minutes'>[]): number =>
  items.reduce((sum, { minutes = 0 }) => sum + minutes, 0);
