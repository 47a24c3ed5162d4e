import { foldGerman } from '#core/kernel/folding.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Resolution } from '#core/meetings/outcome.ts';
import { toPresentState } from '#core/meetings/resolutions.ts';

/** What the list is narrowed to: `open` is in force or suspended, `mine` what the reader has still to see to. */
export const STANDINGS = ['all', 'open', 'mine', 'objected', 'done', 'ended'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface Filter {
  readonly words: string;
  readonly bodyId: Id | undefined;
  /** A calendar year, as resolutions are numbered. */
  readonly year: string | undefined;
  readonly standing: Standing;
}

export const EVERYTHING: Filter = { words: '', bodyId: undefined, year: undefined, standing: 'all' };

/** Who looks, and on which day of the school. */
export interface Look {
  readonly personId: Id;
  readonly today: string;
}

/** The resolutions that match, the latest decision first; of one day in the order of their numbers. */
export const toRegister = (
  resolutions: readonly Resolution[],
  filter: Filter,
  look: Look,
): readonly Resolution[] => {
  const words = foldGerman(filter.words).split(/\s+/u).filter(Boolean);
  return resolutions
    .filter(
      (resolution) =>
        (filter.bodyId === undefined || resolution.body.id === filter.bodyId) &&
        (filter.year === undefined || resolution.decidedOn.startsWith(filter.year)) &&
        isOfStanding(resolution, filter.standing, look) &&
        words.every((word) => toFolded(resolution).includes(word)),
    )
    .sort(
      (left, right) =>
        right.decidedOn.localeCompare(left.decidedOn) ||
        left.inv - right.inv ||
        right.number.localeCompare(left.number, 'de', { numeric: true }),
    );
};

const isOfStanding = (resolution: Resolution, standing: Standing, { personId, today }: Look): boolean => {
  const state = toPresentState(resolution, today);
  switch (standing) {
    case 'all':
      return true;
    case 'open':
      return state === 'in-force' || state === 'objected';
    case 'mine':
      return state === 'in-force' && resolution.responsible?.id === personId;
    case 'objected':
    case 'done':
      return state === standing;
    case 'ended':
      return state === 'lapsed' || state === 'repealed';
  }
};

const folded = new WeakMap<Resolution, string>();

/** What is looked through; folded once for each resolution, since a register of decades is searched with every letter. */
const toFolded = (resolution: Resolution): string => {
  const known = folded.get(resolution);
  if (known !== undefined) return known;
  const { number, title, wording, body, responsible } = resolution;
  const who = responsible === undefined ? '' : `${responsible.firstName} ${responsible.lastName}`;
  const text = foldGerman([number, title, wording, body.name, who].join('\n'));
  folded.set(resolution, text);
  return text;
};

/** The bodies and years the register speaks of: bodies by name, years downwards. */
export const toChoices = (
  resolutions: readonly Resolution[],
): { readonly bodies: readonly Resolution['body'][]; readonly years: readonly string[] } => ({
  bodies: [...new Map(resolutions.map(({ body }) => [body.id, body])).values()].sort((left, right) =>
    left.name.localeCompare(right.name, 'de'),
  ),
  years: [...new Set(resolutions.map(({ decidedOn }) => decidedOn.slice(0, 4)))].sort().reverse(),
});
