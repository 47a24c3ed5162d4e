import type { Id } from '#core/kernel/id.ts';
import type { Reader } from '#server/storage/contract/storage.ts';
import type { Stage } from '../../contract.ts';
import { toMark } from './seal.ts';

/** Who demands a secret vote: marks under a key that dies with the vote, so that nobody ever reads who it was. */

/** The key of the demand for a vote, beside the key of its ballots. */
export const toSupportKeyName = (voteId: Id): string => `${voteId}-demand`;

/** Supports the demand or takes that back; harmless when repeated. Returns how many support it now. */
export const setSupport = async (
  stage: Stage,
  voteId: Id,
  { personId, supports }: { readonly personId: Id; readonly supports: boolean },
): Promise<number> => {
  const name = toSupportKeyName(voteId);
  const key = stage.keys.find(name) ?? stage.keys.create(name);
  await stage.transaction.run(
    supports
      ? 'insert into secrecy_support (vote, mark) values (?, ?) on conflict do nothing'
      : 'delete from secrecy_support where vote = ? and mark = ?',
    voteId,
    toMark(key, personId),
  );
  return countSupport(stage.transaction, voteId);
};

export const countSupport = async (reader: Reader, voteId: Id): Promise<number> =>
  (
    await reader.get<{ given: number }>(
      'select count(*) as given from secrecy_support where vote = ?',
      voteId,
    )
  )?.given ?? 0;

/** Whether somebody supports it; for themselves alone, and only while the key is there. */
export const isSupporter = async (
  reader: Reader,
  voteId: Id,
  { personId, key }: { readonly personId: Id; readonly key: Uint8Array },
): Promise<boolean> =>
  (await reader.get(
    'select 1 as supports from secrecy_support where vote = ? and mark = ?',
    voteId,
    toMark(key, personId),
  )) !== undefined;

/** Forgets who demanded it. */
export const forgetSupport = async (stage: Stage, voteId: Id): Promise<void> => {
  await stage.transaction.run('delete from secrecy_support where vote = ?', voteId);
  stage.keys.destroy(toSupportKeyName(voteId));
};
