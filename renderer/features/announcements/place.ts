import { isId, type Id } from '#core/kernel/id.ts';
import type { ListView } from './list/rows.ts';

/** Where one can be among the announcements. Features know no addresses: the app turns places into links. */
export type Place =
  | { readonly kind: 'list'; readonly view: ListView | 'drafts' }
  | { readonly kind: 'announcement'; readonly id: Id }
  | { readonly kind: 'new' }
  | { readonly kind: 'draft'; readonly id: Id }
  | { readonly kind: 'edit'; readonly id: Id }
  /** Two versions of an announcement side by side; `mid` is the command in conflict. */
  | { readonly kind: 'merge'; readonly mid: Id };

const VIEWS: Readonly<Record<string, ListView | 'drafts'>> = {
  wartet: 'waiting',
  eigene: 'own',
  entwuerfe: 'drafts',
  abgelaufen: 'expired',
};

/** A place as one piece of an address; empty for the whole list. Ids are random and tell nobody anything (D17). */
export const toSegment = (place: Place): string => {
  switch (place.kind) {
    case 'list':
      return Object.entries(VIEWS).find(([, view]) => view === place.view)?.[0] ?? '';
    case 'announcement':
      return place.id;
    case 'new':
      return 'neu';
    case 'draft':
      return `entwurf-${place.id}`;
    case 'edit':
      return `aendern-${place.id}`;
    case 'merge':
      return `vergleich-${place.mid}`;
  }
};

/** The place of a piece of an address; the whole list for one that leads nowhere. */
export const toPlace = (segment: string | undefined): Place => {
  const list = { kind: 'list', view: VIEWS[segment ?? ''] ?? 'all' } as const;
  if (segment === undefined) return list;
  if (segment === 'neu') return { kind: 'new' };
  if (isId(segment)) return { kind: 'announcement', id: segment };
  const [head = '', id = ''] = segment.split('-');
  if (!isId(id)) return list;
  switch (head) {
    case 'entwurf':
      return { kind: 'draft', id };
    case 'aendern':
      return { kind: 'edit', id };
    case 'vergleich':
      return { kind: 'merge', mid: id };
    default:
      return list;
  }
};
