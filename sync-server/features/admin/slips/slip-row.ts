import type { Slip } from '#core/admin/slip.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { Stage } from '../../contract.ts';
import { placeSlip } from './placement.ts';

/** Slips of one person that are remembered, so that the bearer of an old one is told that it is void. */
const REMEMBERED = 5;

/** Stores a new slip with the hashes of its code; those the person had before are void. */
export const storeNewSlip = async (
  stage: Stage,
  slip: Slip,
  hashes: { readonly shortHash: string; readonly longHash: string },
): Promise<void> => {
  const { transaction } = stage;
  const personId = slip.person.id;
  await transaction.run(
    "update slip set state = 'void' where person_id = ? and state in ('issued', 'handed-over')",
    personId,
  );
  await transaction.run(
    'delete from slip where person_id = ? and number <= ?',
    personId,
    slip.number - REMEMBERED,
  );
  // The locator may have belonged to a slip that has ended; the caller has made sure that it has.
  await transaction.run('delete from slip where locator = ?', slip.locator);
  await transaction.run(
    `insert into slip (locator, person_id, number, short_hash, long_hash, state, expires_at)
     values (?, ?, ?, ?, ?, 'issued', null)`,
    slip.locator,
    personId,
    slip.number,
    hashes.shortHash,
    hashes.longHash,
  );
  await stage.cancel('expire-slip', personId);
  await stage.put(slip, placeSlip(slip));
};

/** Stores where a slip stands now, for the screens and for who comes with its code; `expiresAt` while it works. */
export const storeSlip = async (stage: Stage, slip: Slip, expiresAt?: Instant): Promise<void> => {
  await stage.transaction.run(
    'update slip set state = ?, expires_at = coalesce(?, expires_at) where person_id = ? and number = ?',
    slip.state,
    expiresAt ?? null,
    slip.person.id,
    slip.number,
  );
  if (expiresAt === undefined) await stage.cancel('expire-slip', slip.person.id);
  else await stage.plan('expire-slip', slip.person.id, expiresAt + 1);
  await stage.put(slip, placeSlip(slip));
};
