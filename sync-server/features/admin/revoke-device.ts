import { toApprovalId } from '#core/admin/device.ts';
import { revoke } from '#core/admin/device-rules.ts';
import type { Id } from '#core/kernel/id.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { note } from '#server/audit/note.ts';
import { findDevice } from '#server/auth/devices.ts';
import { refused, STORED, type Handler } from '../contract.ts';
import { storeDevice } from './store-device.ts';

/** Ends a device and its sessions. The row stays, so that the device learns at its next contact what to do. */
export const revokeDevice: Handler<CommandArgs<'revoke-device'>> = async (scene, { deviceId }) => {
  const row = await findDevice(scene.transaction, deviceId);
  const device = await scene.load('device', deviceId);
  const isKnown = (await scene.isReadable(deviceId)) || (await scene.isReadable(toApprovalId(deviceId)));
  if (row === undefined || device === undefined || !isKnown) return refused('not-found');
  const outcome = revoke(device, row.person_id, scene);
  if (!outcome.ok) return refused(outcome.refusal);
  if (outcome.value === device) return STORED;
  await storeDevice(scene, outcome.value, row.person_id);
  const open = await scene.transaction.all<{ id: Id }>(
    'select id from session where device_id = ? and revoked_at is null',
    deviceId,
  );
  await scene.transaction.run(
    'update session set revoked_at = ? where device_id = ? and revoked_at is null',
    scene.now,
    deviceId,
  );
  scene.sessionsEnded(open.map(({ id }) => id));
  await note(scene.transaction, scene.now, scene.actor.personId, 'revoke-device', deviceId);
  return STORED;
};
