import type { Locks } from './environment.ts';

/**
 * One tab of a profile leads: it has the line to the server, pulls and sends (D16). The others follow its writes live. The
 * lock falls to the next tab the moment the leader closes or crashes, whatever database the replica lies in just then.
 */
export interface Leadership {
  /** Resolves when this tab leads; never if it is given up before. */
  readonly led: Promise<void>;
  giveUp(): void;
}

/** Stands for the lead of a profile. Without Web Locks there is one tab, and it leads. */
export const standForLead = (name: string, locks: Locks | undefined): Leadership => {
  const { promise: led, resolve: lead } = Promise.withResolvers<void>();
  if (locks === undefined) {
    lead();
    return { led, giveUp: () => undefined };
  }
  const { promise: given, resolve: release } = Promise.withResolvers<void>();
  const abort = new AbortController();
  locks
    .request(`leader:${name}`, { signal: abort.signal }, () => {
      lead();
      return given;
    })
    .catch(() => {
      // Given up before it was our turn.
    });
  return {
    led,
    giveUp: () => {
      abort.abort();
      release();
    },
  };
};
