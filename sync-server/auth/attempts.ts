import type { Instant } from '#core/kernel/clock.ts';
import { LIMITS } from '#core/protocol/limits.ts';

/** What is remembered of failed attempts at one short code, from one address, or of both together. */
export interface AttemptRecord {
  readonly failures: number;
  readonly lastAt: Instant;
  readonly lockedUntil: Instant;
}

/** How many failures are borne, and after how many milliseconds without one they are forgotten. */
export interface AttemptRule {
  readonly limit: number;
  readonly memory: number;
}

/** At one short code (or slip) from one address: a stranger elsewhere does not keep its person out. */
export const PAIR_RULE: AttemptRule = { limit: LIMITS.attemptsPerPerson, memory: 24 * 3_600_000 };
/** At one short code (or slip) from everywhere: a ceiling that no single address reaches within a day. */
export const PERSON_RULE: AttemptRule = { limit: LIMITS.attemptsFromEverywhere, memory: 24 * 3_600_000 };
export const ADDRESS_RULE: AttemptRule = { limit: LIMITS.attemptsPerAddress, memory: 3_600_000 };
/** Proofs asked for from one address (D19). */
export const PROOF_RULE: AttemptRule = { limit: LIMITS.proofsPerAddress, memory: 3_600_000 };

/** From this failure on the person is told how many attempts are left. */
const TELL_FROM = 3;
const FIRST_LOCK = 60_000;
/** Locks grow, but nobody can lock a colleague out for a whole morning. */
const LONGEST_LOCK = 15 * 60_000;

/** Until when attempts are refused, or undefined if one is allowed now. */
export const toLockedUntil = (record: AttemptRecord | undefined, now: Instant): Instant | undefined =>
  record !== undefined && record.lockedUntil > now ? record.lockedUntil : undefined;

/** The record after one more failure: from the limit on each failure locks twice as long as the one before. */
export const afterFailure = (
  record: AttemptRecord | undefined,
  rule: AttemptRule,
  now: Instant,
): AttemptRecord => {
  const isForgotten = record === undefined || now - record.lastAt > rule.memory;
  const failures = (isForgotten ? 0 : record.failures) + 1;
  const beyond = failures - rule.limit;
  const lock = beyond < 0 ? 0 : Math.min(FIRST_LOCK * 2 ** Math.min(beyond, 10), LONGEST_LOCK);
  return { failures, lastAt: now, lockedUntil: lock === 0 ? 0 : now + lock };
};

/** How many attempts are left, once that is told at all. */
export const toRemaining = (record: AttemptRecord, rule: AttemptRule): number | undefined =>
  record.failures < TELL_FROM ? undefined : Math.max(0, rule.limit - record.failures);
