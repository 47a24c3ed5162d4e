import { toShortCodeKey } from '#core/directory/person.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Stage } from '../contract.ts';

/** Whether somebody else has this short code, in whatever case it is written. */
export const isShortCodeTaken = async (stage: Stage, shortCode: string, personId: Id): Promise<boolean> =>
  (await stage.transaction.get(
    'select 1 as taken from person where short_code_key = ? and id <> ?',
    toShortCodeKey(shortCode),
    personId,
  )) !== undefined;
