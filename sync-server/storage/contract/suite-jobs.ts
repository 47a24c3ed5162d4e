import type { Job, JobTable } from './storage.ts';

interface Entry {
  readonly key: string;
  readonly value?: string;
}

const INSERT = 'insert into meta (key, value) values (?, ?)';

const insert: Job<Entry, string> = async (transaction, { key, value = '' }) => {
  await transaction.run(INSERT, key, value);
  return key;
};

/** Reads, lets every other microtask run, then writes what it read plus one: wrong if two jobs ever interleave. */
const count: Job<Entry, number> = async (transaction, { key }) => {
  const row = await transaction.get<{ value: string }>('select value from meta where key = ?', key);
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  const next = Number(row?.value ?? 0) + 1;
  await transaction.run(
    'insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
    key,
    String(next),
  );
  return next;
};

const insertAndFail: Job<Entry, never> = async (transaction, { key }) => {
  await transaction.run(INSERT, key, '');
  throw new RangeError(`${key} is not wanted`);
};

/** Holds the transaction open for some milliseconds of work before it fails. */
const insertSlowlyAndFail: Job<Entry, never> = async (transaction, entry, context) => {
  await transaction.run(INSERT, entry.key, '');
  const end = context.now() + 50;
  while (context.now() < end) await Promise.resolve();
  throw new RangeError('slow');
};

/** Forgets a promise that goes on writing after the job has ended. */
const forget: Job<Entry, void> = async (transaction, { key }) => {
  const later = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    await transaction.run(INSERT, key, '');
  };
  later().catch(() => undefined);
  await Promise.resolve();
};

const run: Job<{ readonly sql: string }, number> = async (transaction, { sql }) =>
  (await transaction.run(sql)).changes;

/** Goes on as if nothing had happened when the disk is full: nothing of it may be stored all the same. */
const ignoreFull: Job<{ readonly key: string; readonly large: string }, void> = async (
  transaction,
  { key, large },
) => {
  await transaction.run(INSERT, `${key}-large`, large).catch(() => undefined);
  await transaction.run(INSERT, key, '');
};

const answerWithFunction: Job<Entry, () => void> = async (transaction, { key }) => {
  await transaction.run(INSERT, key, '');
  return () => undefined;
};

const useContext: Job<null, { readonly now: number; readonly bytes: Uint8Array }> = (
  _transaction,
  _args,
  context,
) => Promise.resolve({ now: context.now(), bytes: context.randomBytes(8) });

const endThread: Job<null, void> = () => process.exit(3);

export const jobs: JobTable = {
  insert,
  count,
  insertAndFail,
  insertSlowlyAndFail,
  forget,
  run,
  ignoreFull,
  answerWithFunction,
  useContext,
  endThread,
};
