import type { Presence, QuorumNote, RollEntry } from '../outcome.ts';
import { isQuorate } from '../../votes/decide.ts';
import type { Quorum } from '../../votes/rule-set.ts';
import type { CalledItem, Meeting, Roll } from './meeting.ts';

/** Numbers of the roll and the quorum they make, by the rules frozen at the opening. */
export interface RollCount {
  /** Entitled and not dormant; for an item only those who may vote on it. */
  readonly entitled: number;
  readonly present: number;
  readonly excused: number;
  /** Everybody who is there, guests and advisers included. */
  readonly inRoom: number;
  /** The smallest number that makes a quorum; 0 where the body has no such rule. */
  readonly needed: number;
  readonly quorate: boolean;
  readonly citation: string | null;
  readonly verified: boolean;
}

/** Whether the person may vote on the item: entitled in the body, and named by the item where it names anybody. */
export const isEntitled = (entry: RollEntry, item: CalledItem | null): boolean =>
  entry.status === 'entitled' &&
  (item?.entitled?.includes(entry.person.id) ?? true) &&
  (item?.circle?.includes(entry.person.id) ?? true);

/** Counts the roll; `item` narrows who is entitled. */
export const countRoll = (
  { roll, ruleSet, secondCall }: Pick<Meeting, 'roll' | 'ruleSet' | 'secondCall'>,
  item: CalledItem | null,
): RollCount => {
  let [entitled, present, excused, inRoom] = [0, 0, 0, 0];
  for (const entry of Object.values(roll)) {
    if (entry.presence === 'present') inRoom += 1;
    if (!isEntitled(entry, item)) continue;
    entitled += 1;
    if (entry.presence === 'present') present += 1;
    if (entry.presence === 'excused') excused += 1;
  }
  const rule = ruleSet?.quorum;
  const quorum = rule?.value ?? null;
  return {
    entitled,
    present,
    excused,
    inRoom,
    needed: quorum === null ? 0 : toNeededPresent(quorum, entitled, secondCall),
    quorate: quorum === null || isQuorate(quorum, { entitled, present, secondCall }),
    citation: rule?.citation ?? null,
    verified: rule?.verified ?? false,
  };
};

const toNeededPresent = (quorum: Quorum, entitled: number, secondCall: boolean): number => {
  if (secondCall && quorum.secondCall === 'any-number') return 1;
  const share = (entitled * quorum.fraction.numerator) / quorum.fraction.denominator;
  return Math.max(1, quorum.strict ? Math.floor(share) + 1 : Math.ceil(share));
};

/** The quorum as it is kept; a restricted item has no label. */
export const toQuorumNote = (meeting: Meeting, item: CalledItem | null): QuorumNote => {
  const { present, entitled, quorate } = countRoll(meeting, item);
  const label = item === null || item.circle !== null ? {} : { label: item.label };
  return { ...label, present, entitled, quorate };
};

/**
 * The entry with this presence. Who comes once an item was called is late "from item n", who goes then has left early;
 * who comes back has not left. Whoever was never there has neither.
 */
export const withPresence = (entry: RollEntry, presence: Presence, label: string | null): RollEntry => {
  if (entry.presence === presence) return entry;
  const { person, status, from } = entry;
  const came = from === undefined ? {} : { from };
  if (presence === 'present') {
    const late = label === null ? {} : { from: label };
    return { person, status, presence, ...(entry.presence === 'left' ? came : late) };
  }
  if (presence === 'left' && entry.presence === 'present') {
    return { person, status, presence, ...came, ...(label === null ? {} : { until: label }) };
  }
  return { person, status, presence };
};

/** The roll with these entries instead of the ones of the same persons. */
export const mergeRoll = (roll: Roll, entries: readonly RollEntry[]): Roll => ({
  ...roll,
  ...Object.fromEntries(entries.map((entry) => [entry.person.id, entry])),
});
