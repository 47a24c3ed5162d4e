import type { Role } from '#core/access/roles.ts';
import type { DeviceState } from '#core/admin/device.ts';
import type { Instant } from '#core/kernel/clock.ts';
import type { Id } from '#core/kernel/id.ts';
import type { DeviceClass } from '#core/protocol/messages/sign-in.ts';
import type { Reader } from '#server/storage/contract/storage.ts';
import { readPrivateDevices } from './devices.ts';
import { toTokenHash } from './hash.ts';

/** A signed-in device of a person. */
export interface Session {
  readonly id: Id;
  readonly personId: Id;
  readonly role: Role;
  readonly deviceId: Id;
  readonly deviceClass: DeviceClass;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
  /** The one conference a device on the wall may be shown; no session in the store has this. */
  readonly wall?: Id;
}

interface Row {
  readonly id: Id;
  readonly person_id: Id;
  readonly role: Role;
  readonly device_id: Id;
  readonly device_class: DeviceClass;
  readonly last_seen_at: number;
  readonly expires_at: number;
}

const VALID = `select session.id, session.person_id, role, device_id, class as device_class, last_seen_at, expires_at
  from session join person on person.id = session.person_id join device on device.id = session.device_id
  where revoked_at is null and expires_at > ? and active = 1 and device.state = 'active'`;

const toSession = (row: Row | undefined): Session | undefined =>
  row && {
    id: row.id,
    personId: row.person_id,
    role: row.role,
    deviceId: row.device_id,
    deviceClass: row.device_class,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
  };

/** The session a token belongs to, unless it was revoked, has expired, or its person has left. */
export const findSessionByToken = async (
  reader: Reader,
  token: string,
  now: Instant,
): Promise<Session | undefined> =>
  toSession(await reader.get<Row>(`${VALID} and token_hash = ?`, now, toTokenHash(token)));

/** The same by the session's id: asked anew before anything is read or changed. */
export const findSession = async (
  reader: Reader,
  sessionId: Id,
  now: Instant,
): Promise<Session | undefined> =>
  toSession(await reader.get<Row>(`${VALID} and session.id = ?`, now, sessionId));

/** A device whose token is known and may not come in, or not yet. */
export interface StoppedDevice {
  readonly deviceId: Id;
  readonly reason: 'device-waiting' | 'device-revoked' | 'private-not-allowed';
}

/** Why the device behind a token may not open a socket; undefined if nothing is in its way but perhaps an ended session. */
export const findStoppedDevice = async (
  reader: Reader,
  token: string,
  now: Instant,
): Promise<StoppedDevice | undefined> => {
  const row = await reader.get<{
    readonly id: Id;
    readonly state: DeviceState;
    readonly class: DeviceClass;
    readonly is_open: number;
  }>(
    `select device.id, state, class, revoked_at is null and expires_at > ? as is_open
     from session join device on device.id = session.device_id where token_hash = ?`,
    now,
    toTokenHash(token),
  );
  if (row === undefined) return undefined;
  // Also after its session has ended: it is to learn what to do.
  if (row.state === 'revoked') return { deviceId: row.id, reason: 'device-revoked' };
  if (row.is_open !== 1) return undefined;
  const rule = row.class === 'private' ? await readPrivateDevices(reader) : 'allowed';
  if (rule === 'no') return { deviceId: row.id, reason: 'private-not-allowed' };
  return row.state === 'waiting' ? { deviceId: row.id, reason: 'device-waiting' } : undefined;
};
