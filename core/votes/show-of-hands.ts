import type { Abstention } from './rule-set.ts';
import { sum } from './count.ts';
import { toWords, type Side, type Token } from './hand-words.ts';
import type { VoteCounts, VoteKind } from './vote-record.ts';

/** Of whom the line speaks. */
export interface HandsContext {
  readonly voteKind: VoteKind;
  /** Names of the options; empty for yes and no. */
  readonly options: readonly string[];
  readonly seats: number;
  /** How many people voted: all who are entitled and there, or have drawn a slip. The counts must account for each. */
  readonly people: number;
  readonly abstention: Abstention | null;
}

/** What a line does not say, or says wrongly; the screen asks for exactly that. */
export type HandsLack =
  | { readonly kind: 'nothing' }
  /** A word that is not understood. */
  | { readonly kind: 'word'; readonly word: string }
  /** A number without "dafür", "dagegen" or the like beside it, so that it could mean either. */
  | { readonly kind: 'side'; readonly numbers: readonly number[] }
  /** No number at all, only what came of it. */
  | { readonly kind: 'numbers' }
  /** The same side twice, or two of "alle" and "Rest". */
  | { readonly kind: 'twice' }
  /** So many are not accounted for, or are too many. */
  | { readonly kind: 'people'; readonly counted: number; readonly people: number }
  /** Said to be unanimous, accepted or rejected, which the numbers are not. */
  | { readonly kind: 'contradiction' }
  | { readonly kind: 'abstention-forbidden' }
  /** An option has more votes than people voted, or has none said where several may be chosen. */
  | { readonly kind: 'option'; readonly index: number };

export type HandsReading =
  { readonly ok: true; readonly counts: VoteCounts } | { readonly ok: false; readonly lack: HandsLack };

/**
 * Reads the one line in which a chair enters a show of hands: "einstimmig bei 3 Enthaltungen", "1 dagegen, 5 enthalten,
 * Rest dafür", "28 ja 9 nein 4 enthaltungen", for options "1: 20, 2: 15, 6 enthalten". What could mean two things is
 * not guessed: the reading says what is missing.
 */
export const readHands = (line: string, context: HandsContext): HandsReading => {
  const words = toWords(line, context.options);
  if ('unknown' in words) return lacks({ kind: 'word', word: words.unknown });
  if (words.tokens.length === 0) return lacks({ kind: 'nothing' });
  const said = toSaid(words.tokens);
  if ('kind' in said) return lacks(said);
  const { abstention, people } = context;
  if (abstention === 'forbidden' && (said.sides.get('abstain') ?? 0) !== 0) {
    return lacks({ kind: 'abstention-forbidden' });
  }
  for (const amount of [...said.sides.values(), ...said.options.values()]) {
    if (typeof amount === 'number' && amount > people)
      return lacks({ kind: 'people', counted: amount, people });
  }
  return context.voteKind === 'yes-no' ? readYesNo(said, context) : readOptions(said, context);
};

const lacks = (lack: HandsLack): HandsReading => ({ ok: false, lack });

type Amount = number | 'rest' | 'all';

/** What was said of each side or option. */
interface Said {
  readonly sides: ReadonlyMap<Side, Amount>;
  readonly options: ReadonlyMap<number, Amount>;
  readonly claim: 'yes' | 'no' | null;
  readonly unanimous: boolean;
}

/** Takes what stands for itself out of the line ("einstimmig dagegen", "angenommen"); what remains are pairs. */
const toSaid = (tokens: readonly Token[]): Said | HandsLack => {
  const claims = new Set<'yes' | 'no'>();
  const parts: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    if (token.type === 'claim') claims.add(token.side);
    else if (token.type === 'side' && isUnclaimed(token.side) && isAlone(before, after))
      claims.add(token.side);
    // "alle anderen" are the rest.
    else if (token.type === 'rest' && before?.type === 'all') parts.splice(-1, 1, token);
    else if (token.type !== 'unanimous') parts.push(token);
  }
  if (claims.size > 1) return { kind: 'contradiction' };
  const [claim = null] = claims;
  const paired = toPairs(parts);
  if ('kind' in paired) return paired;
  return { ...paired, claim, unanimous: tokens.some(({ type }) => type === 'unanimous') };
};

/** Whether a side belongs to "einstimmig" beside it and waits for no number: "einstimmig dagegen bei 3 Enthaltungen". */
const isAlone = (before: Token | undefined, after: Token | undefined): boolean =>
  before?.type === 'unanimous' || (before === undefined && after?.type === 'unanimous');

/**
 * Pairs amounts with sides and options. Either every amount stands before what it counts ("3 dagegen") or every one behind
 * it ("Nein: 3"); which of them it is, the first pair says, for sides and options apart.
 */
const toPairs = (parts: readonly Token[]): Pick<Said, 'sides' | 'options'> | HandsLack => {
  const sides = new Map<Side, Amount>();
  const options = new Map<number, Amount>();
  const order = new Map<Token['type'], boolean>();
  for (let at = 0; at < parts.length; at += 2) {
    const [left, right] = [parts[at], parts[at + 1]];
    if (left === undefined || right === undefined) return toPairLack(parts);
    const [isLeft, isRight] = [isNamed(left), isNamed(right)];
    const amount = toAmount(isLeft ? right : left);
    const what = isLeft ? left : right;
    if (isLeft === isRight || amount === undefined) return toPairLack(parts);
    // "ohne" and "keine" stand before what they count in either order.
    if (left.type !== 'none' && (order.get(what.type) ?? isLeft) !== isLeft) return toPairLack(parts);
    if (left.type !== 'none') order.set(what.type, isLeft);
    if (what.type === 'side' && !sides.has(what.side)) sides.set(what.side, amount);
    else if (what.type === 'option' && !options.has(what.index)) options.set(what.index, amount);
    else return { kind: 'twice' };
  }
  const isOpenTwice = [...sides.values(), ...options.values()].filter(isOpen).length > 1;
  return isOpenTwice ? { kind: 'twice' } : { sides, options };
};

const isNamed = (token: Token): boolean => token.type === 'side' || token.type === 'option';

const isOpen = (amount: Amount): boolean => amount === 'rest' || amount === 'all';

const isUnclaimed = (side: Side): side is 'yes' | 'no' => side === 'yes' || side === 'no';

const toAmount = (token: Token): Amount | undefined => {
  switch (token.type) {
    case 'number':
      return token.value;
    case 'none':
      return 0;
    case 'rest':
    case 'all':
      return token.type;
    case 'side':
    case 'claim':
    case 'unanimous':
    case 'option':
      return undefined;
  }
};

const toPairLack = (parts: readonly Token[]): HandsLack => {
  const numbers = parts.flatMap((token) => (token.type === 'number' ? [token.value] : []));
  return numbers.length === 0 ? { kind: 'numbers' } : { kind: 'side', numbers };
};

const readYesNo = (said: Said, { people }: HandsContext): HandsReading => {
  const { claim, unanimous } = said;
  const sides = new Map(said.sides);
  const [carried, lost] = claim === 'no' ? (['no', 'yes'] as const) : (['yes', 'no'] as const);
  if (unanimous && (sides.get(lost) ?? 0) !== 0) return lacks({ kind: 'contradiction' });
  // "angenommen bei 3 Gegenstimmen": who carried it is everybody else. Of abstentions alone that does not follow.
  const isImplied = unanimous || (claim !== null && sides.has(lost) && ![...sides.values()].some(isOpen));
  if (isImplied && !sides.has(carried)) sides.set(carried, 'rest');
  if (sides.size === 0) return lacks({ kind: 'numbers' });
  const given = sum([...sides.values()].filter((amount) => typeof amount === 'number'));
  const of = (side: Side): number => toNumber(sides.get(side) ?? 0, given, people);
  const counts = { yes: of('yes'), no: of('no'), abstain: of('abstain'), invalid: of('invalid') };
  const counted = counts.yes + counts.no + counts.abstain + counts.invalid;
  if (counted !== people) return lacks({ kind: 'people', counted, people });
  // With a majority of two thirds more can be for it and it is rejected all the same; fewer never carry it.
  if (claim === 'yes' && counts.yes < counts.no) return lacks({ kind: 'contradiction' });
  return unanimous && counts[carried] === 0 ? lacks({ kind: 'contradiction' }) : { ok: true, counts };
};

const toNumber = (amount: Amount, given: number, people: number): number => {
  if (amount === 'rest') return Math.max(0, people - given);
  return amount === 'all' ? people : amount;
};

const readOptions = (said: Said, { options, seats, people }: HandsContext): HandsReading => {
  const { sides, options: named } = said;
  if (sides.has('yes') || sides.has('no') || said.claim !== null || said.unanimous) {
    return lacks({ kind: 'numbers' });
  }
  const given = sum([...named.values(), ...sides.values()].filter((amount) => typeof amount === 'number'));
  const abstain = toNumber(sides.get('abstain') ?? 0, given, people);
  const invalid = toNumber(sides.get('invalid') ?? 0, given, people);
  const votes = options.map((_, index) => toNumber(named.get(index) ?? 0, given, people));
  const [counted, voters] = [sum(votes), people - abstain - invalid];
  const isOff = { kind: 'people', counted: counted + abstain + invalid, people } as const;
  if (seats === 1) {
    return counted === voters ? { ok: true, counts: { options: votes, abstain, invalid } } : lacks(isOff);
  }
  // With several votes each nothing can be reckoned: every candidate's number has to be said.
  const unsaid = options.findIndex((_, index) => typeof named.get(index) !== 'number');
  const above = votes.findIndex((number) => number > voters);
  const isSaid = voters === 0 || unsaid === -1;
  if (!isSaid) return lacks({ kind: 'option', index: unsaid });
  if (above !== -1) return lacks({ kind: 'option', index: above });
  return counted >= voters && counted <= voters * seats
    ? { ok: true, counts: { options: votes, abstain, invalid } }
    : lacks(isOff);
};

/**
 * The line that reads a count back, in full and without "Rest", so that nothing is left to understand. Read again it gives
 * the same counts.
 */
export const writeHands = (counts: VoteCounts): string => {
  const named =
    counts.options === undefined
      ? [`${counts.yes ?? 0} dafür`, `${counts.no ?? 0} dagegen`]
      : counts.options.map((number, index) => `${index + 1}: ${number}`);
  const spoken = [...named, `${counts.abstain} enthalten`];
  return [...spoken, ...(counts.invalid > 0 ? [`${counts.invalid} ungültig`] : [])].join(', ');
};
