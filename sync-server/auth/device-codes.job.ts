import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Job, JobTable, Reader, Transaction } from '#server/storage/contract/storage.ts';

/** A code is typed on the device beside the one that shows it. */
export const DEVICE_CODE_LIFETIME = 10 * 60_000;

export interface IssueDeviceCodeArgs {
  readonly personId: Id;
  readonly codeHash: string;
  readonly now: Instant;
}

/** Keeps a code for a further device; an earlier one of the same person is void from now on. */
const issueDeviceCode: Job<IssueDeviceCodeArgs, undefined> = async (
  transaction,
  { personId, codeHash, now },
) => {
  await transaction.run('delete from device_code where person_id = ? or expires_at <= ?', personId, now);
  await transaction.run(
    'insert into device_code (code_hash, person_id, expires_at) values (?, ?, ?)',
    codeHash,
    personId,
    now + DEVICE_CODE_LIFETIME,
  );
};

/** The short code (as it is compared) of the person a code belongs to, while it is valid. */
export const findCodeOwner = async (
  reader: Reader,
  codeHash: string,
  now: Instant,
): Promise<string | undefined> => {
  const row = await reader.get<{ short_code_key: string }>(
    `select short_code_key from device_code join person on person.id = device_code.person_id
     where code_hash = ? and expires_at > ? and active = 1`,
    codeHash,
    now,
  );
  return row?.short_code_key;
};

/** It works once. */
export const spendCode = async (transaction: Transaction, codeHash: string): Promise<void> => {
  await transaction.run('delete from device_code where code_hash = ?', codeHash);
};

export const jobs: JobTable = { 'issue-device-code': issueDeviceCode };
