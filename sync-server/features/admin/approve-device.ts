import { toApprovalId } from '#core/admin/device.ts';
import { approve } from '#core/admin/device-rules.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { note } from '#server/audit/note.ts';
import { findDevice } from '#server/auth/devices.ts';
import { refused, STORED, type Handler } from '../contract.ts';
import { storeDevice } from './store-device.ts';

/** The head approves a private device; from its next contact on it holds what its person may read. */
export const approveDevice: Handler<CommandArgs<'approve-device'>> = async (scene, { deviceId }) => {
  const row = await findDevice(scene.transaction, deviceId);
  const device = await scene.load('device', deviceId);
  const isKnown = (await scene.isReadable(deviceId)) || (await scene.isReadable(toApprovalId(deviceId)));
  if (row === undefined || device === undefined || !isKnown) return refused('not-found');
  const outcome = approve(device, scene);
  if (!outcome.ok) return refused(outcome.refusal);
  if (outcome.value === device) return STORED;
  await storeDevice(scene, outcome.value, row.person_id);
  await note(scene.transaction, scene.now, scene.actor.personId, 'approve-device', deviceId);
  return STORED;
};
