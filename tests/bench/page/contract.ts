import type { Id } from '#core/kernel/id.ts';

/** What the benchmark calls in its pages, through `page.evaluate`. Durations are milliseconds; instants are UTC milliseconds. */

export interface Opening {
  readonly personId: Id;
  readonly token: string;
}

/** The page with our replica. */
export interface OursPage {
  /** Opens an empty replica and waits until everything has arrived: the first rows painted, and all of it stored. */
  fill(opening: Opening, rows: number): Promise<{ readonly first: number; readonly all: number }>;
  /** Unlocks the profile with its filled replica and waits until its list, or the word that there is none, is painted. */
  start(opening: Opening): Promise<number>;
  /** Waits until the server has said that nothing is missing. */
  inSync(): Promise<void>;
  /** Waits until this announcement, the last to be taken in, is found by its title. */
  searchable(title: string, id: string): Promise<void>;
  /** Waits until the search index is stored once more. */
  indexStored(): Promise<void>;
  /** Cuts the line to the server, as a broken cable does. */
  cut(): Promise<void>;
  /** Mends it; how long it takes until everything missed is stored. */
  mend(): Promise<number>;
  /** When the list with this announcement was painted. */
  painted(id: string): Promise<number>;
  /** Searches for each query in turn: how long each took, and how many hits all had together. */
  search(queries: readonly string[]): Promise<{ readonly times: readonly number[]; readonly hits: number }>;
  /** The revisions of all announcements in the replica, by id. */
  revisions(): Promise<Readonly<Record<string, number>>>;
  /** Seals and stores a file of so many bytes in a new cabinet: how long it takes. */
  keepFile(bytes: number): Promise<number>;
  /** Stores as many bytes as one blob in a plain Dexie table, not sealed. */
  storeBlob(bytes: number): Promise<number>;
  close(): Promise<void>;
  now(): number;
}

/** The page with the peer and the limit. */
export interface PeersPage {
  /** Replicates everything into a new or known database. */
  replicate(remote: string, batchSize: number): Promise<{ readonly took: number; readonly count: number }>;
  /** Shows the newest 50 and follows the server. */
  follow(remote: string): Promise<void>;
  painted(id: string): Promise<number>;
  /** Puts the documents behind this address into a plain Dexie table. */
  bulkPut(url: string): Promise<number>;
  now(): number;
}

declare global {
  interface Window {
    readonly ours: OursPage;
    readonly peers: PeersPage;
  }
}
