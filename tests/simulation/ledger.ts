import type { Id } from '#core/kernel/id.ts';
import type { OutboxName } from '#core/protocol/commands.ts';

/** Something a person wrote, from the moment at which the program said that it is kept. */
export interface Entry {
  readonly mid: Id;
  readonly device: string;
  readonly personId: Id;
  readonly name: OutboxName;
  /** The command's arguments as last revised. */
  args: unknown;
  /** What its author decided about it; `open` as long as nothing. */
  fate: 'open' | 'taken-back' | 'dismissed';
}

/** Everything people wrote: the measure for "nothing is lost silently". */
export interface Ledger {
  readonly entries: ReadonlyMap<Id, Entry>;
  add(entry: Omit<Entry, 'fate'>): void;
  revise(mid: Id, args: unknown): void;
  decide(mid: Id, fate: 'taken-back' | 'dismissed'): void;
}

export const createLedger = (): Ledger => {
  const entries = new Map<Id, Entry>();
  const find = (mid: Id): Entry => {
    const entry = entries.get(mid);
    if (entry === undefined) throw new Error('nobody wrote this');
    return entry;
  };
  return {
    entries,
    add: (entry) => {
      entries.set(entry.mid, { ...entry, fate: 'open' });
    },
    revise: (mid, args) => {
      find(mid).args = args;
    },
    decide: (mid, fate) => {
      find(mid).fate = fate;
    },
  };
};
