import type { VoteCounts, VoteKind } from './vote-record.ts';

/** What the sentence of a result says of its counts, on the wall, on the ballot and in the register alike. Null is not said. */
export interface ResultNumbers {
  readonly yes: number | null;
  readonly no: number | null;
  /** Options or candidates with their votes, most first; the like in the order they were written. */
  readonly options: readonly { readonly name: string; readonly votes: number }[];
  readonly abstain: number | null;
  readonly invalid: number | null;
}

/** The numbers of a result; `counts` is absent where nothing was counted. */
export const toResultNumbers = (
  { voteKind, options }: { readonly voteKind: VoteKind; readonly options: readonly string[] },
  counts: VoteCounts | undefined,
): ResultNumbers => ({
  yes: voteKind === 'yes-no' && counts !== undefined ? (counts.yes ?? 0) : null,
  no: voteKind === 'yes-no' && counts !== undefined ? (counts.no ?? 0) : null,
  options: options
    .map((name, index) => ({ name, votes: counts?.options?.[index] ?? 0 }))
    .toSorted((left, right) => right.votes - left.votes),
  abstain: counts === undefined || counts.abstain === 0 ? null : counts.abstain,
  invalid: counts === undefined || counts.invalid === 0 ? null : counts.invalid,
});

/** Whether everybody who said yes or no said the same, so that it may be called unanimous; abstentions do not stand against it. */
export const isUnanimous = (counts: Pick<VoteCounts, 'yes' | 'no'> | undefined): boolean =>
  counts?.yes !== undefined &&
  counts.no !== undefined &&
  counts.yes + counts.no > 0 &&
  (counts.yes === 0 || counts.no === 0);
