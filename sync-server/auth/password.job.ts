import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import { FORMER_SALTS } from '#core/protocol/messages/sign-in.ts';
import type { Reader, Transaction } from '#server/storage/contract/storage.ts';

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
  await rememberFormerSalt(transaction, personId, now);
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

/** The salts of a person's earlier passwords, the newest first: told to nobody but that person (RESC1). */
export const readFormerSalts = async (reader: Reader, personId: Id): Promise<readonly string[]> => {
  const rows = await reader.all<{ salt: string }>(
    'select salt from former_salt where person_id = ? order by at desc, salt limit ?',
    personId,
    FORMER_SALTS,
  );
  return rows.map(({ salt }) => salt);
};

const rememberFormerSalt = async (transaction: Transaction, personId: Id, now: Instant): Promise<void> => {
  await transaction.run(
    `insert into former_salt (person_id, salt, at) select person_id, salt, ? from credential where person_id = ?
     on conflict (person_id, salt) do update set at = excluded.at`,
    now,
    personId,
  );
  await transaction.run(
    `delete from former_salt where person_id = ? and salt not in
       (select salt from former_salt where person_id = ? order by at desc, salt limit ?)`,
    personId,
    personId,
    FORMER_SALTS,
  );
};
