import { searchTexts } from '#renderer/i18n/search.ts';
import type { SearchHit } from '#renderer/replica/contract.ts';

/** The hits of one kind. */
export interface Found {
  readonly kind: SearchHit['kind'];
  readonly hits: readonly SearchHit[];
  /** How many there are beyond those shown. */
  readonly more: number;
}

/**
 * Hits by kind; the kind of the best hit stands first, within a kind the best hit. At most `perKind` of each are shown, and
 * the chosen one beside them: better ones that arrive do not take it out of the reader's hand.
 */
export const toFound = (
  hits: readonly SearchHit[],
  perKind = Number.POSITIVE_INFINITY,
  chosenId?: string,
): readonly Found[] => {
  const kinds = [...new Set(hits.map((hit) => hit.kind))];
  return kinds.map((kind) => {
    const all = hits.filter((hit) => hit.kind === kind);
    const shown = all.filter((hit, place) => place < perKind || hit.id === chosenId);
    return { kind, hits: shown, more: all.length - shown.length };
  });
};

/** "Mitteilungen". */
export const toKindWord = (kind: SearchHit['kind']): string =>
  ({
    announcement: searchTexts.announcements,
    person: searchTexts.persons,
    group: searchTexts.groups,
    thread: searchTexts.threads,
    conference: searchTexts.conferences,
    'agenda-item': searchTexts.agendaItems,
    resolution: searchTexts.resolutions,
  })[kind]();
