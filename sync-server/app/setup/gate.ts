import type { Clock, Random } from '#core/kernel/clock.ts';
import {
  afterFailure,
  PAIR_RULE,
  toLockedUntil,
  toRemaining,
  type AttemptRecord,
} from '#server/auth/attempts.ts';
import { CODE_BYTES, normalizeAccessCode, toAccessCode } from '#server/auth/code.ts';
import { isSameHash, toTokenHash } from '#server/auth/hash.ts';

/** Why somebody was not let in, as the refused response carries it. */
export interface GateRefusal {
  readonly reason: 'unauthenticated' | 'wrong-credentials' | 'rate-limited';
  readonly remaining?: number;
  readonly until?: number;
}

/** Lets people into set-up: whoever sits at the server, and whoever knows the code its console shows. */
export interface Gate {
  readonly code: string;
  /** Undefined lets in. */
  admit(isAtServer: boolean, code: string | undefined): GateRefusal | undefined;
}

/**
 * The code has 30 random bits and lives as long as this process has no school. Wrong ones are counted for everybody
 * together, since behind a proxy all have one address; whoever guesses locks out only those who are not at the server.
 */
export const createGate = (clock: Clock, random: Random): Gate => {
  const code = toAccessCode(random.bytes(CODE_BYTES));
  const right = toTokenHash(normalizeAccessCode(code));
  let record: AttemptRecord | undefined;
  return {
    code,
    admit: (isAtServer, given) => {
      if (isAtServer) return undefined;
      if (given === undefined) return { reason: 'unauthenticated' };
      const now = clock.now();
      const locked = toLockedUntil(record, now);
      // Before the comparison: while it is locked not even the right code opens, or guessing would go on.
      if (locked !== undefined) return { reason: 'rate-limited', until: locked };
      if (isSameHash(toTokenHash(normalizeAccessCode(given)), right)) return undefined;
      record = afterFailure(record, PAIR_RULE, now);
      const remaining = toRemaining(record, PAIR_RULE);
      const until = toLockedUntil(record, now);
      return {
        reason: 'wrong-credentials',
        ...(remaining === undefined ? {} : { remaining }),
        ...(until === undefined ? {} : { until }),
      };
    },
  };
};
