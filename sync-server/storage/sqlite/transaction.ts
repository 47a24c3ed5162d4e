import { StorageError, type SqlValue, type Transaction } from '../contract/storage.ts';
import type { Database } from './database.ts';
import { toPromise } from './reader.ts';

/** Statements a job may use. Ending the transaction or changing pragmas would undo what the writer promises. */
const ALLOWED = /^\s*(select|insert|update|delete|with)\b/i;

/** A transaction as one job sees it, and the switch that ends it. */
export interface JobTransaction {
  readonly transaction: Transaction;
  /** From now on every statement is refused: a promise that a job forgot must not write into the next job. */
  end(): void;
}

/** Opens the database to one job, statement by statement. */
export const createJobTransaction = (database: Database): JobTransaction => {
  let isOpen = true;
  const check = (sql: string): void => {
    if (!isOpen) throw new StorageError('the job has ended');
    // After a full disk SQLite ends the whole transaction by itself; the next statement would commit alone.
    if (!database.isInTransaction) throw new StorageError('the transaction was rolled back');
    if (!ALLOWED.test(sql)) throw new StorageError('a job may select, insert, update and delete');
  };
  const guarded = <Result>(sql: string, work: () => Result): Promise<Result> =>
    toPromise(() => {
      check(sql);
      return work();
    });
  const transaction: Transaction = {
    all: <Row extends object>(sql: string, ...parameters: readonly SqlValue[]) =>
      guarded(sql, () => database.all(sql, parameters) as readonly Row[]),
    get: <Row extends object>(sql: string, ...parameters: readonly SqlValue[]) =>
      guarded(sql, () => database.get(sql, parameters) as Row | undefined),
    run: (sql, ...parameters) => guarded(sql, () => ({ changes: database.run(sql, parameters) })),
  };
  return {
    transaction,
    end: () => {
      isOpen = false;
    },
  };
};
