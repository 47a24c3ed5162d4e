import { end } from '#core/admin/slip-rules.ts';
import { toSlipId } from '#core/admin/ids.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Stage } from '../../contract.ts';
import { storeSlip } from './slip-row.ts';

/** Marks a slip that nobody used in time. */
export const expireSlip = async (stage: Stage, personId: Id): Promise<void> => {
  const slip = await stage.load('slip', toSlipId(personId));
  if (slip?.state === 'handed-over') await storeSlip(stage, end(slip, 'expired', stage.now));
};
