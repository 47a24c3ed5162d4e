import type { GroupAnswer, JobRequest } from './group.ts';

/** From the server's thread to the writer. */
export type ToWorker =
  { readonly kind: 'group'; readonly requests: readonly JobRequest[] } | { readonly kind: 'close' };

/** Why the store could not be opened. */
export interface OpenFailure {
  readonly kind: 'failed';
  readonly name: string;
  readonly message: string;
}

/** From the writer to the server's thread. */
export type FromWorker =
  { readonly kind: 'open' } | OpenFailure | { readonly kind: 'answer'; readonly answer: GroupAnswer };
