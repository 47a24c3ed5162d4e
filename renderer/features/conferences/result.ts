import type { Resolution } from '#core/meetings/outcome.ts';
import { isUnanimous, toResultNumbers } from '#core/votes/result-numbers.ts';
import type { VoteCounts, VoteKind } from '#core/votes/vote-record.ts';
import { toResultWords, type ResultParts } from '#renderer/i18n/vote-result.ts';

/** What of a vote, or of the resolution it made, its result is told by. */
export interface Told {
  readonly voteKind: VoteKind;
  readonly options: readonly string[];
  readonly counts?: VoteCounts | undefined;
  readonly outcome: ResultParts['outcome'];
  readonly elected: readonly string[];
  readonly runOff?: readonly string[];
  readonly citation: string;
  readonly verified: boolean;
}

/** The sentence of a result, with the rule it rests on. */
export const toResultSentence = ({ voteKind, options, counts, ...told }: Told): string =>
  toResultWords({
    ...toResultNumbers({ voteKind, options }, counts),
    outcome: told.outcome,
    unanimous: voteKind === 'yes-no' && isUnanimous(counts),
    elected: told.elected,
    runOff: told.runOff ?? [],
    citation: told.verified ? told.citation : undefined,
  });

/** The same of a resolution: what stands in the register was accepted, or chosen. */
export const toResolutionSentence = (resolution: Resolution): string =>
  toResultSentence({
    ...resolution,
    outcome: resolution.voteKind === 'yes-no' ? 'accepted' : 'elected',
  });

/** The bar beside it: yes, no and abstentions; nothing where it was chosen among names. */
export const toBarParts = (counts: VoteCounts | undefined) =>
  counts?.yes === undefined || counts.no === undefined
    ? undefined
    : ([
        { share: counts.yes, kind: 'yes' },
        { share: counts.no, kind: 'no' },
        { share: counts.abstain, kind: 'abstain' },
      ] as const);
