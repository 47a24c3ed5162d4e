import { end } from '#core/admin/slip-rules.ts';
import { isOut } from '#core/admin/slip.ts';
import type { Stage } from '../../contract.ts';
import { storeSlip } from './slip-row.ts';

/** Voids every slip that was not used (D4): a restored store does not know which ones were used since. */
export const voidOpenSlips = async (stage: Stage): Promise<void> => {
  for (const slip of await stage.loadKind('slip')) {
    if (isOut(slip)) await storeSlip(stage, end(slip, 'void', stage.now));
  }
};
