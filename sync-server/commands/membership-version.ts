import type { Reader, Transaction } from '#server/storage/contract/storage.ts';

const KEY = 'membership-version';

/** Changes with every change of anybody's memberships, role or flags. */
export const readMembershipVersion = async (reader: Reader): Promise<string> =>
  (await reader.get<{ value: string }>('select value from meta where key = ?', KEY))?.value ?? '0';

/** Called in the transaction that changes them. */
export const raiseMembershipVersion = async (transaction: Transaction): Promise<void> => {
  const next = Number(await readMembershipVersion(transaction)) + 1;
  await transaction.run(
    'insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
    KEY,
    String(next),
  );
};
