import type { Reader, SqlValue } from '../contract/storage.ts';
import type { Database } from './database.ts';

/** What a synchronous engine did, as a promise; what it threw rejects. */
export const toPromise = <Result>(work: () => Result): Promise<Result> =>
  new Promise((resolve) => {
    resolve(work());
  });

/** Opens a connection to readers. That it only reads is the connection's own affair. */
export const createReader = (database: Database): Reader => ({
  all: <Row extends object>(sql: string, ...parameters: readonly SqlValue[]) =>
    toPromise(() => database.all(sql, parameters) as readonly Row[]),
  get: <Row extends object>(sql: string, ...parameters: readonly SqlValue[]) =>
    toPromise(() => database.get(sql, parameters) as Row | undefined),
});

/** Does the work on one state of the database. */
export const readSnapshot = async <Result>(
  database: Database,
  reader: Reader,
  work: (reader: Reader) => Promise<Result>,
): Promise<Result> => {
  database.exec('begin');
  try {
    return await work(reader);
  } finally {
    database.exec('rollback');
  }
};
