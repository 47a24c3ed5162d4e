import type { BehaviorSubject, Observable } from 'rxjs';
import type { SearchHit } from '../contract.ts';
import type { Documents } from '../database.ts';
import type { Environment } from '../environment.ts';

/** The search over one profile's replica. */
export interface Search {
  find(query: string, limit: number): Promise<readonly SearchHit[]>;
  /** What arrived, changed or went is in the index now: the same query may find something else. */
  readonly changed$: Observable<void>;
  close(): Promise<void>;
}

export interface SearchOptions {
  /** Changes when a reset swaps the database. */
  readonly documents$: BehaviorSubject<Documents>;
  readonly prefix: string;
  readonly key: CryptoKey;
  readonly environment: Environment;
}

export type OpenSearch = (options: SearchOptions) => Search;
