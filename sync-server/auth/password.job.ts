import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Transaction } from '#server/storage/contract/storage.ts';

/** What is stored of a password: the salt the client chose, and the slow hash of the auth branch with a salt of its own. */
export interface NewPassword {
  readonly salt: string;
  readonly authHash: string;
  readonly authSalt: string;
}

/** Gives a person a password. Every session they had ends; their ids are returned. */
export const setPassword = async (
  transaction: Transaction,
  personId: Id,
  password: NewPassword,
  now: Instant,
): Promise<readonly Id[]> => {
  await transaction.run(
    `insert into credential (person_id, salt, auth_hash, auth_salt, changed_at) values (?, ?, ?, ?, ?)
     on conflict (person_id) do update set salt = excluded.salt, auth_hash = excluded.auth_hash,
       auth_salt = excluded.auth_salt, changed_at = excluded.changed_at`,
    personId,
    password.salt,
    password.authHash,
    password.authSalt,
    now,
  );
  const ended = await transaction.all<{ id: Id }>(
    'select id from session where person_id = ? and revoked_at is null',
    personId,
  );
  await transaction.run(
    'update session set revoked_at = ? where person_id = ? and revoked_at is null',
    now,
    personId,
  );
  return ended.map(({ id }) => id);
};
