import type { Id } from '#core/kernel/id.ts';

/** Where the page leads: features know no addresses. */
export interface ImportLinks {
  readonly person: (id: Id) => string;
  readonly directory: string;
  /** Where invitation slips are handed out. */
  readonly slips: string;
}
