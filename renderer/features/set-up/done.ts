import type { Instant } from '#core/kernel/clock.ts';
import type { AdministratorAnswer } from './answers.ts';

/** Signs the first administrator in and goes on to a page. */
export type Enter = (shortCode: string, password: string, path: string) => Promise<void>;

/** What stands on the second administrator's slip. */
export interface SecondSlip {
  readonly school: string;
  /** Of the server, the one for everybody first; empty where none is known. */
  readonly addresses: readonly string[];
  /** Whose it is, and who answers questions. */
  readonly person: Names;
  readonly first: Names;
  /** As it is shown: `7K3M-Q2XD`. */
  readonly code: string;
  readonly until: Instant;
}

type Names = Pick<AdministratorAnswer, 'firstName' | 'lastName' | 'shortCode'>;

/** Sets a slip as PDF; rejects where the engine cannot be loaded. */
export type ToSlip = (slip: SecondSlip) => Promise<Blob>;
