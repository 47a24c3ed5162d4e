import { rename } from '#core/admin/device-rules.ts';
import type { CommandArgs } from '#core/protocol/commands.ts';
import { findDevice } from '#server/auth/devices.ts';
import { refused, STORED, type Handler } from '../contract.ts';
import { storeDevice } from './store-device.ts';

/** Gives one's own device a name by which one knows it again. */
export const nameDevice: Handler<CommandArgs<'name-device'>> = async (scene, { deviceId, name }) => {
  const row = await findDevice(scene.transaction, deviceId);
  const device = await scene.load('device', deviceId);
  if (row === undefined || device === undefined || !(await scene.isReadable(deviceId)))
    return refused('not-found');
  const outcome = rename(device, name, row.person_id, scene.actor);
  if (!outcome.ok) return refused(outcome.refusal);
  if (name !== device.name) await storeDevice(scene, outcome.value, row.person_id);
  return STORED;
};
