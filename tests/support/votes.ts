import { encodeBase32, type Id } from '#core/kernel/id.ts';
import { decideVote, type VoteCommand, type VoteContext } from '#core/votes/decide-vote.ts';
import { findRuleSet } from '#core/votes/rule-sets/rule-sets.ts';
import type { RuleSet } from '#core/votes/rule-set.ts';
import { open, read } from '#core/votes/rule-sets/source.ts';
import {
  foldVote,
  voteEventSchema,
  type VoteEvent,
  type VoteQuestion,
  type VoteState,
} from '#core/votes/vote.ts';
import type { VoteCounts } from '#core/votes/vote-record.ts';

/** Votes for tests: people, rule sets of several Länder, and a vote that is driven by commands as the server does it. */

/** The id of the n-th of something. */
export const toTestId = (kind: string, number: number): Id => {
  const bytes = new Uint8Array(16);
  bytes.set(new TextEncoder().encode(kind).subarray(0, 8));
  new DataView(bytes.buffer).setUint32(12, number);
  return encodeBase32(bytes) as Id;
};

export const people = (count: number): readonly Id[] =>
  Array.from({ length: count }, (_, index) => toTestId('person', index));

export const ITEM = toTestId('item', 1);
export const CONFERENCE = toTestId('conf', 1);
export const CHAIR = toTestId('person', 0);

export const bw = (): RuleSet => {
  const found = findRuleSet('bw-staff');
  if (found === undefined) throw new Error('the rule set of Baden-Württemberg is missing');
  return found;
};

const quorum = (
  numerator: number,
  denominator: number,
  rest: Partial<NonNullable<RuleSet['quorum']['value']>> = {},
) => ({
  fraction: { numerator, denominator },
  strict: true,
  base: 'entitled' as const,
  allInvited: false,
  secondCall: 'same' as const,
  ...rest,
});

/** Rule sets of other Länder, as far as the table of sources tells them; what it does not tell stays open. */
export const others = {
  /** Votes cast, the chair settles a tie; when it is quorate was not read. */
  westphalia: (): RuleSet => ({
    ...bw(),
    id: 'nw-staff',
    land: 'NW',
    quorum: open('§ 63 SchulG NRW'),
    majority: read({ base: 'cast', threshold: 'simple' }, '§ 63 SchulG NRW'),
    tie: read('chair-decides', '§ 63 SchulG NRW'),
    secrecy: open(),
  }),
  /** Nobody abstains, the vote is open, a second call needs no quorum. */
  bavaria: (): RuleSet => ({
    ...bw(),
    id: 'by-staff',
    land: 'BY',
    quorum: read(
      quorum(1, 2, { base: 'members', allInvited: true, secondCall: 'any-number' }),
      'Schulordnung',
    ),
    majority: read({ base: 'cast', threshold: 'simple' }, 'Schulordnung'),
    abstention: read('forbidden', 'Schulordnung'),
    tie: read('chair-decides', 'Schulordnung'),
    secrecy: read({ kind: 'never' }, 'Schulordnung'),
  }),
  /** At least a third; matters of its own procedure need more than half of all members. */
  berlin: (): RuleSet => ({
    ...bw(),
    id: 'be-staff',
    land: 'BE',
    quorum: read(quorum(1, 3, { strict: false }), '§ 116 SchulG Berlin'),
    majority: read({ base: 'cast', threshold: 'simple' }, '§ 116 SchulG Berlin'),
    tie: open('§ 116 SchulG Berlin'),
    secrecy: open('§ 116 SchulG Berlin'),
  }),
  /** Secret on demand of a fifth; all else was not read. */
  hesse: (): RuleSet => ({
    ...bw(),
    id: 'he-staff',
    land: 'HE',
    quorum: open(),
    majority: open(),
    tie: open(),
    secrecy: read({ kind: 'on-demand', fraction: { numerator: 1, denominator: 5 } }, '§ 26 Abs. 3 KonfO'),
  }),
};

export const question = (change: Partial<VoteQuestion> = {}): VoteQuestion => ({
  itemId: ITEM,
  wording: 'Das Handykonzept gilt ab dem zweiten Halbjahr.',
  voteKind: 'yes-no',
  options: [],
  seats: 1,
  procedure: 'show-of-hands',
  ...change,
});

/** One vote after another, with its log; `context` may be changed between two commands. */
export const createVoting = (change: Partial<Omit<VoteContext, 'recordOf'>> = {}) => {
  const present = people(41);
  const context: { current: Omit<VoteContext, 'recordOf'> } = {
    current: {
      now: 1_000,
      actorId: CHAIR,
      rules: bw(),
      secondCall: false,
      itemId: ITEM,
      roll: { entitled: 75, present },
      isInRoom: (id) => people(60).includes(id),
      ...change,
    },
  };
  const log: VoteEvent[] = [];
  const records = new Map<Id, 'decided' | 'stopped' | 'annulled'>();
  let vote: VoteState | null = null;
  const append = (events: readonly VoteEvent[]): void => {
    for (const event of events) {
      // As it comes out of the log again.
      const kept = voteEventSchema.parse(JSON.parse(JSON.stringify(event)));
      log.push(kept);
      vote = foldVote(vote, kept);
      if (kept.type === 'decided' || kept.type === 'stopped' || kept.type === 'annulled') {
        records.set(kept.voteId, kept.type);
      }
    }
  };
  return {
    log,
    context,
    append,
    records,
    vote: (): VoteState | null => vote,
    /** The kind of refusal, or the events it made. */
    give: (command: VoteCommand): string | readonly VoteEvent[] => {
      const decided = decideVote(vote, command, { ...context.current, recordOf: (id) => records.get(id) });
      if (!decided.ok) return decided.refusal;
      append(decided.value);
      return decided.value;
    },
  };
};

type Args<Name extends VoteCommand['name']> = Omit<
  Extract<VoteCommand, { name: Name }>['args'],
  'conferenceId' | 'voteId'
>;

/** A command to the n-th vote. */
export const to = <Name extends VoteCommand['name']>(name: Name, args: Args<Name>, number = 1): VoteCommand =>
  ({ name, args: { conferenceId: CONFERENCE, voteId: toTestId('vote', number), ...args } }) as VoteCommand;

export type Voting = ReturnType<typeof createVoting>;

/** A vote that was worded, shown and opened. */
export const opened = (
  change: Partial<VoteQuestion> = {},
  context: Parameters<typeof createVoting>[0] = {},
): Voting => {
  const voting = createVoting(context);
  for (const command of [to('prepare-vote', question(change)), to('show-vote', {}), to('open-vote', {})]) {
    const given = voting.give(command);
    if (typeof given === 'string') throw new Error(`${command.name}: ${given}`);
  }
  return voting;
};

export const of = (yes: number, no: number, abstain = 0, invalid = 0): VoteCounts => ({
  yes,
  no,
  abstain,
  invalid,
});
