import type { Committed } from './door.job.ts';

/** Whether anybody has anything to hear of what was committed. */
export const isWorthTelling = (committed: Committed): boolean =>
  isAboutDocuments(committed) ||
  (committed.meetings ?? []).length > 0 ||
  (committed.turnouts ?? []).length > 0;

/** Whether it concerns what replicas hold; a raised hand does not. */
export const isAboutDocuments = ({ changes, membershipChanged, endedSessions = [] }: Committed): boolean =>
  changes.length > 0 || membershipChanged.length > 0 || endedSessions.length > 0;
