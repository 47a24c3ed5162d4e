import { toPersonName, type Person } from '#core/directory/person.ts';
import { end, toAccessWithoutSlip } from '#core/admin/slip-rules.ts';
import { toSlipId } from '#core/admin/ids.ts';
import type { Stage } from '../../contract.ts';
import { placeSlip } from './placement.ts';
import { storeSlip } from './slip-row.ts';

/** Keeps that somebody has set a password: by the slip with this locator, or without one. */
export const noteAccess = async (
  stage: Stage,
  person: Person,
  locator: string | undefined,
): Promise<void> => {
  const slip = await stage.load('slip', toSlipId(person.id));
  if (slip !== undefined && slip.locator === locator) {
    await storeSlip(stage, end(slip, 'used', stage.now));
    return;
  }
  // A slip that is still out would be a second way in that nobody thinks of any more.
  await stage.transaction.run(
    "update slip set state = 'void' where person_id = ? and state in ('issued', 'handed-over')",
    person.id,
  );
  await stage.cancel('expire-slip', person.id);
  const after = toAccessWithoutSlip(slip, toPersonName(person), stage.now);
  await stage.put(after, placeSlip(after));
};
