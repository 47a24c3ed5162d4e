import { accept, refuse, type Result } from '../kernel/result.ts';
import { sum, type Count } from './count.ts';
import type { Fraction, Majority, Quorum, Rule, RuleSet, Threshold, Tie } from './rule-set.ts';

/** The rules that decide a vote. */
export type DecidingRules = Pick<RuleSet, 'quorum' | 'majority' | 'abstention' | 'tie'>;

export type Outcome =
  'accepted' | 'rejected' | 'no-quorum' | 'chair-decides' | 'repeat' | 'elected' | 'run-off';

/** How a vote ended, and by which rule. */
export interface Decision {
  readonly quorate: boolean;
  readonly outcome: Outcome;
  /** The number of votes the majority is taken of. */
  readonly base: number;
  /** The smallest number of votes that is accepted; the rule for ties is not in it. */
  readonly needed: number;
  readonly elected: readonly string[];
  /** Between whom is voted once more. */
  readonly runOff: readonly string[];
  readonly citation: string;
  /** Whether every rule behind it was read where it stands. */
  readonly verified: boolean;
}

/** A rule that nobody has decided yet, so that nothing can be decided by it. */
export type OpenRule = 'quorum' | 'majority' | 'tie';

/** What a kind of vote makes of its numbers, before the quorum is asked. */
interface Finding {
  readonly outcome: Exclude<Outcome, 'no-quorum'>;
  readonly base: number;
  readonly needed: number;
  readonly elected: readonly string[];
  readonly runOff: readonly string[];
  readonly by: Rule<unknown>;
}

/** A way of counting that no rule set names; it is ours (D29) and says so. */
const OWN_RULE: Rule<null> = {
  verified: false,
  value: null,
  citation: 'ohne Vorschrift: die meisten Stimmen, sonst Stichwahl',
};

/**
 * Decides a vote by the rules of its body (D29). The count must be possible, see `findImpossible`. Refuses with the
 * rule that is still open.
 */
export const decide = (rules: DecidingRules, count: Count): Result<Decision, OpenRule> => {
  const { quorum, majority, tie } = rules;
  if (quorum.value === null) return refuse('quorum');
  if (majority.value === null) return refuse('majority');
  const quorate = isQuorate(quorum.value, count);
  const found =
    count.kind === 'yes-no'
      ? findYesNo({ ...count.counts, count, majority: { ...majority, value: majority.value }, tie })
      : count.seats === 1
        ? findOne(count, { ...majority, value: majority.value })
        : findSeveral(count);
  if (found === undefined) return refuse('tie');
  const named: readonly Rule<unknown>[] = quorate ? [found.by] : [quorum];
  return accept({
    quorate,
    outcome: quorate ? found.outcome : 'no-quorum',
    base: found.base,
    needed: found.needed,
    elected: quorate ? found.elected : [],
    runOff: quorate ? found.runOff : [],
    citation: named.map(({ citation }) => citation ?? 'ohne Vorschrift').join(', '),
    verified: (quorate ? [quorum, ...named] : named).every(({ verified }) => verified),
  });
};

/** Whether enough are present. Members who do not vote are not known here, so a quorum of members is one of the entitled. */
export const isQuorate = (
  { fraction, strict, secondCall }: Quorum,
  { entitled, present, secondCall: isSecondCall }: Pick<Count, 'entitled' | 'present' | 'secondCall'>,
): boolean => {
  if (isSecondCall && secondCall === 'any-number') return present > 0;
  const [have, need] = [present * fraction.denominator, entitled * fraction.numerator];
  return present > 0 && (strict ? have > need : have >= need);
};

/** The smallest number of votes that reaches the threshold; at least one, since nothing is decided by nobody. */
export const toNeeded = (threshold: Threshold, base: number): number => {
  const share = SHARES[threshold];
  const needed =
    share === 'more-than-half'
      ? Math.floor(base / 2) + 1
      : Math.ceil((base * share.numerator) / share.denominator);
  return Math.max(1, needed);
};

/** What is counted is said by the base alone; simple and absolute are both more than half of it (D29). */
const SHARES: Readonly<Record<Threshold, 'more-than-half' | Fraction>> = {
  simple: 'more-than-half',
  absolute: 'more-than-half',
  'two-thirds': { numerator: 2, denominator: 3 },
  'three-quarters': { numerator: 3, denominator: 4 },
  unanimous: { numerator: 1, denominator: 1 },
};

const toBase = ({ base }: Majority, count: Count, cast: number): number => {
  switch (base) {
    case 'cast':
      return cast;
    case 'cast-and-abstained':
      return cast + count.counts.abstain;
    case 'present':
      return count.present;
    case 'entitled':
      return count.entitled;
  }
};

type DecidedMajority = Rule<Majority> & { readonly value: Majority };

const findYesNo = ({
  yes,
  no,
  count,
  majority,
  tie,
}: {
  readonly yes: number;
  readonly no: number;
  readonly count: Count;
  readonly majority: DecidedMajority;
  readonly tie: Rule<Tie>;
}): Finding | undefined => {
  const base = toBase(majority.value, count, yes + no);
  const needed = toNeeded(majority.value.threshold, base);
  const decided = { base, needed, elected: [], runOff: [] };
  const isHalf = SHARES[majority.value.threshold] === 'more-than-half';
  // Half of the base on each side: with a larger base neither side has half, and nothing is left to settle.
  if (yes !== no || yes + no !== base || !(isHalf || base === 0)) {
    return { ...decided, outcome: yes >= needed ? 'accepted' : 'rejected', by: majority };
  }
  if (tie.value === null) return undefined;
  return { ...decided, outcome: toTieOutcome(tie.value, count.chairVote), by: tie };
};

const toTieOutcome = (tie: Tie, chairVote: Count['chairVote']): Finding['outcome'] => {
  switch (tie) {
    case 'rejected':
      return 'rejected';
    case 'repeat':
      return 'repeat';
    case 'chair-decides':
      return chairVote === 'yes' ? 'accepted' : chairVote === 'no' ? 'rejected' : 'chair-decides';
  }
};

type Choice = Extract<Count, { kind: 'options' | 'election' }>;
type Option = Choice['counts']['options'][number];

/** Most votes first; the like in the order they were written. */
const toRanked = ({ counts }: Choice): readonly Option[] =>
  counts.options.toSorted(([, left], [, right]) => right - left);

const toNames = (options: readonly Option[]): readonly string[] => options.map(([name]) => name);

/** One seat, or one of several options: more than half of the base, else the best two once more, with all who equal them. */
const findOne = (count: Choice, majority: DecidedMajority): Finding => {
  const ranked = toRanked(count);
  const base = toBase(majority.value, count, sum(ranked.map(([, votes]) => votes)));
  const needed = toNeeded('simple', base);
  const [best, second] = ranked;
  if (best !== undefined && best[1] >= needed) {
    return { outcome: 'elected', base, needed, elected: [best[0]], runOff: [], by: majority };
  }
  if (second === undefined) {
    return { outcome: 'rejected', base, needed, elected: [], runOff: [], by: majority };
  }
  const again = ranked.filter(([, votes]) => votes >= second[1]);
  return { outcome: 'run-off', base, needed, elected: [], runOff: toNames(again), by: OWN_RULE };
};

/** Several seats: the most votes; who ties at the last seat runs once more. Nobody is elected by no vote at all. */
const findSeveral = (count: Choice): Finding => {
  const ranked = toRanked(count).filter(([, votes]) => votes > 0);
  const base = sum(ranked.map(([, votes]) => votes));
  const last = ranked[count.seats - 1]?.[1] ?? 0;
  const next = ranked[count.seats]?.[1] ?? 0;
  const isTie = next > 0 && next === last;
  const elected = toNames(isTie ? ranked.filter(([, votes]) => votes > last) : ranked.slice(0, count.seats));
  const runOff = isTie ? toNames(ranked.filter(([, votes]) => votes === last)) : [];
  const outcome = isTie ? 'run-off' : elected.length === 0 ? 'rejected' : 'elected';
  return { outcome, base, needed: next + 1, elected, runOff, by: OWN_RULE };
};
