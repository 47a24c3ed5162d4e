import type { Instant } from '#core/kernel/clock.ts';
import type { Job, JobTable, SqlValue } from '#server/storage/contract/storage.ts';

/** Gives everybody the same credential; a sign-in is then one job instead of a slow hash. */
const setCredentials: Job<{ authHash: string; now: Instant }, undefined> = async (transaction, args) => {
  await transaction.run(
    `insert into credential (person_id, salt, auth_hash, auth_salt, changed_at)
     select id, 'simulated', ?, 'simulated', ? from person`,
    args.authHash,
    args.now,
  );
};

/** Statements a planted bug wants carried out. */
const sabotage: Job<
  { statements: readonly (readonly [sql: string, ...values: SqlValue[]])[] },
  undefined
> = async (transaction, { statements }) => {
  for (const [sql, ...values] of statements) await transaction.run(sql, ...values);
};

export const jobs: JobTable = { 'set-credentials': setCredentials, sabotage };
