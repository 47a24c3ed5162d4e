import type { DeviceClass } from '#core/access/device-class.ts';
import type { DeviceState, JoinedBy } from '#core/admin/device.ts';
import type { PrivateDevices } from '#core/directory/school.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import type { Reader, Transaction } from '#server/storage/contract/storage.ts';

/** A device as it is asked about before anything is read or changed. */
export interface DeviceRow {
  readonly id: Id;
  readonly person_id: Id;
  readonly class: DeviceClass;
  readonly state: DeviceState;
  readonly joined_by: JoinedBy;
  readonly name: string;
  readonly created_at: number;
}

/** A device on which somebody has just proved who they are. */
export interface Arrival {
  readonly device: { readonly id: Id; readonly class: DeviceClass; readonly name: string };
  readonly personId: Id;
  readonly joinedBy: JoinedBy;
  readonly now: Instant;
}

/** Why a device may not come in. */
export type DeviceRefusal = 'device-revoked' | 'private-not-allowed' | 'invalid';

/** The device of this id. */
export const findDevice = (reader: Reader, id: Id): Promise<DeviceRow | undefined> =>
  reader.get<DeviceRow>(
    'select id, person_id, class, state, joined_by, name, created_at from device where id = ?',
    id,
  );

/** What the school has decided about private devices (R34). */
export const readPrivateDevices = async (reader: Reader): Promise<PrivateDevices> => {
  const row = await reader.get<{ body: string }>(
    "select body from document where kind = 'school' and deleted = 0",
  );
  const school = JSON.parse(row?.body ?? '{}') as { readonly privateDevices?: PrivateDevices };
  return school.privateDevices ?? 'approval';
};

/**
 * Lets a device in, for the first time or again. Its class is what it said first: a device that holds something cannot
 * become one that may hold more. A private one may have to wait for the head's approval.
 */
export const admitDevice = async (
  transaction: Transaction,
  { device, personId, joinedBy, now }: Arrival,
): Promise<DeviceClass | { readonly refused: DeviceRefusal }> => {
  const known = await findDevice(transaction, device.id);
  // Ids are random; whoever names another person's device has not drawn it.
  if (known !== undefined && known.person_id !== personId) return { refused: 'invalid' };
  if (known?.state === 'revoked') return { refused: 'device-revoked' };
  const deviceClass = known?.class ?? device.class;
  const isPrivate = deviceClass === 'private';
  const rule = isPrivate ? await readPrivateDevices(transaction) : 'allowed';
  if (rule === 'no') return { refused: 'private-not-allowed' };
  if (known !== undefined) return deviceClass;
  await transaction.run(
    'insert into device (id, person_id, class, state, joined_by, name, created_at) values (?, ?, ?, ?, ?, ?, ?)',
    device.id,
    personId,
    deviceClass,
    rule === 'approval' ? 'waiting' : 'active',
    joinedBy,
    device.name,
    now,
  );
  return deviceClass;
};
