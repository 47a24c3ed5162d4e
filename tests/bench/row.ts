import type { Lab } from './lab.ts';

/** What a row measured, in its unit. A peer or a limit that a row does not have stays undefined. */
export interface Figures {
  readonly ours: number;
  readonly peer?: number;
  readonly limit?: number;
}

/** What a row must hold: `ours` at most `factor` times the peer or the limit. */
export interface Bar {
  readonly against: 'peer' | 'limit';
  readonly factor: number;
}

/** A line of the table. Smaller is better in every one. */
export interface Row {
  readonly id: string;
  readonly unit: 'ms' | 'MB' | 'kB';
  readonly peerName?: string;
  readonly limitName?: string;
  readonly bars: readonly Bar[];
  measure(lab: Lab): Promise<Figures>;
}

/** A row with its figures. */
export interface Result {
  readonly row: Row;
  readonly figures: Figures;
}

/** The middle value; of an even number of values the lower of the two in the middle. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** The smallest value that at least this share of the values does not exceed. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
};

/** Measures once for a run, whoever asks: several rows read one measurement. */
export const once = <Value>(measure: (lab: Lab) => Promise<Value>): ((lab: Lab) => Promise<Value>) => {
  const known = new WeakMap<Lab, Promise<Value>>();
  return (lab) => {
    const value = known.get(lab) ?? measure(lab);
    known.set(lab, value);
    return value;
  };
};
