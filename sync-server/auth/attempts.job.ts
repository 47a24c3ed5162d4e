import type { Instant } from '#core/kernel/clock.ts';
import type { Reader, Transaction } from '#server/storage/contract/storage.ts';
import {
  ADDRESS_RULE,
  PAIR_RULE,
  PERSON_RULE,
  afterFailure,
  toLockedUntil,
  toRemaining,
  type AttemptRecord,
  type AttemptRule,
} from './attempts.ts';

/** The scopes an attempt counts for: keyed hashes, so that neither mistyped passwords nor addresses are stored. */
export interface AttemptScopes {
  /** The short code or slip together with the address; with the device where the person was signed in on it before. */
  readonly pair: string;
  /** The short code or slip, from everywhere. */
  readonly person: string;
  readonly address: string;
  /** The person was signed in on this device before. */
  readonly isKnownDevice: boolean;
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
 * Refuses while the short code is locked for the address, for everybody, or the address itself is. Asked once before the
 * slow hash, so that a flood costs nothing, and again inside the transaction, so that parallel guesses all count. A device
 * on which the person was signed in before has a count of its own: whoever tries elsewhere, or from the same address behind
 * a proxy, locks nobody out of it.
 */
export const refuseLocked = async (
  reader: Reader,
  scopes: AttemptScopes,
  now: Instant,
): Promise<AttemptRefusal | undefined> => {
  const places = scopes.isKnownDevice ? [scopes.pair] : [scopes.pair, scopes.person, scopes.address];
  let until: Instant | undefined;
  for (const place of places) until ??= toLockedUntil(await load(reader, place), now);
  return until === undefined ? undefined : { reason: 'rate-limited', until };
};

/** Counts one failure for the short code, for the address, and for both together. */
export const countFailure = async (
  transaction: Transaction,
  scopes: AttemptScopes,
  now: Instant,
): Promise<AttemptRefusal> => {
  const pair = afterFailure(await load(transaction, scopes.pair), PAIR_RULE, now);
  const person = afterFailure(await load(transaction, scopes.person), PERSON_RULE, now);
  const address = afterFailure(await load(transaction, scopes.address), ADDRESS_RULE, now);
  await store(transaction, scopes.pair, pair);
  await store(transaction, scopes.person, person);
  await store(transaction, scopes.address, address);
  await transaction.run('delete from attempt where last_at < ?', now - PERSON_RULE.memory);
  const remaining = toRemaining(pair, PAIR_RULE);
  const elsewhere = toLockedUntil(person, now) ?? toLockedUntil(address, now);
  const until = toLockedUntil(pair, now) ?? (scopes.isKnownDevice ? undefined : elsewhere);
  return {
    reason: 'wrong-credentials',
    ...(remaining === undefined ? {} : { remaining }),
    ...(until === undefined ? {} : { until }),
  };
};

/**
 * Forgets the failures at a short code from this address after a success. Those of the address only fade, or one's own
 * account would reset them; those from everywhere too, or a guesser would begin anew with every sign-in of the person.
 */
export const forgetFailures = async (transaction: Transaction, scopes: AttemptScopes): Promise<void> => {
  await transaction.run('delete from attempt where scope = ?', scopes.pair);
};

/** Counts something that is limited whether it fails or not; the instant until which it is refused, or undefined. */
export const countAttempt = async (
  transaction: Transaction,
  scope: string,
  rule: AttemptRule,
  now: Instant,
): Promise<Instant | undefined> => {
  const before = await load(transaction, scope);
  const lockedUntil = toLockedUntil(before, now);
  if (lockedUntil !== undefined) return lockedUntil;
  const after = afterFailure(before, rule, now);
  await store(transaction, scope, after);
  return toLockedUntil(after, now);
};
