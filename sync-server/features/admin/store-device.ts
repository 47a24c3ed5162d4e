import { toApproval, toApprovalId, type Device } from '#core/admin/device.ts';
import { toPersonName } from '#core/directory/person.ts';
import { toLocal } from '#core/kernel/calendar/wall-time.ts';
import { toInverseTime } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import { findDevice, readPrivateDevices, type DeviceRow } from '#server/auth/devices.ts';
import type { Stage } from '../contract.ts';
import { placeApproval, placeDevice } from './device-placement.ts';

/** A device that said nothing of its system. */
const NAMES = {
  official: 'Gerät der Schule',
  private: 'Privates Gerät',
  'staff-room': 'Lehrerzimmer-PC',
} as const;

/** Stores a device and, of a private one, what the administration is shown of it; what has not changed stays as it is. */
export const storeDevice = async (stage: Stage, device: Device, ownerId: Id): Promise<void> => {
  await stage.transaction.run('update device set state = ? where id = ?', device.state, device.id);
  const before = await stage.load('device', device.id);
  if (JSON.stringify(before) !== JSON.stringify(device)) await stage.put(device, placeDevice(ownerId));
  const owner = await stage.load('person', ownerId);
  const approval = owner && toApproval(device, toPersonName(owner));
  if (approval === undefined) return;
  const known = await stage.load('device-approval', approval.id);
  const isSame = JSON.stringify(known) === JSON.stringify({ ...approval, rev: known?.rev });
  if (!isSame) await stage.put(approval, placeApproval());
};

/** A device was here: the day is kept, and one that waits goes on as soon as the school asks for no approval any more. */
export const meetDevice = async (stage: Stage, deviceId: Id): Promise<void> => {
  const row = await findDevice(stage.transaction, deviceId);
  if (row === undefined || row.state === 'revoked') return;
  const { zone } = await stage.school();
  const today = toLocal(stage.now, zone).date;
  const before = (await stage.load('device', deviceId)) ?? createDevice(row, zone);
  const isAllowed = (await readPrivateDevices(stage.transaction)) === 'allowed';
  const state = row.state === 'waiting' && isAllowed ? 'active' : row.state;
  await storeDevice(stage, { ...before, state, seen: today }, row.person_id);
};

/** A device left nothing behind: it is none any more. */
export const forgetDevice = async (stage: Stage, deviceId: Id): Promise<void> => {
  await stage.transaction.run('delete from device where id = ?', deviceId);
  await stage.remove(deviceId);
  await stage.remove(toApprovalId(deviceId));
};

const createDevice = (row: DeviceRow, zone: string): Device => {
  const since = toLocal(row.created_at, zone).date;
  return {
    id: row.id,
    kind: 'device',
    rev: 0,
    inv: toInverseTime(row.created_at),
    class: row.class,
    name: row.name === '' ? NAMES[row.class] : row.name,
    state: row.state,
    joinedBy: row.joined_by,
    since,
    seen: since,
  };
};
