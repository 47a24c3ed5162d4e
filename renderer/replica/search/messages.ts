import type { IndexEntry } from './entry.ts';
import type { Found } from './search-index.ts';

/** How far the index has come: in which database of the replica, and up to which write there. */
export interface Progress {
  /** The name of the database. */
  readonly generation: string;
  /** RxDB's time of the last write that was taken in; 0 for none. */
  readonly upTo: number;
}

/** What a tab says to the search worker. */
export type ToWorker =
  /** First of all: which profile, and its key. The index is loaded, if it is not there already. */
  | { readonly type: 'open'; readonly prefix: string; readonly key: CryptoKey; readonly generation: string }
  /** Documents of the replica, in the order of writing. */
  | {
      readonly type: 'feed';
      readonly progress: Progress;
      readonly entries: readonly { readonly entry: IndexEntry; readonly isFindable: boolean }[];
      readonly removed: readonly string[];
    }
  /** Everything was fed: so many documents of each kind should be known. */
  | {
      readonly type: 'check';
      readonly id: number;
      readonly counts: readonly (readonly [IndexEntry['kind'], number])[];
    }
  /** Begin anew: always if something was missing, else only if another tab has not done so already. */
  | { readonly type: 'clear'; readonly generation: string; readonly isIncomplete: boolean }
  | { readonly type: 'find'; readonly id: number; readonly query: string; readonly limit: number }
  /** The profile is locked: forget index and key. */
  | { readonly type: 'forget' };

/** What the worker says. */
export type FromWorker =
  | { readonly type: 'opened'; readonly progress: Progress }
  | { readonly type: 'checked'; readonly id: number; readonly isComplete: boolean }
  | { readonly type: 'found'; readonly id: number; readonly found: readonly Found[] };
