import type { Outcome } from './decide.ts';
import type { StopReason, UndecidedRule, VoteCounts, VoteKind, VoteRecord } from './vote-record.ts';

/**
 * What the sentence of a result consists of, so that wall, ballot, record and minutes say the same in either language:
 * "Angenommen mit 28 Ja, 9 Nein bei 4 Enthaltungen (§ 13 Abs. 3 KonfO)". Null numbers are not said.
 */
export type ResultSentence = ResultNumbers &
  (
    | {
        readonly kind: 'decided';
        readonly outcome: Outcome;
        /** Whether everybody who said yes or no said the same, so that it may be called unanimous. */
        readonly unanimous: boolean;
        readonly elected: readonly string[];
        readonly runOff: readonly string[];
        readonly citation: string;
        /** False: nobody has read the rule where it stands, and the sentence has to say so. */
        readonly verified: boolean;
      }
    /** The counts stand; by which rule they decide is not known. */
    | { readonly kind: 'undecided'; readonly rule: UndecidedRule }
    | { readonly kind: 'stopped'; readonly reason: StopReason }
  ) & { readonly annulled: string | null };

interface ResultNumbers {
  readonly yes: number | null;
  readonly no: number | null;
  /** Options or candidates with their votes, most first. */
  readonly options: readonly { readonly name: string; readonly votes: number }[];
  readonly abstain: number | null;
  readonly invalid: number | null;
}

/** What of a vote or of its record the sentence needs. */
export interface Told {
  readonly question: { readonly voteKind: VoteKind; readonly options: readonly string[] };
  readonly counts: VoteCounts | null;
  readonly decision:
    | (Pick<NonNullable<VoteRecord['decision']>, 'outcome' | 'citation' | 'verified'> & {
        readonly elected: readonly string[];
        readonly runOff: readonly string[];
      })
    | null;
  readonly undecided: UndecidedRule | null;
  readonly stopped: StopReason | null;
  readonly annulled: string | null;
}

/** The parts of the sentence; null while there is nothing to say yet. */
export const toResultSentence = ({
  question,
  counts,
  decision,
  undecided,
  stopped,
  annulled,
}: Told): ResultSentence | null => {
  if (stopped !== null) return { kind: 'stopped', reason: stopped, ...NO_NUMBERS, annulled };
  if (counts === null) return null;
  const numbers = toNumbers(question, counts);
  if (decision === null) {
    return undecided === null ? null : { kind: 'undecided', rule: undecided, ...numbers, annulled };
  }
  const { outcome, elected, runOff, citation, verified } = decision;
  const { yes, no } = counts;
  const unanimous = yes !== undefined && no !== undefined && yes + no > 0 && (yes === 0 || no === 0);
  return { kind: 'decided', outcome, unanimous, elected, runOff, citation, verified, ...numbers, annulled };
};

const NO_NUMBERS: ResultNumbers = { yes: null, no: null, options: [], abstain: null, invalid: null };

const toNumbers = ({ voteKind, options }: Told['question'], counts: VoteCounts): ResultNumbers => ({
  yes: voteKind === 'yes-no' ? (counts.yes ?? 0) : null,
  no: voteKind === 'yes-no' ? (counts.no ?? 0) : null,
  options: options
    .map((name, index) => ({ name, votes: counts.options?.[index] ?? 0 }))
    .toSorted((left, right) => right.votes - left.votes),
  abstain: counts.abstain === 0 ? null : counts.abstain,
  invalid: counts.invalid === 0 ? null : counts.invalid,
});
