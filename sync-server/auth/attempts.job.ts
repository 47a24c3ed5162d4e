import type { Instant } from '#core/kernel/clock.ts';
import type { Reader, Transaction } from '#server/storage/contract/storage.ts';
import {
  ADDRESS_RULE,
  PERSON_RULE,
  afterFailure,
  toLockedUntil,
  toRemaining,
  type AttemptRecord,
} from './attempts.ts';

/** The scopes an attempt counts for: keyed hashes, so that neither mistyped passwords nor addresses are stored. */
export interface AttemptScopes {
  readonly person: string;
  readonly address: string;
}

/** Why an attempt failed, as the refused response carries it. */
export interface AttemptRefusal {
  readonly reason: 'wrong-credentials' | 'rate-limited';
  readonly remaining?: number;
  readonly until?: Instant;
}

interface Row {
  readonly failures: number;
  readonly last_at: number;
  readonly locked_until: number;
}

const load = async (reader: Reader, scope: string): Promise<AttemptRecord | undefined> => {
  const row = await reader.get<Row>(
    'select failures, last_at, locked_until from attempt where scope = ?',
    scope,
  );
  return row && { failures: row.failures, lastAt: row.last_at, lockedUntil: row.locked_until };
};

const store = async (transaction: Transaction, scope: string, record: AttemptRecord): Promise<void> => {
  await transaction.run(
    `insert into attempt (scope, failures, last_at, locked_until) values (?, ?, ?, ?)
     on conflict (scope) do update set failures = excluded.failures, last_at = excluded.last_at,
       locked_until = excluded.locked_until`,
    scope,
    record.failures,
    record.lastAt,
    record.lockedUntil,
  );
};

/**
 * Refuses while the short code or the address is locked. Asked once before the slow hash, so that a flood costs nothing,
 * and again inside the transaction, so that parallel guesses all count.
 */
export const refuseLocked = async (
  reader: Reader,
  scopes: AttemptScopes,
  now: Instant,
): Promise<AttemptRefusal | undefined> => {
  const until =
    toLockedUntil(await load(reader, scopes.person), now) ??
    toLockedUntil(await load(reader, scopes.address), now);
  return until === undefined ? undefined : { reason: 'rate-limited', until };
};

/** Counts one failure for the short code and the address. */
export const countFailure = async (
  transaction: Transaction,
  scopes: AttemptScopes,
  now: Instant,
): Promise<AttemptRefusal> => {
  const person = afterFailure(await load(transaction, scopes.person), PERSON_RULE, now);
  const address = afterFailure(await load(transaction, scopes.address), ADDRESS_RULE, now);
  await store(transaction, scopes.person, person);
  await store(transaction, scopes.address, address);
  await transaction.run('delete from attempt where last_at < ?', now - PERSON_RULE.memory);
  const remaining = toRemaining(person, PERSON_RULE);
  const until = toLockedUntil(person, now) ?? toLockedUntil(address, now);
  return {
    reason: 'wrong-credentials',
    ...(remaining === undefined ? {} : { remaining }),
    ...(until === undefined ? {} : { until }),
  };
};

/** Forgets the failures of a short code after a success; those of the address only fade, or one's own account would reset them. */
export const forgetFailures = async (transaction: Transaction, scopes: AttemptScopes): Promise<void> => {
  await transaction.run('delete from attempt where scope = ?', scopes.person);
};
